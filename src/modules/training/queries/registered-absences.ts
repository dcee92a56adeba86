import { inArray } from 'drizzle-orm';
import { registrations } from '#modules/registration/tables.ts';
import type { Reader } from '#platform/db/database.ts';
import type { PaperFacts } from '../documents/paper-facts.ts';

/** Trainees whom the check-in at the door found absent: the sheet begins without them. */
export async function registeredAbsences(
  db: Reader,
  { enrolled }: Pick<PaperFacts, 'enrolled'>,
): Promise<ReadonlySet<string>> {
  const byRegistration = new Map(
    enrolled.flatMap(({ id, registrationId }) => (registrationId ? [[registrationId, id] as const] : [])),
  );
  if (byRegistration.size === 0) return new Set();
  const rows = await db
    .select({ id: registrations.id, attendance: registrations.attendance })
    .from(registrations)
    .where(inArray(registrations.id, [...byRegistration.keys()]));
  return new Set(
    rows
      .filter(({ attendance }) => attendance === 'absent' || attendance === 'excused')
      .flatMap(({ id }) => byRegistration.get(id) ?? []),
  );
}
