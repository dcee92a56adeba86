import { asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { mailAddresses } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { programmeShifts, programmeShiftTakers, programmeStands, programmeVolunteers } from './tables.ts';

/** What she asked for or took, signed in or not. */
async function ownIn(
  table: typeof programmeStands | typeof programmeVolunteers,
  db: Reader,
  personId: string,
): Promise<SQL | undefined> {
  const addresses = (await mailAddresses(db, personId)).map((address) => address.toLowerCase());
  return or(
    eq(table.personId, personId),
    addresses.length > 0 ? inArray(sql`lower(${table.email})`, addresses) : undefined,
  );
}

/** What programmes hold about a person: the stands she asked for, the shifts she took. */
export const programmePersonalData: PersonalData = {
  async export(ctx, personId) {
    const [ownStands, ownShifts] = [
      await ownIn(programmeStands, ctx.db, personId),
      await ownIn(programmeVolunteers, ctx.db, personId),
    ];
    const [stands, shifts] = await Promise.all([
      ctx.db.select().from(programmeStands).where(ownStands).orderBy(asc(programmeStands.createdAt)),
      ctx.db
        .select({ volunteer: programmeVolunteers, task: programmeShifts.task, starts: programmeShifts.startsLocal })
        .from(programmeVolunteers)
        .leftJoin(programmeShiftTakers, eq(programmeShiftTakers.volunteerId, programmeVolunteers.id))
        .leftJoin(programmeShifts, eq(programmeShifts.id, programmeShiftTakers.shiftId))
        .where(ownShifts),
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
      .where(await ownIn(programmeStands, tx, personId));
    await tx.delete(programmeVolunteers).where(await ownIn(programmeVolunteers, tx, personId));
    return [];
  },
};
