import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foreseenDays, knownFor } from '../domain/retention.ts';

/** A person known long enough to ask when she was last heard of. */
export interface Candidate {
  personId: string;
  knownSince: Temporal.Instant;
  /** Structures where she has a role today. */
  organizationIds: string[];
}

const readAgainAfterDays = 25;

/**
 * People known for about three years, without a role on the site nor a reason to be kept, whose last contact was not
 * read lately, or was found old. The next ones after an id.
 */
export async function retentionCandidates(
  db: Reader,
  { now, zone, after, limit }: { now: Temporal.Instant; zone: string; after: string | null; limit: number },
): Promise<Candidate[]> {
  const moment = now.toZonedDateTimeISO(zone);
  const limitOfAge = moment.add({ days: foreseenDays }).subtract(knownFor).toInstant().toString();
  const readBefore = moment.subtract({ days: readAgainAfterDays }).toInstant().toString();
  const { rows } = await db.execute<{ id: string; at: number; organizations: string[] }>(sql`
    select p.id, floor(extract(epoch from p.created_at) * 1000)::float8 as at,
      array(select o.organization_id::text from organization_roles o where o.hub_id = p.hub_id and o.person_id = p.id and o.ends_on is null) as organizations
    from persons p left join retention_reviews r on r.hub_id = p.hub_id and r.person_id = p.id
    where p.merged_into is null and p.erased_at is null and p.created_at <= ${limitOfAge}::timestamptz
      and (${after}::uuid is null or p.id > ${after}::uuid)
      and (r.person_id is null or r.reviewed_at < ${readBefore}::timestamptz or r.listed_at is not null or r.last_contact_at <= ${limitOfAge}::timestamptz)
      and (r.kept_until is null or r.kept_until < ${moment.toPlainDate().toString()}::date)
      and not exists (select from person_roles h where h.hub_id = p.hub_id and h.person_id = p.id and h.starts_at <= ${now.toString()}::timestamptz
        and (h.ends_at is null or h.ends_at > ${now.toString()}::timestamptz))
    order by p.id limit ${limit}`);
  return rows.map((row) => ({
    personId: row.id,
    knownSince: Temporal.Instant.fromEpochMilliseconds(row.at),
    organizationIds: row.organizations,
  }));
}
