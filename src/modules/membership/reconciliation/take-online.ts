import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MembershipSurroundings } from '../ports.ts';
import { addIncoming } from './commands/add-incoming.ts';

/** How far back the hub's own forms are read: beyond, they were looked at. */
const daysRead = 120;

/** Forms that may be dues; what was asked by this site comes by itself. */
const ownForms = ['Membership', 'PaymentForm'];

/** Reads at HelloAsso what came by the hub's own forms; null when the hub has no account there. */
export async function takeOnline(
  ctx: Context,
  { receivedOnline }: Pick<MembershipSurroundings, 'receivedOnline'>,
): Promise<{ added: number } | null> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const all = await receivedOnline(ctx, today.subtract({ days: daysRead }));
  if (all === null) return null;
  const payments = all
    .filter(({ formType, state, amount }) => ownForms.includes(formType) && state === 'Authorized' && amount > 0)
    .map((one) => ({
      sourceKey: String(one.id),
      way: 'online' as const,
      providerPaymentId: one.id,
      amount: one.amount,
      receivedOn: one.date.toString(),
      payerName: [one.payer.name, one.payer.company].filter(Boolean).join(', '),
      payerEmail: one.payer.email?.slice(0, 254) ?? null,
      words: [one.words, one.formName].filter(Boolean).join(' · '),
      number: String(one.id),
    }));
  if (payments.length === 0) return { added: 0 };
  const outcome = await execute(ctx, addIncoming, { source: 'helloasso', payments });
  if (!outcome.ok) throw new Error(`payments of HelloAsso refused: ${outcome.reason}`);
  return { added: outcome.value.added };
}
