import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { SuppressionReason } from '../domain/suppressions.ts';

export interface SuppressionLine {
  print: string;
  /** Null once the person asked to be forgotten: only the print is left. */
  address: string | null;
  reason: SuppressionReason;
  since: Temporal.Instant;
  until: Temporal.Instant | null;
  note: string;
}

export const suppressionsAPage = 100;

export async function suppressionList(
  db: Reader,
  { words, page }: { words: string; page: number },
): Promise<{ rows: SuppressionLine[]; count: number }> {
  const found = await db.execute<{
    print: string;
    address: string | null;
    reason: SuppressionReason;
    since: string;
    until: string | null;
    note: string;
    count: number;
  }>(sql`select print, address, reason, to_json(x.since) as since, to_json(x.until) as until, note, count(*) over ()::int as count
    from mail_suppressions x
    where ${words === '' ? sql`true` : sql`(position(${words.toLowerCase()} in address) > 0 or print = essaim_mail_print(${words}))`}
    order by x.since desc, x.print limit ${suppressionsAPage} offset ${(page - 1) * suppressionsAPage}`);
  return {
    count: found.rows[0]?.count ?? 0,
    rows: found.rows.map(({ count: _count, since, until, ...row }) => ({
      ...row,
      since: Temporal.Instant.from(since),
      until: until === null ? null : Temporal.Instant.from(until),
    })),
  };
}
