import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

export interface ListedPoll {
  id: string;
  title: string;
  state: 'open' | 'closed';
  slots: number;
  answers: number;
  closesOn: Temporal.PlainDate | null;
  eventId: string | null;
  createdAt: Temporal.Instant;
}

const most = 200;

/** Polls, those still open first, then the latest. */
export async function pollList(db: Reader): Promise<ListedPoll[]> {
  const { rows } = await db.execute<{
    id: string;
    title: string;
    state: ListedPoll['state'];
    slots: number;
    answers: number;
    closesOn: string | null;
    eventId: string | null;
    createdAt: string;
  }>(sql`
    select p.id, p.title, case when p.closed_at is null then 'open' else 'closed' end as state, p.event_id as "eventId",
      (select count(*)::int from agenda_poll_slots s where s.hub_id = p.hub_id and s.poll_id = p.id) as slots,
      (select count(*)::int from agenda_poll_answers a where a.hub_id = p.hub_id and a.poll_id = p.id) as answers,
      p.closes_on::text as "closesOn", to_json(p.created_at)#>>'{}' as "createdAt"
    from agenda_polls p where p.trashed_at is null order by p.closed_at is not null, p.created_at desc limit ${most}`);
  return rows.map(({ closesOn, createdAt, ...row }) => ({
    ...row,
    closesOn: closesOn === null ? null : Temporal.PlainDate.from(closesOn),
    createdAt: Temporal.Instant.from(createdAt),
  }));
}
