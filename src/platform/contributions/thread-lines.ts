import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';
import { formatDate, formatMoney } from '../french/index.ts';
import type { ThreadEntry } from './module.ts';

/** Lines of one kind for a thread, as columns of rows. */
export interface ThreadLines {
  /** « Inscription ». */
  readonly kind: string;
  /** The rows: what follows `from`, with its conditions. */
  readonly from: SQL;
  readonly at: SQL;
  readonly title: SQL;
  readonly detail?: SQL;
  /** A day that tells more than the moment: that of the event. */
  readonly day?: SQL;
  readonly cents?: SQL;
  readonly href?: SQL;
  readonly isInternal?: boolean;
}

interface Row extends Record<string, unknown> {
  at: number;
  kind: string;
  title: string;
  detail: string | null;
  day: string | null;
  cents: number | null;
  href: string | null;
  isInternal: boolean;
}

const mostLines = 100;

/** Reads lines of several kinds at once, the latest first, a hundred at most. */
export async function threadEntries(db: Reader, kinds: readonly ThreadLines[]): Promise<ThreadEntry[]> {
  const selects = kinds.map(
    ({
      kind,
      from,
      at,
      title,
      detail,
      day,
      cents,
      href,
      isInternal = false,
    }) => sql`(select ${at} as at, ${kind}::text as kind,
      ${title} as title, ${detail ?? sql`null`}::text as detail, ${day ?? sql`null`}::date::text as day, ${cents ?? sql`null`}::int as cents,
      ${href ?? sql`null`}::text as href, ${isInternal}::boolean as is_internal from ${from} order by 1 desc limit ${mostLines})`,
  );
  const { rows } = await db.execute<Row>(sql`
    select floor(extract(epoch from t.at) * 1000)::float8 as at, kind, title, detail, day, cents, href, is_internal as "isInternal"
    from (${sql.join(selects, sql` union all `)}) t where t.at is not null order by t.at desc limit ${mostLines}`);
  return rows.map(({ at, kind, title, detail, day, cents, href, isInternal }) => {
    const more = [day && formatDate(Temporal.PlainDate.from(day)), cents !== null && formatMoney(cents), detail].filter(
      Boolean,
    );
    return {
      at: Temporal.Instant.fromEpochMilliseconds(at),
      kind,
      title,
      ...(more.length > 0 ? { detail: more.join(' · ') } : {}),
      ...(href ? { href } : {}),
      isInternal,
    };
  });
}
