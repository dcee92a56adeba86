import { and, eq, inArray } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { openStates } from '../domain/charge-states.ts';
import { mostCharged, totalOf, type InvoiceLine } from '../domain/invoice-line.ts';
import type { Way } from '../domain/ways.ts';
import type { ChargeSubject } from '../facts.ts';
import { chargeHash, type PaymentLinks } from '../links.ts';
import { charges } from '../tables.ts';
import { settleCharge } from './saving/settle-charge.ts';

/** What another module asks to be paid. */
export interface ChargeToOpen {
  subject: ChargeSubject;
  /** « Petit-déjeuner des coopératives, 12 mars 2027 ». */
  label: string;
  /** Together they make the amount, in cents, above zero. */
  lines: readonly InvoiceLine[];
  payer: { name: string; email: string | null; address?: string; personId?: string | null };
  /** Ways the payer may choose from, as the subject allows; those the hub has not set up are left out of the page. */
  ways: readonly Way[];
  dueOn?: Temporal.PlainDate | null;
  /** A public page to come back to, never a secret one. */
  backPath?: string;
}

export interface OpenedCharge {
  id: string;
  amount: number;
  /** Path of the page where it is paid: `/payer/<secret>`. */
  path: string;
}

/**
 * Opens a charge in the transaction of the act that makes it due. A subject has one open charge at most: a second call
 * changes what the first one asks, as long as nothing was received.
 * @throws RangeError when the lines do not add up to more than zero
 */
export async function openCharge(
  work: CommandContext,
  links: PaymentLinks,
  wanted: ChargeToOpen,
): Promise<OpenedCharge> {
  const amount = totalOf(wanted.lines);
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > mostCharged)
    throw new RangeError(`not an amount to charge: ${amount}`);
  const { subject, payer } = wanted;
  const [open] = await work.db
    .select()
    .from(charges)
    .where(
      and(
        eq(charges.subjectModule, subject.module),
        eq(charges.subjectId, subject.id),
        inArray(charges.state, [...openStates]),
      ),
    )
    .for('update');
  const id = open && open.received === 0 ? open.id : work.newId();
  const said = {
    label: wanted.label.slice(0, 200),
    lines: [...wanted.lines],
    amount,
    ways: [...wanted.ways],
    personId: payer.personId ?? null,
    payerName: payer.name.slice(0, 200),
    payerEmail: payer.email,
    payerAddress: payer.address ?? '',
    backPath: wanted.backPath ?? '',
    dueOn: wanted.dueOn ?? null,
    updatedAt: work.now(),
  };
  if (open?.id === id) {
    await work.db.update(charges).set(said).where(eq(charges.id, id));
    await settleCharge(work, { ...open, ...said });
  } else {
    await work.db.insert(charges).values({
      ...said,
      id,
      subjectModule: subject.module,
      subjectId: subject.id,
      linkHash: chargeHash(links.secretOf(work.hubId, id)),
      createdAt: work.now(),
    });
  }
  return { id, amount, path: links.payPath(work.hubId, id) };
}
