import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { addReceived } from '#modules/payments/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatMoney, listing } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMemberships } from '../../policy.ts';
import { owedDues } from '../queries/owed.ts';
import { incomingPayments, incomingPaymentShares, type IncomingRow } from '../tables.ts';

/** Takes a payment for oneself until the end of the transaction. */
export async function heldIncoming(work: CommandContext, id: string): Promise<IncomingRow | null> {
  const [row] = await work.db.select().from(incomingPayments).where(eq(incomingPayments.id, id)).for('update');
  return row ?? null;
}

export const decided = (work: CommandContext) => ({
  decidedAt: work.now(),
  decidedBy: work.actor?.name ?? '',
  decidedById: work.actor?.personId ?? null,
});

/**
 * Says for whom money came: for one member or several. Each part goes to the ledger of its charge, and what follows a
 * payment follows. Two who say it at once: the second is told it is done.
 */
export const matchIncoming = command({
  name: 'membership.match-incoming',
  input: z.object({
    id: z.uuid(),
    shares: z
      .array(z.object({ chargeId: z.uuid(), amount: z.int().positive('Une somme au-dessus de zéro.') }))
      .min(1, 'Choisissez au moins un membre.')
      .max(50),
    /** What the rest is, when the parts do not make the whole. */
    note: z.string().trim().max(300, '300 caractères au plus.').default(''),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, shares, note }) {
    const row = await heldIncoming(work, id);
    if (!row) return refuse('not_found');
    if (row.state === 'matched' || row.state === 'returned') return refuse('already_matched');
    const total = shares.reduce((sum, share) => sum + share.amount, 0);
    if (new Set(shares.map(({ chargeId }) => chargeId)).size < shares.length) return refuse('not_found');
    if (total > row.amount) return refuse('more_than_came');
    if (total < row.amount && note === '')
      return refuse('unclear_fields', {
        fields: { note: `Il reste ${formatMoney(row.amount - total)} : dites ce que c’est.` },
      });
    const owed = new Map(
      (
        await owedDues(
          work.db,
          shares.map(({ chargeId }) => chargeId),
        )
      ).map((one) => [one.chargeId, one]),
    );
    // In the order of ids, so that two payments matched at once never wait for each other.
    const ordered = shares.toSorted((one, other) => (one.chargeId < other.chargeId ? -1 : 1));
    for (const [at, share] of ordered.entries()) {
      if (!owed.has(share.chargeId)) return refuse('nothing_owed_here');
      const entryId = await addReceived(work, {
        chargeId: share.chargeId,
        way: row.way,
        amount: share.amount,
        receivedOn: row.receivedOn,
        number: row.number,
        bank: row.bank,
        note: row.words.slice(0, 200),
        // One payment of the provider is one line at most: its parts beyond the first are told by the note.
        ...(row.providerPaymentId !== null && at === 0 ? { providerPaymentId: row.providerPaymentId } : {}),
      });
      if (entryId === null) return refuse('nothing_owed_here');
      await work.db.insert(incomingPaymentShares).values({ ...share, incomingId: id, entryId });
    }
    await work.db
      .update(incomingPayments)
      .set({ state: 'matched', note, ...decided(work) })
      .where(eq(incomingPayments.id, id));
    work.record({
      subjectKind: 'incoming-payment',
      subjectId: id,
      summary: `${formatMoney(total)} de ${row.payerName || 'quelqu’un'} rapprochés : ${listing([...owed.values()].map(({ members }) => members))}`,
    });
    return accept(null);
  },
});

/** Puts aside what is no matter of membership, or takes it back. */
export const setIncomingAside = command({
  name: 'membership.set-incoming-aside',
  input: z.object({
    ids: z.array(z.uuid()).min(1, 'Cochez d’abord des lignes.').max(200, '200 lignes au plus.'),
    isAside: z.boolean(),
    note: z.string().trim().max(300, '300 caractères au plus.').default(''),
  }),
  allow: mayKeepMemberships,
  async run(work, { ids, isAside, note }) {
    let changed = 0;
    for (const id of [...new Set(ids)].toSorted()) {
      const row = await heldIncoming(work, id);
      if (row?.state !== (isAside ? 'waiting' : 'aside')) continue;
      await work.db
        .update(incomingPayments)
        .set({ state: isAside ? 'aside' : 'waiting', note, ...decided(work) })
        .where(eq(incomingPayments.id, id));
      changed += 1;
    }
    if (changed === 0) return refuse('already_matched');
    work.record({
      subjectKind: 'incoming-payment',
      subjectId: ids[0] ?? null,
      summary: isAside ? 'Paiement mis de côté' : 'Paiement remis à rapprocher',
      details: { ids, note },
    });
    return accept({ changed });
  },
});
