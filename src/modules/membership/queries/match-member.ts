import { sql } from 'drizzle-orm';
import { normaliseEmail } from '#modules/identity/index.ts';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';

/** A name and an address as an application gives them. */
export interface Described {
  givenName: string;
  familyName: string;
  email: string | null;
}

/**
 * The person this name and this address are of: both must agree, for several people may share an address. Without an
 * address nobody is recognised: two people bear the same name.
 */
export async function knownPerson(db: Reader, { givenName, familyName, email }: Described): Promise<string | null> {
  if (!email) return null;
  const name = foldForSearch(`${givenName} ${familyName}`);
  const { rows } = await db.execute<{ id: string }>(sql`
    select p.id from persons p join contact_points c on c.hub_id = p.hub_id and c.person_id = p.id
    where c.kind = 'email' and c.normalised = ${normaliseEmail(email)} and p.merged_into is null and p.erased_at is null
      and essaim_fold(p.display_name) = essaim_fold(${`${givenName} ${familyName}`.trim()})
    order by p.created_at limit 2`);
  return name !== '' && rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** A sheet of the directory, whatever its state, that is neither gone nor merged. */
export interface KnownOrganization {
  id: string;
  name: string;
  city: string;
}

/** The structure that bears exactly this name, or this number; nothing when two do. */
export async function knownOrganization(
  db: Reader,
  { name, siren }: { name: string; siren: string },
): Promise<KnownOrganization | null> {
  const { rows } = await db.execute<KnownOrganization & Record<string, unknown>>(sql`
    select o.id, o.name, coalesce(l.city, '') as city from organizations o
    left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where o.trashed_at is null and (o.name_key = ${foldForSearch(name)}
      or (${siren} <> '' and (o.siren = left(${siren}, 9) or o.siret = ${siren})))
    limit 2`);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/** Sheets by id, whatever their state. */
export async function organizationNames(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from organizations where id = any (${`{${ids.join(',')}}`}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The last day of what runs for this member, if she is one: the next membership goes on from there. */
export async function runsUntil(
  db: Reader,
  member: { personId: string | null; organizationId: string | null },
): Promise<{ endsOn: Temporal.PlainDate; campaignId: string } | null> {
  const { rows } = await db.execute<{ endsOn: string; campaignId: string }>(sql`
    select ends_on::text as "endsOn", campaign_id as "campaignId" from memberships
    where state = 'running' and (person_id = ${member.personId}::uuid or organization_id = ${member.organizationId}::uuid)
    order by ends_on desc limit 1`);
  const [row] = rows;
  return row ? { endsOn: Temporal.PlainDate.from(row.endsOn), campaignId: row.campaignId } : null;
}
