import { truthOf } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { MembershipSurroundings } from '../ports.ts';
import { addIncoming, type IncomingTyped } from './commands/add-incoming.ts';
import { noteReturned } from './commands/take-back-match.ts';
import { knownOnline } from './queries/incoming.ts';

/** How far back the hub's own forms are read: beyond, they were looked at. */
const daysRead = 120;

/** Forms that may be dues; what was asked by this site comes by itself. */
const ownForms = ['Membership', 'PaymentForm'];

/**
 * Reads at HelloAsso what came by the hub's own forms, and what went back since; null when the hub has no account there.
 */
export async function takeOnline(
  ctx: Context,
  { receivedOnline }: Pick<MembershipSurroundings, 'receivedOnline'>,
): Promise<{ added: number; returned: number } | null> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const all = await receivedOnline(ctx, today.subtract({ days: daysRead }));
  if (all === null) return null;
  const own = all.filter(({ formType }) => ownForms.includes(formType)).map((one) => ({ one, truth: truthOf(one) }));
  const payments = own
    .filter(({ one, truth }) => one.state === 'Authorized' && truth.received > truth.returned)
    .map(({ one, truth }) => ({
      sourceKey: String(one.id),
      way: 'online' as const,
      providerPaymentId: one.id,
      amount: truth.received - truth.returned,
      receivedOn: one.date.toString(),
      payerName: [one.payer.name, one.payer.company].filter(Boolean).join(', '),
      payerEmail: one.payer.email?.slice(0, 254) ?? null,
      words: [one.words, one.formName].filter(Boolean).join(' · '),
      number: String(one.id),
    }));
  const gone = own
    .filter(({ truth }) => truth.received > 0 && truth.returned + truth.contested >= truth.received)
    .map(({ one, truth }) => ({
      sourceKey: String(one.id),
      cause: truth.contested > 0 ? ('bounced' as const) : ('refunded' as const),
    }));
  return { added: await add(ctx, payments), returned: await takeAway(ctx, gone) };
}

async function add(ctx: Context, payments: IncomingTyped[]): Promise<number> {
  if (payments.length === 0) return 0;
  const outcome = await execute(ctx, addIncoming, { source: 'helloasso', payments });
  if (!outcome.ok) throw new Error(`payments of HelloAsso refused: ${outcome.reason}`);
  return outcome.value.added;
}

async function takeAway(ctx: Context, gone: readonly { sourceKey: string; cause: 'refunded' | 'bounced' }[]) {
  const known = await knownOnline(
    ctx.db,
    gone.map(({ sourceKey }) => sourceKey),
  );
  const payments = gone.filter(({ sourceKey }) => known.has(sourceKey));
  if (payments.length === 0) return 0;
  const outcome = await execute(ctx, noteReturned, { payments });
  if (!outcome.ok) throw new Error(`what went back at HelloAsso refused: ${outcome.reason}`);
  return outcome.value.returned;
}
