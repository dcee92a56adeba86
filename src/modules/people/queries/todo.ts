import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { paths } from '../paths.ts';
import { retentionList } from './retention-list.ts';

/** Those about to be forgotten, for the team to read once. */
export async function peopleTodo(ctx: Context): Promise<TodoEntry[]> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const { leaving } = await retentionList(ctx.db, { today, zone: ctx.zone });
  const [first] = leaving.toSorted((one, other) => Temporal.PlainDate.compare(one.forgottenOn, other.forgottenOn));
  if (!first) return [];
  return [
    {
      group: 'can-wait',
      title: `${plural(leaving.length, 'personne')} sans nouvelles depuis trois ans`,
      detail: `La première sera oubliée le ${formatDate(first.forgottenOn)}.`,
      action: { label: 'Voir la liste', path: paths.retention },
      since: null,
      hue: 'sky',
    },
  ];
}
