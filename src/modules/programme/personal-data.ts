import { asc, eq, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { programmeShifts, programmeShiftTakers, programmeStands, programmeVolunteers } from './tables.ts';

const ownStands = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${programmeStands.personId}`,
    email: sql`${programmeStands.email}`,
    name: sql`${programmeStands.contactName}`,
  });

const ownHands = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${programmeVolunteers.personId}`,
    email: sql`${programmeVolunteers.email}`,
    name: sql`${programmeVolunteers.name}`,
  });

/** What programmes hold about a person: the stands she asked for, the shifts she took. */
export const programmePersonalData: PersonalData = {
  async export(ctx, personId) {
    const [stands, shifts] = await Promise.all([
      ctx.db.select().from(programmeStands).where(ownStands(personId)).orderBy(asc(programmeStands.createdAt)),
      ctx.db
        .select({ volunteer: programmeVolunteers, task: programmeShifts.task, starts: programmeShifts.startsLocal })
        .from(programmeVolunteers)
        .leftJoin(programmeShiftTakers, eq(programmeShiftTakers.volunteerId, programmeVolunteers.id))
        .leftJoin(programmeShifts, eq(programmeShifts.id, programmeShiftTakers.shiftId))
        .where(ownHands(personId)),
    ]);
    const entries = [
      ...stands.map((stand) => ({
        label: 'Stand demandé',
        value: [stand.name, stand.activity, stand.needsNote, stand.contactName, stand.phone, stand.email, stand.answer]
          .filter(Boolean)
          .join(', '),
        since: stand.createdAt,
      })),
      ...shifts.map(({ volunteer, task, starts }) => ({
        label: 'Coup de main',
        value: [
          task ?? '',
          starts?.toString({ smallestUnit: 'minute' }) ?? '',
          volunteer.name,
          volunteer.phone,
          volunteer.email,
        ]
          .filter(Boolean)
          .join(', '),
        since: volunteer.createdAt,
      })),
    ];
    return entries.length === 0 ? [] : [{ title: 'Programmes de journées', entries }];
  },
  async erase(tx, personId) {
    // The stand stays in the programme of its structure; whom to call does not.
    await tx
      .update(programmeStands)
      .set({ personId: null, contactName: '', email: '', phone: '' })
      .where(ownStands(personId));
    await tx.delete(programmeVolunteers).where(ownHands(personId));
    return [];
  },
};
