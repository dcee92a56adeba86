import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { paths } from '../paths.ts';
import { sharedAddresses } from './own-address.ts';
import { retentionList } from './retention-list.ts';

/** What waits for the team: addresses that several people bear, and those about to be forgotten. */
export async function peopleTodo(ctx: Context): Promise<TodoEntry[]> {
  return [...(await addressesToSettle(ctx)), ...(await peopleLeaving(ctx))];
}

async function addressesToSettle(ctx: Context): Promise<TodoEntry[]> {
  const [first, ...others] = await sharedAddresses(ctx);
  if (!first) return [];
  return [
    {
      group: 'to-validate',
      title: others.length === 0 ? `${first.name} a changé d’adresse e-mail` : 'Des adresses e-mail à trancher',
      detail: 'Une autre fiche porte déjà la nouvelle adresse : la même personne, ou une boîte partagée ?',
      action: { label: 'Trancher', path: paths.twins },
      since: null,
      hue: 'sky',
    },
  ];
}

/** Those about to be forgotten, for the team to read once. */
async function peopleLeaving(ctx: Context): Promise<TodoEntry[]> {
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
