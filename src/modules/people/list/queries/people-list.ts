import { sql, type SQL } from 'drizzle-orm';
import type { Role } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import type { RelationStatus } from '../../domain/relation-statuses.ts';

export const peopleSorts = ['nom', 'recent', 'vu'] as const;
export type PeopleSort = (typeof peopleSorts)[number];
export type WithOrWithout = 'avec' | 'sans';

/** What narrows the list of people. */
export interface PeopleFilter {
  text: string;
  role: Role | null;
  account: WithOrWithout | null;
  email: WithOrWithout | null;
  status: RelationStatus | null;
  /** A tag, by id. */
  tag: string | null;
  /** Words of the name of a structure where she has a role. */
  structure: string;
  /** A folded town, as contact points keep it. */
  town: string | null;
  /** A select of `person_id`: the people of a segment. */
  segment: SQL | null;
}

/** One line of the list. */
export interface ListedPerson {
  id: string;
  name: string;
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  postal: string | null;
  roles: Role[];
  statuses: RelationStatus[];
  tags: string[];
  structures: string[];
  hasAccount: boolean;
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant | null;
}

// Moments come as milliseconds: raw statements give them as texts of PostgreSQL's own form.
interface Row extends Omit<ListedPerson, 'createdAt' | 'lastSeenAt'>, Record<string, unknown> {
  createdAt: number;
  lastSeenAt: number | null;
}

const seen = sql`(select max(s.last_seen_at) from accounts a join sessions s on s.hub_id = a.hub_id and s.account_id = a.id where a.hub_id = p.hub_id and a.person_id = p.id)`;

const orders: Record<PeopleSort, SQL> = {
  nom: sql`essaim_fold(p.family_name), essaim_fold(p.given_name), p.folded_name, p.id`,
  recent: sql`p.created_at desc, p.id`,
  vu: sql`${seen} desc nulls last, p.folded_name, p.id`,
};

export interface AskedPeople {
  filter: PeopleFilter;
  sort: PeopleSort;
  limit: number;
  offset: number;
  now: Temporal.Instant;
}

/** The people of the hub who match. */
export async function peopleList(db: Reader, asked: AskedPeople): Promise<ListedPerson[]> {
  const { rows } = await db.execute<Row>(sql`
    select p.id, p.display_name as name, p.given_name as "givenName", p.family_name as "familyName", ${milliseconds(sql`p.created_at`)} as "createdAt",
      ${best('email')} as email, ${best('phone')} as phone, ${best('postal')} as postal,
      array(select r.role from person_roles r where r.hub_id = p.hub_id and r.person_id = p.id and ${isHeld(asked.now)} order by r.role) as roles,
      array(select s.status from relation_statuses s where s.hub_id = p.hub_id and s.person_id = p.id and s.until is null order by s.status) as statuses,
      array(select t.label from person_tags g join people_tags t on t.hub_id = g.hub_id and t.id = g.tag_id where g.hub_id = p.hub_id and g.person_id = p.id order by t.label_key) as tags,
      array(select o.name from organization_roles r join organizations o on o.hub_id = r.hub_id and o.id = r.organization_id
        where r.hub_id = p.hub_id and r.person_id = p.id and r.ends_on is null and o.trashed_at is null group by o.name, o.name_key order by o.name_key) as structures,
      exists (select from accounts a where a.hub_id = p.hub_id and a.person_id = p.id) as "hasAccount",
      ${milliseconds(seen)} as "lastSeenAt"
    from (select p.* from persons p where ${conditions(asked.filter, asked.now)}
      order by ${orders[asked.sort]} limit ${asked.limit} offset ${asked.offset}) p
    order by ${orders[asked.sort]}`);
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: Temporal.Instant.fromEpochMilliseconds(createdAt),
    lastSeenAt: lastSeenAt === null ? null : Temporal.Instant.fromEpochMilliseconds(lastSeenAt),
  }));
}

/** How many they are in all. */
export async function countPeople(db: Reader, asked: Pick<AskedPeople, 'filter' | 'now'>): Promise<number> {
  const { rows } = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from persons p where ${conditions(asked.filter, asked.now)}`,
  );
  return rows[0]?.total ?? 0;
}

/** A select of `person_id`: all those who match. */
export function allListed({ filter, now }: Pick<AskedPeople, 'filter' | 'now'>): SQL {
  return sql`select p.id as person_id from persons p where ${conditions(filter, now)}`;
}

const milliseconds = (moment: SQL) => sql`floor(extract(epoch from ${moment}) * 1000)::float8`;
const best = (kind: 'email' | 'phone' | 'postal') =>
  sql`(select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = ${kind} order by c.preferred desc, c.created_at, c.id limit 1)`;
const isIn = (list: SQL) => sql`(p.id in (${list})) is true`;

function conditions(filter: PeopleFilter, now: Temporal.Instant): SQL {
  const parts = [sql`p.merged_into is null and p.erased_at is null`];
  for (const word of filter.text.normalize('NFC').slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6))
    parts.push(
      /@|\d{4}/.test(word)
        ? isIn(sql`select c.person_id from contact_points c where position(lower(${word}) in c.normalised) > 0`)
        : sql`position(essaim_fold(${word}) in p.folded_name) > 0`,
    );
  if (filter.role)
    parts.push(isIn(sql`select r.person_id from person_roles r where r.role = ${filter.role} and ${isHeld(now)}`));
  if (filter.account) parts.push(withOrWithout(filter.account, sql`select a.person_id from accounts a`));
  if (filter.email)
    parts.push(withOrWithout(filter.email, sql`select c.person_id from contact_points c where c.kind = 'email'`));
  if (filter.status)
    parts.push(
      isIn(
        sql`select s.person_id from relation_statuses s where s.person_id is not null and s.status = ${filter.status} and s.until is null`,
      ),
    );
  if (filter.tag) parts.push(isIn(sql`select g.person_id from person_tags g where g.tag_id = ${filter.tag}::uuid`));
  if (filter.town)
    parts.push(
      isIn(sql`select c.person_id from contact_points c where c.kind = 'postal' and c.town_key = ${filter.town}`),
    );
  if (filter.structure)
    parts.push(
      isIn(sql`select r.person_id from organization_roles r join organizations o on o.hub_id = r.hub_id and o.id = r.organization_id
        where r.ends_on is null and o.trashed_at is null and position(essaim_fold(${filter.structure}) in essaim_fold(o.name)) > 0`),
    );
  if (filter.segment) parts.push(isIn(sql`select t.person_id from (${filter.segment}) t`));
  return sql.join(parts, sql` and `);
}

const withOrWithout = (wanted: WithOrWithout, list: SQL): SQL =>
  wanted === 'avec' ? isIn(list) : sql`(p.id in (${list})) is not true`;

const isHeld = (now: Temporal.Instant) =>
  sql`r.starts_at <= ${now.toString()} and (r.ends_at is null or r.ends_at > ${now.toString()})`;
