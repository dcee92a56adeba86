import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailSubject } from '#platform/contributions/module.ts';
import type { Audience } from '../domain/audience.ts';
import type { SegmentSeam } from '../ports.ts';
import type { Reader } from '#platform/db/database.ts';
import { readMailingSettings } from './mailing-settings.ts';

/** What is asked of an audience: who is meant, on which subject, with which informations. */
export interface AudienceAsked {
  audience: Audience;
  subject: MailSubject | null;
  items: readonly { kind: string; itemId: string }[];
}

type Work = Pick<Context, 'clock' | 'zone'> & { db: Reader };

/**
 * The people and addresses of an audience: `person_id`, `address`, `name`, `subscriber_id`, `basis`, and `why` she would
 * not receive it: null when she does. One row a person and address. To a member, the life of the network needs no other
 * consent; everything else needs a living subscription to its subject, or the agreement of who never chose subjects. A
 * pause is silence, whatever she is.
 */
export async function audienceRows(
  ctx: Work,
  segments: SegmentSeam,
  { audience, subject, items }: AudienceAsked,
): Promise<SQL> {
  const now = sql`${ctx.clock.now().toString()}::timestamptz`;
  const { weeklyBudget } = await readMailingSettings(ctx.db);
  const found = await Promise.all([
    ...audience.segments.map((id) => segments.people(ctx, id)),
    ...(audience.conditions ?? []).map(async (one) => (await segments.matching(ctx, one))?.people ?? null),
  ]);
  const groups = [
    ...(audience.members ? [membersToday(now)] : []),
    ...found.flatMap((people) => (people ? [sql`select person_id from (${people}) segment`] : [])),
  ];
  const people = groups.length > 0 ? sql.join(groups, sql` union `) : sql`select null::uuid as person_id where false`;
  const narrowing = audience.within ? await segments.people(ctx, audience.within) : null;
  // A segment that went or can not be read any more lets nobody in, rather than everybody.
  const within = (person: SQL) =>
    narrowing ? sql`and ${person} in (${narrowing})` : audience.within ? sql`and false` : sql``;
  const subjects = sql`${sql.param([...audience.subjects])}::text[]`;
  const told = sql`${JSON.stringify(items.map(({ kind, itemId }) => ({ kind, item_id: itemId })))}::jsonb`;
  return sql`
    with people as (${people}),
    meant as (
      select s.person_id, s.address, coalesce(nullif(s.name, ''), p.display_name, '') as name, s.id as subscriber_id
      from newsletter_subscribers s left join persons p on p.id = s.person_id
      where s.subjects && ${subjects} and s.confirmed_at is not null and s.ended_at is null ${within(sql`s.person_id`)}
      union all
      select p.id, coalesce(s.address, mail.address), p.display_name, s.id
      from (select distinct person_id from people) x join persons p on p.id = x.person_id
      left join lateral (
        select c.normalised as address from contact_points c where c.person_id = p.id and c.kind = 'email'
        order by c.preferred desc, c.created_at limit 1) mail on true
      left join lateral (
        select s.id, s.address from newsletter_subscribers s
        where (s.person_id = p.id or s.address = mail.address) and s.confirmed_at is not null
        order by s.ended_at is null desc, s.person_id = p.id desc limit 1) s on true
      where p.merged_into is null and p.erased_at is null ${within(sql`p.id`)}
    ),
    judged as (
      select m.person_id, m.address, m.name, s.id as subscriber_id,
        case when s.ended_at is null and ${subject}::text = any (s.subjects) then 'subscriber'
          when ${subject}::text is null and s.ended_at is null then 'subscriber'
          when ${subject}::text = 'life' and m.person_id in (${membersToday(now)}) then 'member'
          when s.id is null and exists (select from consents c where c.person_id = m.person_id and c.purpose = 'newsletter' and c.withdrawn_at is null)
          then 'consent' end as basis,
        s.ended_at, s.rhythm, s.paused_until
      from meant m left join newsletter_subscribers s on s.id = m.subscriber_id
    ),
    verdicts as (
      select j.*, case
        when j.address is null then 'noEmail'
        when exists (select from mail_suppressions x where x.print = essaim_mail_print(j.address) and (x.until is null or x.until > ${now}))
        then 'suppressed'
        when j.ended_at is not null then 'unsubscribed'
        when j.basis is null then 'noConsent'
        when j.basis <> 'subscriber' and exists (
          select from reach_preferences r where r.person_id = j.person_id and r.channel <> 'mail') then 'otherWay'
        when j.paused_until > ${now} then 'paused'
        when j.basis = 'subscriber' and j.rhythm <> 'at_once' then 'digest'
        when jsonb_array_length(${told}) > 0 and not exists (
          select from jsonb_to_recordset(${told}) as i (kind text, item_id uuid)
          where not exists (select from heard_items h where h.address = j.address and h.kind = i.kind and h.item_id = i.item_id))
        then 'heard'
        when (select count(*) from mailing_deliveries d where d.address = j.address
          and d.claimed_at > ${now} - interval '7 days' and d.state in ('sending', 'sent', 'uncertain')) >= ${weeklyBudget}
        then 'budget' end as why
      from judged j
    )
    select distinct on (coalesce(address, person_id::text)) person_id, address, name, subscriber_id, basis, why
    from verdicts order by coalesce(address, person_id::text), why is null desc, basis = 'subscriber' desc, person_id`;
}

/** People who hold the role of member at this moment. */
function membersToday(now: SQL): SQL {
  return sql`select r.person_id from person_roles r
    where r.role = 'member' and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})`;
}

/** How many would receive it, and how many would not, by reason. */
export interface AudienceCounts {
  receive: number;
  /** In the order of the most frequent. */
  left: { why: string; count: number }[];
}

export async function audienceCounts(
  ctx: Context,
  segments: SegmentSeam,
  asked: AudienceAsked,
): Promise<AudienceCounts> {
  const rows = await audienceRows(ctx, segments, asked);
  const counted = await ctx.db.execute<{ why: string | null; count: number }>(
    sql`select why, count(*)::int as count from (${rows}) a group by why order by count(*) desc, why`,
  );
  return {
    receive: counted.rows.find((row) => row.why === null)?.count ?? 0,
    left: counted.rows.flatMap(({ why, count }) => (why === null ? [] : [{ why, count }])),
  };
}

export interface AudienceLine {
  personId: string | null;
  address: string | null;
  name: string;
  basis: 'subscriber' | 'member' | 'consent' | null;
  why: string | null;
}

/** The people of an audience by name, those who receive it first. */
export async function audienceLines(
  ctx: Context,
  segments: SegmentSeam,
  asked: AudienceAsked,
  { limit, offset = 0, why }: { limit: number; offset?: number; why?: string | undefined },
): Promise<AudienceLine[]> {
  const rows = await audienceRows(ctx, segments, asked);
  const found = await ctx.db.execute<AudienceLine & Record<string, unknown>>(sql`
    select person_id as "personId", address, name, basis, why from (${rows}) a
    where ${why === undefined ? sql`true` : why === '' ? sql`why is null` : sql`why = ${why}`}
    order by why is not null, why, name, address limit ${limit} offset ${offset}`);
  return found.rows;
}
