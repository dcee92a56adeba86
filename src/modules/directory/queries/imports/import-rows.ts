import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { ImportRow } from './import-sheet.ts';

/** The lists of the report: the five verdicts, and the rows with a value to check. */
export const rowFilters = ['new', 'changed', 'unchanged', 'duplicate', 'rejected', 'doubtful', 'all'] as const;
export type RowFilter = (typeof rowFilters)[number];

const columns = sql`position, line, name, city, verdict, decision, issues, match, changed, kept, written, organization_id as "organizationId", undone`;

function matching(filter: RowFilter) {
  if (filter === 'all') return sql`true`;
  if (filter === 'doubtful') return sql`verdict <> 'rejected' and issues <> '[]'`;
  return sql`verdict = ${filter}`;
}

/** A page of rows, in the order of the file. */
export async function importRows(
  db: Reader,
  importId: string,
  filter: RowFilter,
  page: { size: number; offset: number },
): Promise<{ rows: ImportRow[]; count: number }> {
  const [{ rows }, counted] = await Promise.all([
    db.execute<ImportRow & Record<string, unknown>>(sql`select ${columns} from organization_import_rows
      where import_id = ${importId} and ${matching(filter)} order by position limit ${page.size} offset ${page.offset}`),
    db.execute<{ count: number }>(
      sql`select count(*)::int as count from organization_import_rows where import_id = ${importId} and ${matching(filter)}`,
    ),
  ]);
  return { rows, count: counted.rows[0]?.count ?? 0 };
}

/** All the rows, by thousands, for the report to take away. */
export async function* eachImportRow(db: Reader, importId: string): AsyncGenerator<ImportRow> {
  for (let after = -1; ;) {
    const { rows } = await db.execute<
      ImportRow & Record<string, unknown>
    >(sql`select ${columns} from organization_import_rows
      where import_id = ${importId} and position > ${after} order by position limit 1000`);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < 1000) return;
    after = last.position;
  }
}
