import { desc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { isId } from '#platform/ids/ids.ts';
import type { ImportStatus } from '../domain/import-status.ts';
import type { PersonMapping } from '../domain/person-targets.ts';
import { peopleImports } from '../tables.ts';

/** A column of a list, as it was found. */
export interface ImportColumn {
  name: string;
  filled: number;
  samples: string[];
}

/** An import of people as its page shows it. */
export interface PeopleImport {
  id: string;
  status: ImportStatus;
  pass: number;
  fileName: string;
  fileKey: string | null;
  rowsKey: string | null;
  format: string;
  source: string;
  columns: ImportColumn[];
  columnsPrint: string;
  mapping: PersonMapping;
  warnings: string[];
  counts: Record<string, number>;
  failure: string;
  total: number;
  progress: number;
  byId: string | null;
  byName: string;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
}

/** One import, or null. */
export async function readPeopleImport(db: Reader, id: string): Promise<PeopleImport | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(peopleImports).where(eq(peopleImports.id, id));
  return row ? imported(row) : null;
}

/** The latest imports of the hub. */
export async function latestPeopleImports(db: Reader): Promise<PeopleImport[]> {
  const rows = await db.select().from(peopleImports).orderBy(desc(peopleImports.createdAt)).limit(30);
  return rows.map(imported);
}

/** What was said of a list with the same columns, the last time. */
export async function rememberedPeopleMapping(
  db: Reader,
  columnsPrint: string,
): Promise<{ mapping: PersonMapping; source: string } | null> {
  const rows = await db
    .select()
    .from(peopleImports)
    .where(eq(peopleImports.columnsPrint, columnsPrint))
    .orderBy(desc(peopleImports.createdAt))
    .limit(5);
  const known = rows.find(({ status }) => !['reading', 'mapping', 'failed'].includes(status));
  return known ? { mapping: imported(known).mapping, source: known.source } : null;
}

type Row = typeof peopleImports.$inferSelect;

function imported({ hubId: _hub, columns, mapping, ...row }: Row): PeopleImport {
  return {
    ...row,
    columns: columns as ImportColumn[],
    mapping: { columns: [], ...(mapping as Partial<PersonMapping>) },
  };
}
