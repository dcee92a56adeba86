import { and, asc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PersonMatch, RowDecision, RowVerdict } from '../domain/judge-row.ts';
import type { PersonDraft } from '../domain/person-draft.ts';
import { peopleImportRows } from '../tables.ts';

/** What writing a line added, to take it back. */
export interface RowUndo {
  points: string[];
  statuses: string[];
  tags: string[];
  notes: string[];
  roles: string[];
  consents: string[];
}

/** A line of a list, and what becomes of it. */
export interface PersonRow {
  position: number;
  line: number;
  name: string;
  verdict: RowVerdict;
  issues: string[];
  draft: PersonDraft | null;
  matches: PersonMatch[];
  sameAs: number | null;
  decision: RowDecision | null;
  written: 'added' | 'changed' | 'none' | null;
  personId: string | null;
  undo: RowUndo | null;
  undone: 'removed' | 'restored' | 'left' | null;
}

type Row = typeof peopleImportRows.$inferSelect;
const asRow = (row: Row): PersonRow => row as unknown as PersonRow;

/** The next lines to write or to take back, in order. */
export async function nextRows(db: Reader, importId: string, from: number, limit: number): Promise<PersonRow[]> {
  const rows = await db
    .select()
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), gte(peopleImportRows.position, from)))
    .orderBy(asc(peopleImportRows.position))
    .limit(limit);
  return rows.map(asRow);
}

/** Lines by their place in the list. */
export async function rowsAt(db: Reader, importId: string, positions: readonly number[]): Promise<PersonRow[]> {
  if (positions.length === 0) return [];
  const rows = await db
    .select()
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), inArray(peopleImportRows.position, [...positions])));
  return rows.map(asRow);
}

/** Lines of one verdict, or those with something to tell. */
export async function rowsToShow(
  db: Reader,
  importId: string,
  shown: RowVerdict | 'issues',
  page: { limit: number; offset: number },
): Promise<PersonRow[]> {
  const rows = await db
    .select()
    .from(peopleImportRows)
    .where(
      and(
        eq(peopleImportRows.importId, importId),
        shown === 'issues'
          ? sql`jsonb_array_length(${peopleImportRows.issues}) > 0`
          : eq(peopleImportRows.verdict, shown),
      ),
    )
    .orderBy(asc(peopleImportRows.position))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(asRow);
}

/** People that an import added, among these lines. */
export async function addedPeople(db: Reader, importId: string, from: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ personId: peopleImportRows.personId })
    .from(peopleImportRows)
    .where(
      and(
        eq(peopleImportRows.importId, importId),
        gte(peopleImportRows.position, from),
        eq(peopleImportRows.written, 'added'),
        isNotNull(peopleImportRows.personId),
      ),
    )
    .orderBy(asc(peopleImportRows.position))
    .limit(limit);
  return rows.flatMap(({ personId }) => personId ?? []);
}

/** How many lines of each kind, and how many have something to tell. */
export async function rowCounts(db: Reader, importId: string): Promise<Record<RowVerdict | 'issues', number>> {
  const { rows } = await db.execute<{ verdict: RowVerdict; count: number; issues: number }>(sql`
    select verdict, count(*)::int as count, count(*) filter (where jsonb_array_length(issues) > 0)::int as issues
    from people_import_rows where import_id = ${importId}::uuid group by verdict`);
  const of = (verdict: RowVerdict) => rows.find((row) => row.verdict === verdict)?.count ?? 0;
  return {
    new: of('new'),
    known: of('known'),
    look_alike: of('look_alike'),
    repeated: of('repeated'),
    rejected: of('rejected'),
    issues: rows.reduce((sum, row) => sum + row.issues, 0),
  };
}
