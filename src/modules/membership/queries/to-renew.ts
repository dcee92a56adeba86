import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PeriodKind } from '../domain/period.ts';
import { remindAgainAfter, remindFrom } from '../domain/reminders-due.ts';
import { whomToRemind, type Reachable } from '../domain/reminder-target.ts';
import type { Who } from '../domain/who.ts';
import { peopleOfMemberships } from './member-people.ts';

/** A membership that ends soon or is over, and what keeps it from being asked for. */
export interface ToRenew {
  id: string;
  name: string;
  who: Who;
  endsOn: Temporal.PlainDate;
  isOver: boolean;
  linkTurn: number;
  dues: number;
  reminders: number;
  toldDelays: readonly number[];
  lastRemindedAt: Temporal.Instant | null;
  isStopped: boolean;
  /** An application of this member is on its way: by her link, typed by the team, or paid. Anyone may send one unpaid. */
  hasAnswered: boolean;
  isTooSoon: boolean;
  target: Reachable | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  who: Who;
  endsOn: string;
  linkTurn: number;
  dues: number;
  reminders: number;
  toldDelays: number[];
  lastRemindedAt: string | null;
  isStopped: boolean;
  hasAnswered: boolean;
}

/** Memberships to renew, those over first; each with the one person to ask. */
export async function toRenew(
  db: Reader,
  {
    now,
    zone,
    from = remindFrom,
    campaign,
  }: {
    now: Temporal.Instant;
    zone: string;
    from?: number;
    /** The one that one renews for: what goes as far as it does is renewed already. */
    campaign: { periodKind: PeriodKind; endsOn: Temporal.PlainDate | null } | null;
  },
): Promise<ToRenew[]> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const until = campaign?.periodKind === 'fixed' ? campaign.endsOn : null;
  const { rows } = await db.execute<Row>(sql`
    select m.id, coalesce(o.name, p.display_name, '') as name, m.who, m.ends_on::text as "endsOn", m.link_turn as "linkTurn", m.dues,
      (select count(*)::int from membership_reminders r where r.hub_id = m.hub_id and r.membership_id = m.id) as reminders,
      array(select r.delay_days from membership_reminders r
        where r.hub_id = m.hub_id and r.membership_id = m.id and r.delay_days is not null) as "toldDelays",
      (select to_json(max(r.sent_at)) #>> '{}' from membership_reminders r
        where r.hub_id = m.hub_id and r.membership_id = m.id) as "lastRemindedAt",
      m.reminders_stopped_at is not null as "isStopped",
      exists (select from membership_applications a where a.hub_id = m.hub_id and a.created_at > m.created_at
        and (a.renews_id = m.id or ((a.state = 'awaiting_board' or a.state = 'awaiting_payment' and a.source <> 'online')
          and (a.person_id = m.person_id or a.organization_id = m.organization_id)))) as "hasAnswered"
    from memberships m
    left join organizations o on o.hub_id = m.hub_id and o.id = m.organization_id
    left join persons p on p.hub_id = m.hub_id and p.id = m.person_id
    where m.state = 'running' and m.ends_on <= ${today.add({ days: from }).toString()}::date
      and ${until === null ? sql`true` : sql`m.ends_on < ${until.toString()}::date`} and p.erased_at is null
      and not exists (select from memberships n where n.hub_id = m.hub_id and n.state = 'running' and n.id <> m.id
        and (n.person_id = m.person_id or n.organization_id = m.organization_id) and n.ends_on > m.ends_on)
    order by m.ends_on, essaim_fold(coalesce(o.name, p.display_name, '')), m.id`);
  const people = await peopleOfMemberships(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ endsOn: ends, lastRemindedAt: last, ...row }) => {
    const endsOn = Temporal.PlainDate.from(ends);
    const lastRemindedAt = last === null ? null : Temporal.Instant.from(last);
    return {
      ...row,
      endsOn,
      lastRemindedAt,
      isOver: Temporal.PlainDate.compare(endsOn, today) < 0,
      isTooSoon:
        lastRemindedAt !== null &&
        Temporal.Instant.compare(lastRemindedAt.add({ hours: 24 * remindAgainAfter }), now) > 0,
      target: whomToRemind(people.get(row.id) ?? []),
    };
  });
}

/** Whether a letter may leave for it now. */
export const mayBeReminded = (one: ToRenew): boolean =>
  !one.isStopped && !one.hasAnswered && !one.isTooSoon && one.target?.email != null;

/** Those no mail reaches, and who still have to be asked: to be called, or written to on paper. */
export const mustBeCalled = (one: ToRenew): boolean =>
  !one.isStopped && !one.hasAnswered && !one.isTooSoon && one.target?.email == null;
