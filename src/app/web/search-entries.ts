import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { SearchMatch } from '#platform/search/search.ts';

/** A thing found, as results show it. */
export interface FoundEntry {
  kind: string;
  subjectId: string;
  title: string;
  summary: string;
  path: string;
}

interface Row extends Record<string, unknown> {
  kind: string;
  subject_id: string;
  title: string;
  summary: string;
  path: string;
}

/** The entries of these matches, in the order of the matches. */
export async function entriesOf(db: Reader, matches: readonly SearchMatch[]): Promise<FoundEntry[]> {
  if (matches.length === 0) return [];
  const ids = `{${matches.map((match) => match.subjectId).join(',')}}`;
  const { rows } = await db.execute<Row>(
    sql`select kind, subject_id, title, summary, path from search_entries where subject_id = any (${ids}::uuid[])`,
  );
  const byKey = new Map(rows.map((row) => [`${row.kind} ${row.subject_id}`, row]));
  return matches.flatMap(({ kind, subjectId }) => {
    const row = byKey.get(`${kind} ${subjectId}`);
    return row ? [{ kind, subjectId, title: row.title, summary: row.summary, path: row.path }] : [];
  });
}
