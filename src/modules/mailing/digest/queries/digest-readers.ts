import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { DeliveryBasis } from '../../domain/delivery-states.ts';
import type { PlannedReader } from '../../domain/plan.ts';
import type { Rhythm } from '../../domain/rhythms.ts';
import { mailSubjects } from '../../domain/mail-subjects.ts';

/** Someone whose digest may be composed. */
export interface DigestReader extends PlannedReader {
  readonly address: string;
  readonly name: string;
  readonly personId: string | null;
  readonly subscriberId: string | null;
  readonly basis: DeliveryBasis;
  /** Null: whatever she asked for. Else only these, which her budget kept from her. */
  readonly only: ReadonlySet<string> | null;
}

interface ReaderRow extends Record<string, unknown> {
  address: string;
  name: string;
  person_id: string | null;
  subscriber_id: string | null;
  basis: DeliveryBasis;
  subjects: string[] | null;
  rhythm: Rhythm;
  since: string;
  only: string[] | null;
  heard: string[] | null;
  mails: string[] | null;
}

const atOnce = 1_000;

/**
 * Readers by address, some at a time: those who subscribed, then those who did not and whom a mailing could not reach
 * within their budget. Whoever wants nothing is left out.
 */
export async function* digestReaders(db: Reader, now: Temporal.Instant): AsyncGenerator<DigestReader> {
  let after = '';
  for (;;) {
    const rows = await readersAfter(db, now, after);
    for (const row of rows) yield readerOf(row);
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.address;
  }
}

async function readersAfter(db: Reader, now: Temporal.Instant, after: string): Promise<ReaderRow[]> {
  const at = sql`${now.toString()}::timestamptz`;
  const { rows } = await db.execute<ReaderRow>(sql`
    with living as (
      select s.address, s.name, s.person_id, s.id as subscriber_id, 'subscriber' as basis, s.subjects, s.rhythm,
        s.confirmed_at as since, null::text[] as only
      from newsletter_subscribers s
      where s.confirmed_at is not null and s.ended_at is null and (s.paused_until is null or s.paused_until <= ${at})
        and s.address > ${after}
      union all
      select d.address, min(d.name), (array_agg(d.person_id))[1], null::uuid, min(d.basis), null::text[], 'at_once',
        min(d.settled_at), array_agg(distinct i.kind || ' ' || i.item_id)
      from mailing_deliveries d join mailing_items i on i.mailing_id = d.mailing_id
      where d.state = 'skipped' and d.reason = 'budget' and d.settled_at > ${at} - interval '42 days'
        and d.basis <> 'subscriber' and d.address > ${after}
        and not exists (select from newsletter_subscribers s where s.address = d.address and s.confirmed_at is not null)
      group by d.address
    ),
    page as (
      select * from living l
      where not exists (select from mail_suppressions x where x.print = essaim_mail_print(l.address) and (x.until is null or x.until > ${at}))
      order by l.address limit ${atOnce}
    )
    select p.*, to_json(p.since) #>> '{}' as since,
      (select array_agg(distinct h.kind || ' ' || h.item_id) from heard_items h
        where (h.address = p.address or h.person_id = p.person_id) and h.at > ${at} - interval '90 days') as heard,
      (select array_agg(to_json(d.claimed_at) #>> '{}') from mailing_deliveries d
        where (d.address = p.address or d.person_id = p.person_id) and d.claimed_at > ${at} - interval '7 days'
          and d.state in ('sending', 'sent', 'uncertain')) as mails
    from page p order by p.address`);
  return rows;
}

function readerOf(row: ReaderRow): DigestReader {
  return {
    address: row.address,
    name: row.name,
    personId: row.person_id,
    subscriberId: row.subscriber_id,
    basis: row.basis,
    subjects: new Set(row.subjects ?? mailSubjects),
    rhythm: row.rhythm,
    since: row.only ? Temporal.Instant.fromEpochMilliseconds(0) : Temporal.Instant.from(row.since),
    pausedUntil: null,
    only: row.only && new Set(row.only),
    heard: new Set(row.heard),
    mails: (row.mails ?? []).map((text) => Temporal.Instant.from(text)),
  };
}
