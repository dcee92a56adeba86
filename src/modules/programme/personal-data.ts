import { asc, eq } from 'drizzle-orm';
import type { PersonalData } from '#platform/contributions/module.ts';
import { programmeShifts, programmeShiftTakers, programmeStands, programmeVolunteers } from './tables.ts';

/** What programmes hold about a person: the stands she asked for, the shifts she took. */
export const programmePersonalData: PersonalData = {
  async export(ctx, personId) {
    const [stands, shifts] = await Promise.all([
      ctx.db
        .select()
        .from(programmeStands)
        .where(eq(programmeStands.personId, personId))
        .orderBy(asc(programmeStands.createdAt)),
      ctx.db
        .select({ volunteer: programmeVolunteers, task: programmeShifts.task, starts: programmeShifts.startsLocal })
        .from(programmeVolunteers)
        .leftJoin(programmeShiftTakers, eq(programmeShiftTakers.volunteerId, programmeVolunteers.id))
        .leftJoin(programmeShifts, eq(programmeShifts.id, programmeShiftTakers.shiftId))
        .where(eq(programmeVolunteers.personId, personId)),
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
      .where(eq(programmeStands.personId, personId));
    await tx.delete(programmeVolunteers).where(eq(programmeVolunteers.personId, personId));
    return [];
  },
};
