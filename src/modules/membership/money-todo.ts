import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { agreementTodo } from './agreements/queries/agreements.ts';
import { moneyPaths } from './money-paths.ts';
import { mayKeepMemberships } from './policy.ts';
import { incomingCounts } from './reconciliation/queries/incoming.ts';

/** Money whose member is not known yet. */
export async function moneyTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepMemberships(ctx.actor)) return [];
  const { waiting, since } = await incomingCounts(ctx.db);
  const agreed = await agreementTodo(ctx);
  if (waiting === 0) return agreed;
  return [
    ...agreed,
    {
      group: 'can-wait',
      title: plural(waiting, 'paiement à rapprocher', 'paiements à rapprocher'),
      detail: 'De l’argent est arrivé : dites pour qui.',
      action: { label: 'Rapprocher', path: moneyPaths.inbox },
      since,
      hue: 'sea',
    },
  ];
}
