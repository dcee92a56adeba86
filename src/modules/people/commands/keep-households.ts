import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { householdPeople, households } from '../tables.ts';

/** Says that two people share a home or a mailbox. Who has a household already brings the other one into it. */
export const joinHousehold = command({
  name: 'people.join-household',
  input: z.object({ personId: z.uuid(), otherId: z.uuid(), label: z.string().trim().max(120).default('') }),
  allow: mayKeepRelations,
  async run(work, { personId, otherId, label }) {
    if (personId === otherId) return refuse('same_person', { fields: { other: 'C’est la même personne.' } });
    const names = await livingPeople(work.db, [personId, otherId]);
    if (names.size !== 2) return refuse('not_found');
    const held = await work.db
      .select()
      .from(householdPeople)
      .where(sql`${householdPeople.personId} in (${personId}::uuid, ${otherId}::uuid)`)
      .for('update');
    const mine = held.find((row) => row.personId === personId)?.householdId;
    const other = held.find((row) => row.personId === otherId)?.householdId;
    if (mine && other)
      return refuse('already', {
        fields: {
          other:
            mine === other
              ? 'Ces deux personnes sont déjà du même foyer.'
              : 'Cette personne est déjà d’un autre foyer.',
        },
      });
    let householdId = mine ?? other;
    if (!householdId) {
      householdId = work.newId();
      await work.db.insert(households).values({
        id: householdId,
        label: label || [...names.values()].join(' et ').slice(0, 120),
        createdAt: work.now(),
      });
    }
    await work.db
      .insert(householdPeople)
      .values([personId, otherId].map((id) => ({ householdId, personId: id, addedAt: work.now() })))
      .onConflictDoNothing();
    work.publish(relationChanged({ personIds: [personId, otherId] }));
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `Même foyer : ${names.get(personId) ?? ''} et ${names.get(otherId) ?? ''}`,
    });
    return accept({ householdId });
  },
});

/** Takes a person out of her household; one person alone is no household. */
export const leaveHousehold = command({
  name: 'people.leave-household',
  input: z.object({ personId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { personId }) {
    const [left] = await work.db
      .delete(householdPeople)
      .where(eq(householdPeople.personId, personId))
      .returning({ householdId: householdPeople.householdId });
    if (!left) return refuse('not_found');
    await work.db
      .update(households)
      .set({ writtenToId: null })
      .where(and(eq(households.id, left.householdId), eq(households.writtenToId, personId)));
    await work.db.execute(sql`delete from households h where h.id = ${left.householdId} and
      (select count(*) from household_people k where k.hub_id = h.hub_id and k.household_id = h.id) < 2`);
    work.publish(relationChanged({ personIds: [personId] }));
    work.record({ subjectKind: 'person', subjectId: personId, summary: 'Sortie de son foyer' });
    return accept(null);
  },
});

/** Chooses who of a household is written to for all; nobody named, each one is. */
export const chooseWrittenTo = command({
  name: 'people.choose-written-to',
  input: z.object({ householdId: z.uuid(), personId: z.uuid().nullable() }),
  allow: mayKeepRelations,
  async run(work, { householdId, personId }) {
    const members = await work.db.select().from(householdPeople).where(eq(householdPeople.householdId, householdId));
    if (members.length === 0) return refuse('not_found');
    if (personId !== null && !members.some((member) => member.personId === personId)) return refuse('not_found');
    await work.db.update(households).set({ writtenToId: personId }).where(eq(households.id, householdId));
    work.publish(relationChanged({ personIds: members.map((member) => member.personId) }));
    work.record({
      subjectKind: 'person',
      subjectId: personId ?? members[0]?.personId ?? null,
      summary: personId
        ? 'Choisie pour recevoir ce qu’on écrit à son foyer'
        : 'Chacun·e de ce foyer est écrit·e à part',
    });
    return accept(null);
  },
});
