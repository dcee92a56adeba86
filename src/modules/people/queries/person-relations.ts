import { eq, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { reachOf, type ReachChannel } from '../domain/reach.ts';
import { reachPreferences } from '../tables.ts';
import { relationsOf, type Relations } from './relations.ts';

/** What is known of a person alone: tags, household, who acts for whom, how to reach her. */
export interface PersonRelations extends Relations {
  tags: { id: string; label: string }[];
  household: Household | null;
  /** Those who act for her, and those for whom she acts. */
  delegates: Delegation[];
  delegators: Delegation[];
  reach: { channel: ReachChannel; wished: ReachChannel | null; note: string };
  /** Other people with the same mail address who are not of her household. */
  sameAddress: { id: string; name: string; email: string }[];
}

export interface Household {
  id: string;
  label: string;
  writtenToId: string | null;
  people: { id: string; name: string }[];
}

export interface Delegation {
  id: string;
  personId: string;
  name: string;
  purpose: string;
}

export async function personRelations(db: Reader, personId: string): Promise<PersonRelations> {
  const { rows: tags } = await db.execute<{ id: string; label: string }>(sql`
    select t.id, t.label from person_tags p join people_tags t on t.hub_id = p.hub_id and t.id = p.tag_id
    where p.person_id = ${personId}::uuid order by t.label_key`);
  return {
    ...(await relationsOf(db, { personId })),
    tags,
    household: await householdOf(db, personId),
    delegates: await delegations(db, sql`d.person_id = ${personId}::uuid and p.id = d.delegate_id`),
    delegators: await delegations(db, sql`d.delegate_id = ${personId}::uuid and p.id = d.person_id`),
    reach: await reachOfPerson(db, personId),
    sameAddress: await sharingAddress(db, personId),
  };
}

async function householdOf(db: Reader, personId: string): Promise<Household | null> {
  const { rows } = await db.execute<Omit<Household, 'people'> & { personId: string; name: string }>(sql`
    select h.id, h.label, h.written_to_id as "writtenToId", p.id as "personId", p.display_name as name
    from household_people mine join households h on h.hub_id = mine.hub_id and h.id = mine.household_id
    join household_people m on m.hub_id = h.hub_id and m.household_id = h.id join persons p on p.hub_id = m.hub_id and p.id = m.person_id
    where mine.person_id = ${personId}::uuid order by p.folded_name`);
  const [first] = rows;
  if (!first) return null;
  const { id, label, writtenToId } = first;
  return { id, label, writtenToId, people: rows.map((row) => ({ id: row.personId, name: row.name })) };
}

async function delegations(db: Reader, condition: ReturnType<typeof sql>): Promise<Delegation[]> {
  const { rows } = await db.execute<{ id: string; personId: string; name: string; purpose: string }>(sql`
    select d.id, p.id as "personId", p.display_name as name, d.purpose from delegates d join persons p on p.hub_id = d.hub_id
    where d.ends_on is null and ${condition} order by p.folded_name`);
  return rows;
}

/** How a person is reached today. */
async function reachOfPerson(db: Reader, personId: string): Promise<PersonRelations['reach']> {
  const { rows } = await db.execute<{ email: boolean; postal: boolean; phone: boolean }>(sql`
    select coalesce(bool_or(kind = 'email'), false) as email, coalesce(bool_or(kind = 'postal'), false) as postal,
      coalesce(bool_or(kind = 'phone'), false) as phone from contact_points where person_id = ${personId}::uuid`);
  const [wish] = await db.select().from(reachPreferences).where(eq(reachPreferences.personId, personId));
  const wished = wish?.channel ?? null;
  return {
    channel: reachOf(rows[0] ?? { email: false, postal: false, phone: false }, wished),
    wished,
    note: wish?.note ?? '',
  };
}

async function sharingAddress(db: Reader, personId: string): Promise<PersonRelations['sameAddress']> {
  const { rows } = await db.execute<{ id: string; name: string; email: string }>(sql`
    select distinct p.id, p.display_name as name, mine.value as email from contact_points mine
    join contact_points c on c.hub_id = mine.hub_id and c.kind = 'email' and c.normalised = mine.normalised and c.person_id <> mine.person_id
    join persons p on p.hub_id = c.hub_id and p.id = c.person_id and p.merged_into is null and p.erased_at is null
    where mine.person_id = ${personId}::uuid and mine.kind = 'email' and not exists (
      select from household_people a join household_people b on b.hub_id = a.hub_id and b.household_id = a.household_id
      where a.hub_id = mine.hub_id and a.person_id = mine.person_id and b.person_id = p.id)
    order by name limit 10`);
  return rows;
}
