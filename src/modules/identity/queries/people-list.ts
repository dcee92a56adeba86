import { sql, type SQL } from 'drizzle-orm';
import type { Role } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';

export const peopleSorts = ['nom', 'recent', 'vu'] as const;
export type PeopleSort = (typeof peopleSorts)[number];

/** What narrows the list of people. */
export interface PeopleFilter {
  text: string;
  role: Role | null;
  account: 'avec' | 'sans' | null;
  email: 'avec' | 'sans' | null;
}

/** One line of the list. */
export interface ListedPerson {
  id: string;
  name: string;
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  roles: Role[];
  hasAccount: boolean;
  createdAt: Temporal.Instant;
  lastSeenAt: Temporal.Instant | null;
}

// Moments come as milliseconds: raw statements give them as texts of PostgreSQL's own form.
interface Row extends Omit<ListedPerson, 'createdAt' | 'lastSeenAt'>, Record<string, unknown> {
  createdAt: number;
  lastSeenAt: number | null;
}

const orders: Record<PeopleSort, SQL> = {
  nom: sql`essaim_fold(p.family_name), essaim_fold(p.given_name), p.folded_name, p.id`,
  recent: sql`p.created_at desc, p.id`,
  vu: sql`"lastSeenAt" desc nulls last, p.folded_name, p.id`,
};

/** The people of the hub who match, and how many they are in all. */
export async function peopleList(
  db: Reader,
  asked: { filter: PeopleFilter; sort: PeopleSort; limit: number; offset: number; now: Temporal.Instant },
): Promise<{ people: ListedPerson[]; total: number }> {
  const where = conditions(asked.filter, asked.now);
  const { rows: people } = await db.execute<Row>(sql`
    select p.id, p.display_name as name, p.given_name as "givenName", p.family_name as "familyName", ${milliseconds(sql`p.created_at`)} as "createdAt",
      (select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email' order by c.preferred desc, c.created_at limit 1) as email,
      (select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'phone' order by c.preferred desc, c.created_at limit 1) as phone,
      array(select r.role from person_roles r where r.hub_id = p.hub_id and r.person_id = p.id and ${isHeld(asked.now)} order by r.role) as roles,
      a.id is not null as "hasAccount",
      (select ${milliseconds(sql`max(s.last_seen_at)`)} from sessions s where s.hub_id = a.hub_id and s.account_id = a.id) as "lastSeenAt"
    from persons p left join accounts a on a.hub_id = p.hub_id and a.person_id = p.id
    where ${where} order by ${orders[asked.sort]} limit ${asked.limit} offset ${asked.offset}`);
  const { rows } = await db.execute<{ total: number }>(sql`
    select count(*)::int as total from persons p left join accounts a on a.hub_id = p.hub_id and a.person_id = p.id where ${where}`);
  return { people: people.map(listed), total: rows[0]?.total ?? 0 };
}

const milliseconds = (moment: SQL) => sql`floor(extract(epoch from ${moment}) * 1000)::float8`;

function listed({ createdAt, lastSeenAt, ...row }: Row): ListedPerson {
  return {
    ...row,
    createdAt: Temporal.Instant.fromEpochMilliseconds(createdAt),
    lastSeenAt: lastSeenAt === null ? null : Temporal.Instant.fromEpochMilliseconds(lastSeenAt),
  };
}

function conditions(filter: PeopleFilter, now: Temporal.Instant): SQL {
  const parts = [sql`p.merged_into is null and p.erased_at is null`];
  for (const word of filter.text.normalize('NFC').slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6)) {
    parts.push(sql`position(essaim_fold(${word}) in p.folded_name) > 0`);
  }
  if (filter.role) {
    parts.push(
      sql`exists (select from person_roles r where r.hub_id = p.hub_id and r.person_id = p.id and r.role = ${filter.role} and ${isHeld(now)})`,
    );
  }
  if (filter.account) parts.push(filter.account === 'avec' ? sql`a.id is not null` : sql`a.id is null`);
  if (filter.email) {
    const reached = sql`exists (select from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email')`;
    parts.push(filter.email === 'avec' ? reached : sql`not ${reached}`);
  }
  return sql.join(parts, sql` and `);
}

const isHeld = (now: Temporal.Instant) =>
  sql`r.starts_at <= ${now.toString()} and (r.ends_at is null or r.ends_at > ${now.toString()})`;
