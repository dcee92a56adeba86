import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { normaliseEmail } from '#modules/identity/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { noteConsent } from '../subscriptions/commands/saving.ts';
import { heardItems, newsletterSubscribers } from '../tables.ts';

/**
 * After a person left an address for another: what she chose to receive, what she already heard and the copies that
 * wait go with her. Where the new address has choices of its own, those stand.
 */
export async function moveSubscriptionTo(
  work: CommandContext,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<void> {
  const [old, next] = [normaliseEmail(from), normaliseEmail(to)];
  await work.db.execute(sql`update mailing_deliveries d set address = ${next}
    where d.address = ${old} and d.person_id = ${personId}::uuid and d.state in ('waiting', 'postponed')
      and not exists (select from mailing_deliveries k
        where k.hub_id = d.hub_id and k.mailing_id = d.mailing_id and k.address = ${next})`);
  // An address shared by several people is left to whom the subscription names.
  const isHers = or(
    eq(newsletterSubscribers.personId, personId),
    and(
      isNull(newsletterSubscribers.personId),
      sql`not exists (select from contact_points c
        where c.kind = 'email' and c.normalised = ${old} and c.person_id <> ${personId}::uuid)`,
    ),
  );
  const [left] = await work.db
    .select()
    .from(newsletterSubscribers)
    .where(and(eq(newsletterSubscribers.address, old), isHers))
    .for('update');
  if (!left) return;
  // What she heard is found by her name from now on.
  await work.db
    .update(heardItems)
    .set({ personId })
    .where(and(eq(heardItems.address, old), isNull(heardItems.personId)));
  // What was asked there and never confirmed bound nobody.
  await work.db
    .delete(newsletterSubscribers)
    .where(and(eq(newsletterSubscribers.address, next), isNull(newsletterSubscribers.confirmedAt)));
  const [there] = await work.db.select().from(newsletterSubscribers).where(eq(newsletterSubscribers.address, next));
  const isOver = there ? { endedAt: left.endedAt ?? work.now() } : { address: next };
  await work.db
    .update(newsletterSubscribers)
    .set({ ...isOver, personId, version: sql`${newsletterSubscribers.version} + 1` })
    .where(eq(newsletterSubscribers.id, left.id));
  await noteConsent(work, left.id, {
    act: there ? 'ended' : 'changed',
    subjects: left.subjects,
    rhythm: left.rhythm,
    source: 'Changement d’adresse demandé et confirmé par la personne',
  });
}
