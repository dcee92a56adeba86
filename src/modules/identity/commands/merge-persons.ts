import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { personsMerged } from '../facts.ts';
import { mayKeepPeople } from '../policy.ts';
import { accounts, consents, contactPoints, erasureRequests, personRoles, persons, sessions } from '../tables.ts';
import { indexPerson } from './index-person.ts';
import { livingPerson } from './living-person.ts';
import { preferFirst } from './register-person.ts';

interface Pair {
  keptId: string;
  mergedId: string;
}

/** Makes one person of two that were the same. The second one's page leads to the first from then on. */
export const mergePersons = command({
  name: 'identity.merge-persons',
  input: z.object({ keptId: z.uuid(), mergedId: z.uuid() }),
  allow: mayKeepPeople,
  async run(work, pair) {
    if (pair.keptId === pair.mergedId) return refuse('same_person');
    if (pair.mergedId === work.actor?.personId) return refuse('oneself');
    const locked = new Map<string, Awaited<ReturnType<typeof livingPerson>>>();
    // Always in the same order, so that two merges of the same pair never wait for each other.
    for (const id of [pair.keptId, pair.mergedId].sort()) locked.set(id, await livingPerson(work.db, id));
    const [kept, merged] = [locked.get(pair.keptId), locked.get(pair.mergedId)];
    if (!kept || !merged) return refuse('not_found');
    await moveAccount(work, pair);
    await moveContactPoints(work, pair);
    await moveRoles(work, pair);
    await moveConsents(work, pair);
    await work.db.delete(erasureRequests).where(eq(erasureRequests.personId, pair.mergedId));
    await work.db
      .update(sessions)
      .set({ actingFor: null, actingSince: null })
      .where(eq(sessions.actingFor, pair.mergedId));
    const notes = [kept.notes, merged.notes].filter(Boolean).join('\n').slice(0, 2000);
    await work.db.update(persons).set({ notes }).where(eq(persons.id, kept.id));
    await work.db.update(persons).set({ mergedInto: kept.id, notes: '' }).where(eq(persons.id, merged.id));
    await work.db.update(persons).set({ mergedInto: kept.id }).where(eq(persons.mergedInto, merged.id));
    for (const id of [kept.id, merged.id]) await indexPerson(work.db, id);
    work.publish(personsMerged(kept.id, merged.id));
    work.record({ subjectKind: 'person', subjectId: kept.id, summary: `Doublon réuni : ${merged.displayName}` });
    return accept({ personId: kept.id });
  },
});

/** The account follows the person, unless she has one already: then the other one closes, with its sessions. */
async function moveAccount(work: CommandContext, { keptId, mergedId }: Pair): Promise<void> {
  const [known] = await work.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, keptId));
  if (known) await work.db.delete(accounts).where(eq(accounts.personId, mergedId));
  else await work.db.update(accounts).set({ personId: keptId }).where(eq(accounts.personId, mergedId));
}

async function moveContactPoints(work: CommandContext, { keptId, mergedId }: Pair): Promise<void> {
  await work.db.delete(contactPoints).where(
    and(
      eq(contactPoints.personId, mergedId),
      sql`exists (select from contact_points other where other.hub_id = ${contactPoints.hubId} and other.person_id = ${keptId}::uuid
        and other.kind = ${contactPoints.kind} and other.normalised = ${contactPoints.normalised})`,
    ),
  );
  await work.db
    .update(contactPoints)
    .set({ personId: keptId, preferred: false })
    .where(eq(contactPoints.personId, mergedId));
  for (const kind of ['email', 'phone', 'postal'] as const) await preferFirst(work, keptId, kind);
}

/** Periods move as they are; of a role held by both, the second one's period ends now. */
async function moveRoles(work: CommandContext, { keptId, mergedId }: Pair): Promise<void> {
  await work.db
    .update(personRoles)
    .set({ endsAt: work.now() })
    .where(
      and(
        eq(personRoles.personId, mergedId),
        isNull(personRoles.endsAt),
        sql`exists (select from person_roles other where other.hub_id = ${personRoles.hubId} and other.person_id = ${keptId}::uuid
          and other.role = ${personRoles.role} and other.ends_at is null)`,
      ),
    );
  await work.db.update(personRoles).set({ personId: keptId }).where(eq(personRoles.personId, mergedId));
}

async function moveConsents(work: CommandContext, { keptId, mergedId }: Pair): Promise<void> {
  await work.db
    .update(consents)
    .set({ withdrawnAt: work.now() })
    .where(
      and(
        eq(consents.personId, mergedId),
        isNull(consents.withdrawnAt),
        sql`exists (select from consents other where other.hub_id = ${consents.hubId} and other.person_id = ${keptId}::uuid
          and other.purpose = ${consents.purpose} and other.withdrawn_at is null)`,
      ),
    );
  await work.db.update(consents).set({ personId: keptId }).where(eq(consents.personId, mergedId));
}
