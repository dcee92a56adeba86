import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { normaliseContact, type ContactKind } from '../domain/contact-point.ts';
import { consentGiven, personRegistered } from '../facts.ts';
import { paths } from '../paths.ts';
import { searchKind } from './index-person.ts';

export interface PersonToInsert {
  id: string;
  givenName: string;
  familyName: string;
  displayName: string;
}

export interface PointToInsert {
  personId: string;
  kind: ContactKind;
  value: string;
}

/** Writes many people at once, found by the search at once; for the commands of imports. */
export async function insertPeople(work: CommandContext, people: readonly PersonToInsert[]): Promise<void> {
  if (people.length === 0) return;
  const rows = JSON.stringify(
    people.map(({ id, givenName, familyName, displayName }) => ({
      id,
      given_name: givenName,
      family_name: familyName,
      display_name: displayName,
    })),
  );
  await work.db.execute(sql`insert into persons (id, given_name, family_name, display_name, created_by, created_at)
    select id, given_name, family_name, display_name, ${work.actor?.personId ?? null}::uuid, ${work.now().toString()}
    from jsonb_populate_recordset(null::persons, ${rows}::jsonb)`);
  await work.db
    .execute(sql`select essaim_index(${searchKind}, id, display_name, '', ${paths.people} || '/' || id, 'staff', '', '', '', '', null::date)
    from jsonb_populate_recordset(null::persons, ${rows}::jsonb)`);
  for (const { id } of people) work.publish(personRegistered(id));
}

/** Writes many ways to reach people; what someone has already is left. Returns the ids of the new ones by person. */
export async function insertContactPoints(
  work: CommandContext,
  points: readonly PointToInsert[],
): Promise<{ id: string; personId: string }[]> {
  if (points.length === 0) return [];
  const rows = JSON.stringify(
    points.map(({ personId, kind, value }) => ({
      id: work.newId(),
      person_id: personId,
      kind,
      value,
      normalised: normaliseContact(kind, value),
    })),
  );
  const { rows: added } = await work.db.execute<{ id: string; personId: string }>(sql`
    insert into contact_points (id, person_id, kind, value, normalised, created_at)
    select id, person_id, kind, value, normalised, ${work.now().toString()} from jsonb_populate_recordset(null::contact_points, ${rows}::jsonb)
    on conflict do nothing returning id, person_id as "personId"`);
  const held = `{${[...new Set(added.map(({ personId }) => personId))].join(',')}}`;
  await work.db.execute(sql`update contact_points set preferred = true where id in (
    select distinct on (c.person_id, c.kind) c.id from contact_points c
    where c.person_id = any (${held}::uuid[]) and not exists (select from contact_points p
      where p.hub_id = c.hub_id and p.person_id = c.person_id and p.kind = c.kind and p.preferred)
    order by c.person_id, c.kind, c.created_at, c.id)`);
  return added;
}

/** Takes ways to reach people away, except those their accounts sign in with. */
export async function removeContactPoints(work: CommandContext, ids: readonly string[]): Promise<void> {
  const { rows } = await work.db.execute<{ person_id: string }>(sql`delete from contact_points c
    where c.id = any (${`{${ids.join(',')}}`}::uuid[]) and not exists (select from accounts a
      where a.hub_id = c.hub_id and a.person_id = c.person_id and a.email = c.normalised) returning c.person_id`);
  const held = `{${rows.map((row) => row.person_id).join(',')}}`;
  await work.db.execute(sql`update contact_points set preferred = true where id in (
    select distinct on (c.person_id, c.kind) c.id from contact_points c
    where c.person_id = any (${held}::uuid[]) and not exists (select from contact_points p
      where p.hub_id = c.hub_id and p.person_id = c.person_id and p.kind = c.kind and p.preferred)
    order by c.person_id, c.kind, c.created_at, c.id)`);
}

/** A consent given elsewhere, on a day that is proved. */
export interface PastConsent {
  personId: string;
  purpose: string;
  wording: string;
  source: string;
  proof: string;
  givenAt: Temporal.Instant;
}

/** Writes consents given elsewhere, unless one for the purpose stands or was withdrawn here. Returns their ids. */
export async function insertPastConsents(
  work: CommandContext,
  consents: readonly PastConsent[],
): Promise<{ id: string; personId: string }[]> {
  if (consents.length === 0) return [];
  const rows = JSON.stringify(
    consents.map(({ personId, givenAt, ...consent }) => ({
      ...consent,
      id: work.newId(),
      person_id: personId,
      given_at: givenAt.toString(),
    })),
  );
  const { rows: added } = await work.db.execute<{ id: string; personId: string }>(sql`
    insert into consents (id, person_id, purpose, wording, source, proof, given_at)
    select n.id, n.person_id, n.purpose, n.wording, n.source, n.proof, n.given_at
    from jsonb_populate_recordset(null::consents, ${rows}::jsonb) n
    where not exists (select from consents c where c.person_id = n.person_id and c.purpose = n.purpose and c.withdrawn_at >= n.given_at)
    on conflict do nothing returning id, person_id as "personId"`);
  for (const { personId } of added) {
    const purpose = consents.find((consent) => consent.personId === personId)?.purpose;
    if (purpose) work.publish(consentGiven(personId, purpose));
  }
  return added;
}

/** Takes back consents that an import wrote, by id. */
export async function removeConsents(work: CommandContext, ids: readonly string[]): Promise<void> {
  await work.db.execute(
    sql`delete from consents where id = any (${`{${ids.join(',')}}`}::uuid[]) and withdrawn_at is null`,
  );
}

/**
 * Takes away people nobody ever had to do with, such as those of a list brought in by mistake. Whoever something else
 * points at stays. Returns the ids of those who are gone.
 */
export async function removePeople(work: CommandContext, ids: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  const remove = async (some: readonly string[]): Promise<void> => {
    await work.db.execute(sql`savepoint removal`);
    try {
      await work.db.execute(sql`delete from persons where id = any (${`{${some.join(',')}}`}::uuid[])`);
      await work.db.execute(sql`release savepoint removal`);
      gone.push(...some);
    } catch (error) {
      if (!isStillNamed(error)) throw error;
      await work.db.execute(sql`rollback to savepoint removal`);
      if (some.length > 1) for (const id of some) await remove([id]);
    }
  };
  if (ids.length > 0) await remove(ids);
  await work.db.execute(
    sql`delete from search_entries where kind = ${searchKind} and subject_id = any (${`{${gone.join(',')}}`}::uuid[])`,
  );
  return gone;
}

/** SQLSTATE 23503: another row names it. */
function isStillNamed(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code === '23503' || (cause instanceof Error && isStillNamed(cause));
}
