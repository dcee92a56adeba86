import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { standingOf, type MembershipState, type Standing } from '../domain/standing.ts';
import type { Who } from '../domain/who.ts';

export const memberViews = ['a-jour', 'a-renouveler', 'a-venir', 'impayees', 'anciens', 'tous'] as const;
export type MemberView = (typeof memberViews)[number];
export const memberSorts = ['nom', 'fin', 'depuis'] as const;
export type MemberSort = (typeof memberSorts)[number];

/** What narrows the list of members. */
export interface MemberQuestion {
  view: MemberView;
  q: string;
  who: Who | null;
  college: string | null;
  campaign: string | null;
  sort: MemberSort;
}

/** One member, with the last of her memberships. */
export interface MemberRow {
  id: string;
  personId: string | null;
  organizationId: string | null;
  name: string;
  who: Who;
  college: string;
  campaign: string;
  municipality: string;
  contact: string;
  email: string;
  phone: string;
  dues: number;
  startsOn: Temporal.PlainDate;
  endsOn: Temporal.PlainDate;
  /** First day of her first membership known. */
  memberSince: Temporal.PlainDate;
  standing: Standing;
  /** Paid, then owed again. */
  isUnpaid: boolean;
}

interface Raw extends Record<string, unknown>, Omit<MemberRow, 'startsOn' | 'endsOn' | 'memberSince' | 'standing'> {
  state: MembershipState;
  startsOn: string;
  endsOn: string;
  graceUntil: string;
  memberSince: string;
  whole: number;
}

export const membersAPage = 50;

const todayOf = (ctx: Context): Temporal.PlainDate => ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();

export async function memberList(
  ctx: Context,
  question: MemberQuestion,
  page: number,
): Promise<{ rows: MemberRow[]; count: number }> {
  const today = todayOf(ctx);
  const { rows } = await ctx.db.execute<Raw>(
    sql`${selection(question, today)} order by ${orders[question.sort]} limit ${membersAPage} offset ${(page - 1) * membersAPage}`,
  );
  return { rows: rows.map((row) => read(row, today)), count: rows[0]?.whole ?? 0 };
}

/** The whole selection, for a file. */
export async function* eachMember(ctx: Context, question: MemberQuestion): AsyncGenerator<MemberRow> {
  const today = todayOf(ctx);
  for (let offset = 0; ; offset += 500) {
    const { rows }: { rows: Raw[] } = await ctx.db.execute<Raw>(
      sql`${selection(question, today)} order by ${orders[question.sort]} limit 500 offset ${offset}`,
    );
    yield* rows.map((row) => read(row, today));
    if (rows.length < 500) return;
  }
}

/** How many members each view holds. */
export async function memberCounts(ctx: Context): Promise<Readonly<Record<MemberView, number>>> {
  const today = sql`${todayOf(ctx).toString()}::date`;
  const { rows } = await ctx.db.execute<Record<string, number>>(sql`
    select count(*) filter (where ${standing('a-jour', today)})::int as "a-jour",
      count(*) filter (where ${standing('a-renouveler', today)})::int as "a-renouveler",
      count(*) filter (where ${standing('a-venir', today)})::int as "a-venir",
      count(*) filter (where ${standing('impayees', today)})::int as impayees,
      count(*) filter (where ${standing('anciens', today)})::int as anciens, count(*)::int as tous
    from (${latest(sql`true`, today)}) m`);
  const [row = {}] = rows;
  return Object.fromEntries(memberViews.map((view) => [view, row[view] ?? 0])) as Record<MemberView, number>;
}

const orders: Readonly<Record<MemberSort, SQL>> = {
  nom: sql`essaim_fold(coalesce(o.name, p.family_name || ' ' || p.given_name)), m.id`,
  fin: sql`m.ends_on, essaim_fold(coalesce(o.name, p.display_name)), m.id`,
  depuis: sql`"memberSince", m.id`,
};

/** The last membership of each member: the one that runs now, else the latest. */
function latest(where: SQL, today: SQL): SQL {
  return sql`select distinct on (coalesce(m.person_id, m.organization_id)) m.* from memberships m where ${where}
    order by coalesce(m.person_id, m.organization_id), (m.state = 'running' and m.starts_on <= ${today} and m.ends_on >= ${today}) desc,
      m.ends_on desc, m.created_at desc`;
}

function standing(view: MemberView, today: SQL): SQL {
  switch (view) {
    case 'a-jour':
      return sql`m.state = 'running' and m.starts_on <= ${today} and m.ends_on >= ${today}`;
    case 'a-renouveler':
      return sql`m.state = 'running' and m.ends_on < ${today} and m.grace_until >= ${today}`;
    case 'a-venir':
      return sql`m.state = 'running' and m.starts_on > ${today}`;
    case 'impayees':
      return sql`m.state = 'running' and m.dues_unpaid_since is not null and m.grace_until >= ${today}`;
    case 'anciens':
      return sql`(m.state <> 'running' or m.grace_until < ${today})`;
    case 'tous':
      return sql`true`;
  }
}

function selection({ view, q, who, college, campaign }: MemberQuestion, day: Temporal.PlainDate): SQL {
  const today = sql`${day.toString()}::date`;
  const parts = [standing(view, today), sql`p.erased_at is null`];
  for (const word of q.normalize('NFC').slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6))
    parts.push(
      sql`position(essaim_fold(${word}) in essaim_fold(coalesce(o.name, '') || ' ' || coalesce(p.display_name, '') || ' '
        || coalesce(c.name, '') || ' ' || coalesce(c.email, '') || ' ' || coalesce(l.city, ''))) > 0`,
    );
  if (who) parts.push(sql`m.who = ${who}`);
  if (college) parts.push(sql`m.college_id = ${college}::uuid`);
  const of = campaign ? sql`m.campaign_id = ${campaign}::uuid` : sql`true`;
  return sql`select m.id, m.person_id as "personId", m.organization_id as "organizationId", coalesce(o.name, p.display_name, '') as name, m.who,
      coalesce(g.name, '') as college, k.name as campaign, coalesce(l.city, '') as municipality,
      coalesce(c.name, '') as contact, coalesce(c.email, '') as email, coalesce(c.phone, '') as phone, m.dues, m.state, m.dues_unpaid_since is not null as "isUnpaid",
      m.starts_on::text as "startsOn", m.ends_on::text as "endsOn", m.grace_until::text as "graceUntil",
      (select min(f.starts_on)::text from memberships f where f.hub_id = m.hub_id
        and (f.person_id = m.person_id or f.organization_id = m.organization_id)) as "memberSince",
      count(*) over ()::int as whole
    from (${latest(of, today)}) m
    join membership_campaigns k on k.hub_id = m.hub_id and k.id = m.campaign_id
    left join voting_colleges g on g.hub_id = m.hub_id and g.id = m.college_id
    left join organizations o on o.hub_id = m.hub_id and o.id = m.organization_id
    left join persons p on p.hub_id = m.hub_id and p.id = m.person_id
    left join organization_locations l on l.hub_id = m.hub_id and l.organization_id = m.organization_id and l.position = 0
    left join lateral (select q.display_name as name,
        (select a.value from contact_points a where a.hub_id = q.hub_id and a.person_id = q.id and a.kind = 'email' order by a.preferred desc, a.created_at limit 1) as email,
        (select a.value from contact_points a where a.hub_id = q.hub_id and a.person_id = q.id and a.kind = 'phone' order by a.preferred desc, a.created_at limit 1) as phone
      from membership_people mp join persons q on q.hub_id = mp.hub_id and q.id = mp.person_id
      where mp.hub_id = m.hub_id and mp.membership_id = m.id and q.erased_at is null
      order by mp.is_contact desc, mp.position limit 1) c on true
    where ${sql.join(parts, sql` and `)}`;
}

function read(row: Raw, today: Temporal.PlainDate): MemberRow {
  const { state, whole: _whole, ...rest } = row;
  const startsOn = Temporal.PlainDate.from(row.startsOn);
  const endsOn = Temporal.PlainDate.from(row.endsOn);
  const graceUntil = Temporal.PlainDate.from(row.graceUntil);
  return {
    ...rest,
    startsOn,
    endsOn,
    memberSince: Temporal.PlainDate.from(row.memberSince),
    standing: standingOf({ state, startsOn, endsOn, graceUntil }, today),
  };
}
