import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { forgottenOn, isForeseen } from '../domain/retention.ts';

/** Someone about to be forgotten, or kept longer for a reason. */
export interface RetainedPerson {
  personId: string;
  name: string;
  lastContact: Temporal.PlainDate;
  lastContactKind: string;
  listedOn: Temporal.PlainDate | null;
  keptUntil: Temporal.PlainDate | null;
  keptReason: string;
}

interface Row extends Record<string, unknown> {
  personId: string;
  name: string;
  last: string;
  kind: string;
  listed: string | null;
  kept: string | null;
  reason: string;
}

/** Those who stand on the list, the first to go first, and those kept for a reason; of one person when her id is given. */
export async function retentionList(
  db: Reader,
  { today, zone, personId = null }: { today: Temporal.PlainDate; zone: string; personId?: string | null },
): Promise<{ leaving: (RetainedPerson & { forgottenOn: Temporal.PlainDate })[]; kept: RetainedPerson[] }> {
  const { rows } = await db.execute<Row>(sql`
    select r.person_id as "personId", p.display_name as name, (r.last_contact_at at time zone ${zone})::date::text as last,
      r.last_contact_kind as kind, (r.listed_at at time zone ${zone})::date::text as listed, r.kept_until::text as kept, r.kept_reason as reason
    from retention_reviews r join persons p on p.hub_id = r.hub_id and p.id = r.person_id
    where p.merged_into is null and p.erased_at is null and (${personId}::uuid is null or p.id = ${personId}::uuid) and (r.listed_at is not null or r.kept_until >= ${today.toString()}::date)
    order by r.last_contact_at, p.folded_name limit 2000`);
  const people = rows.map((row): RetainedPerson => ({
    personId: row.personId,
    name: row.name,
    lastContact: Temporal.PlainDate.from(row.last),
    lastContactKind: row.kind,
    listedOn: row.listed === null ? null : Temporal.PlainDate.from(row.listed),
    keptUntil: row.kept === null ? null : Temporal.PlainDate.from(row.kept),
    keptReason: row.reason,
  }));
  const isKept = ({ keptUntil }: RetainedPerson) =>
    keptUntil !== null && Temporal.PlainDate.compare(keptUntil, today) >= 0;
  return {
    kept: people.filter(isKept),
    leaving: people.flatMap((person) =>
      !isKept(person) && person.listedOn && isForeseen(person.lastContact, today)
        ? [{ ...person, forgottenOn: forgottenOn(person.lastContact, person.listedOn) }]
        : [],
    ),
  };
}
