import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { consentGiven, consentWithdrawn } from '../facts.ts';
import { maySeePerson } from '../policy.ts';
import { consents } from '../tables.ts';

/** A consent: what for, in which words, where, and what proves it. */
export interface Consent {
  personId: string;
  purpose: string;
  wording: string;
  source: string;
  proof?: string;
}

/** Writes a consent, unless one for this purpose stands; for other modules' commands, in their transaction. */
export async function giveConsent(work: CommandContext, consent: Consent): Promise<void> {
  const { rowCount } = await work.db
    .insert(consents)
    .values({ id: work.newId(), proof: '', ...consent, givenAt: work.now() })
    .onConflictDoNothing();
  if (rowCount === 1) work.publish(consentGiven(consent.personId, consent.purpose));
}

/**
 * Withdraws what was agreed to by the one who receives mail at an address, and stopped it there; where several share the
 * mailbox, none of them is said to have changed her mind. For reactions, in their transaction.
 */
export async function withdrawConsentUnder(work: CommandContext, address: string, purpose: string): Promise<void> {
  const withdrawn = await work.db
    .update(consents)
    .set({ withdrawnAt: work.now() })
    .where(
      sql`${consents.purpose} = ${purpose} and ${consents.withdrawnAt} is null and ${consents.personId} = (
        select (array_agg(distinct c.person_id))[1] from contact_points c
        where c.kind = 'email' and c.normalised = ${address} having count(distinct c.person_id) = 1)`,
    )
    .returning({ personId: consents.personId });
  for (const { personId } of withdrawn) work.publish(consentWithdrawn(personId, purpose));
}

/** Withdraws a consent: as easy as giving it, and the row stays to say from when to when it stood. */
export const withdrawConsent = command({
  name: 'identity.withdraw-consent',
  input: z.object({ consentId: z.uuid() }),
  allow: (actor) => actor !== null,
  async run(work, input) {
    const [consent] = await work.db
      .select()
      .from(consents)
      .where(and(eq(consents.id, input.consentId), isNull(consents.withdrawnAt)))
      .for('update');
    if (!consent || !maySeePerson(work.actor, consent.personId)) return refuse('not_found');
    await work.db.update(consents).set({ withdrawnAt: work.now() }).where(eq(consents.id, consent.id));
    work.publish(consentWithdrawn(consent.personId, consent.purpose));
    work.record({
      subjectKind: 'person',
      subjectId: consent.personId,
      summary: `Consentement retiré : ${consent.purpose}`,
    });
    return accept(null);
  },
});
