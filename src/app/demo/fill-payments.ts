import { employees } from '#modules/identity/index.ts';
import {
  chargeList,
  depositCheques,
  issuePaper,
  notePayment,
  saveInvoiceWords,
  saveWays,
} from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoInvoiceWords, demoWays } from './demo-payments.ts';

/** How the hub is paid, and what came in for those who registered: after the registrations of the demonstration. */
export async function fillPayments(ctx: Context): Promise<void> {
  const [first] = await employees(ctx.db);
  if (!first) return;
  const roles = new Set(['employee'] as const);
  const camille: Actor = { personId: first.personId, accountId: first.personId, name: first.name, roles };
  const team = { ...ctx, actor: camille };
  const ways = await execute(team, saveWays, demoWays);
  // Set up already: an earlier filling was interrupted after this one.
  if (!ways.ok) return;
  const words = { ...demoInvoiceWords, invoiceWords: typography(demoInvoiceWords.invoiceWords), version: 1 };
  unwrap(await execute(team, saveInvoiceWords, words));
  const { rows } = await chargeList(team, { view: 'a-recevoir', q: '', way: null }, 1);
  const cheques: string[] = [];
  for (const [index, { id: chargeId }] of rows.entries()) {
    // Some still wait, as in any month.
    if (index % 3 === 2) continue;
    const isCheque = index % 3 === 0;
    const said = isCheque ? { number: `00${41_207 + index * 13}`, bank: 'Banque des Vallons' } : {};
    const { entryId } = unwrap(
      await execute(team, notePayment, { chargeId, way: isCheque ? 'cheque' : 'transfer', ...said }),
    );
    if (isCheque) cheques.push(entryId);
    if (index % 6 === 1) unwrap(await execute(team, issuePaper, { chargeId, kind: 'receipt' }));
    if (index % 6 === 3) unwrap(await execute(team, issuePaper, { chargeId, kind: 'invoice' }));
  }
  // The last cheques are still in the drawer.
  const carried = cheques.slice(0, -2);
  if (carried.length > 0) unwrap(await execute(team, depositCheques, { entryIds: carried }));
}
