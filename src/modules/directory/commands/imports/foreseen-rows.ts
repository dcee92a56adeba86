import { sql } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import type { ImportRow } from '../../queries/imports/import-sheet.ts';

/** What a row would become. */
export type ForeseenRow = Pick<
  ImportRow,
  'position' | 'line' | 'name' | 'city' | 'verdict' | 'issues' | 'match' | 'changed' | 'kept'
>;

/** Forgets what an earlier comparison of the list foresaw. */
export async function forgetForeseen(db: Database, importId: string): Promise<void> {
  await db.execute(sql`delete from organization_import_rows where import_id = ${importId}`);
}

/**
 * Notes what the next rows would become. Working notes of the comparison, shown only once it is closed: no act, no
 * audit line. Noted twice, they are noted once.
 */
export async function noteForeseen(db: Database, importId: string, rows: readonly ForeseenRow[]): Promise<void> {
  const written = rows.map((row) => ({ ...row, import_id: importId }));
  await db.execute(sql`insert into organization_import_rows (import_id, position, line, name, city, verdict, issues, match, changed, kept)
    select import_id, position, line, name, city, verdict, issues, nullif(match, 'null'::jsonb), changed, kept
    from jsonb_populate_recordset(null::organization_import_rows, ${JSON.stringify(written)}::jsonb)
    on conflict (hub_id, import_id, position) do update set verdict = excluded.verdict, issues = excluded.issues, match = excluded.match,
      changed = excluded.changed, kept = excluded.kept, decision = null, written = null, organization_id = null, version = null, undone = null`);
}
