import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { leftToReturn } from '../domain/ledger.ts';
import { paths } from '../paths.ts';
import { mayKeepPayments } from '../policy.ts';
import { chargeCounts, chargeList, type ChargeRow } from './charge-list.ts';

const mostShown = 10;
/** A deposit slip is worth the walk to the bank from this many cheques on. */
const chequesWorthIt = 3;

/** Sums late, sums to give back, cheques to carry to the bank. */
export async function paymentsTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepPayments(ctx.actor)) return [];
  const [counts, late, back] = await Promise.all([
    chargeCounts(ctx),
    chargeList(ctx, { view: 'en-retard', q: '', way: null }, 1),
    chargeList(ctx, { view: 'a-rendre', q: '', way: null }, 1),
  ]);
  const cheques: TodoEntry[] =
    counts.depositable >= chequesWorthIt
      ? [
          {
            group: 'can-wait',
            title: `${counts.depositable} chèques à porter à la banque`,
            detail: 'La remise se prépare en un clic.',
            action: { label: 'Préparer', path: paths.deposits },
            since: null,
            hue: 'leaf',
          },
        ]
      : [];
  return [
    ...back.rows.slice(0, mostShown).map(toGiveBack),
    ...late.rows.slice(0, mostShown).map((row) => lateEntry(row)),
    ...cheques,
  ];
}

function lateEntry(row: ChargeRow): TodoEntry {
  return {
    group: 'can-wait',
    title: `${formatMoney(row.amount - row.received)} attendus de ${row.payerName}`,
    detail: [row.label, row.dueOn && `c’était pour le ${formatDate(row.dueOn)}`].filter(Boolean).join(' · '),
    action: { label: 'Ouvrir', path: paths.charge(row.id) },
    since: row.createdAt,
    hue: 'sun',
  };
}

function toGiveBack(row: ChargeRow): TodoEntry {
  return {
    group: 'waiting',
    title: `${formatMoney(leftToReturn(row))} à rendre à ${row.payerName}`,
    detail: row.label,
    action: { label: 'Rendre', path: paths.charge(row.id) },
    since: null,
    hue: 'coral',
  };
}
