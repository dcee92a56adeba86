import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

export type ImportStatus =
  | 'reading'
  | 'mapping'
  | 'comparing'
  | 'ready'
  | 'running'
  | 'done'
  | 'undoing'
  | 'undone'
  | 'failed';

/** A column of the file, and why it seems to mean what is proposed. */
export interface ImportColumn {
  name: string;
  filled: number;
  samples: readonly string[];
  because: string;
}

export type Verdict = 'new' | 'changed' | 'unchanged' | 'duplicate' | 'rejected';

/** What was foreseen, then what was written and taken back. */
export interface ImportCounts extends Partial<Record<Verdict, number>> {
  added?: number;
  updated?: number;
  merged?: number;
  failed?: number;
  /** Rows that have a value to check. */
  doubtful?: number;
  removed?: number;
  restored?: number;
  left?: number;
}

/** An import as its page shows it. */
export interface ImportSheet {
  id: string;
  source: string;
  kind: 'upload' | 'address' | 'paste';
  address: string;
  fileName: string;
  fileKey: string | null;
  rowsKey: string | null;
  planKey: string | null;
  format: string | null;
  columns: readonly ImportColumn[];
  columnsPrint: string | null;
  mapping: unknown;
  warnings: readonly string[];
  status: ImportStatus;
  failure: string;
  progress: number;
  total: number;
  counts: ImportCounts;
  pass: number;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  undoneAt: string | null;
  byId: string | null;
  byName: string;
}

/** What one row becomes. */
export interface ImportRow {
  position: number;
  line: number;
  name: string;
  city: string;
  verdict: Verdict;
  decision: 'merge' | 'create' | 'skip' | null;
  issues: readonly { field: string; message: string; value?: string }[];
  match: ImportMatch | null;
  changed: readonly string[];
  kept: readonly string[];
  written: 'added' | 'changed' | 'merged' | 'none' | null;
  organizationId: string | null;
  undone: 'removed' | 'restored' | 'left' | null;
}

export interface ImportMatch {
  id: string | null;
  line: number | null;
  name: string;
  because: string;
  sure: boolean;
}

const columns = sql`id, source, kind, address, file_name as "fileName", file_key as "fileKey", rows_key as "rowsKey", plan_key as "planKey", format,
  columns, columns_print as "columnsPrint", mapping, warnings, status, failure, progress, total, counts, pass, to_jsonb(created_at) #>> '{}' as "createdAt",
  to_jsonb(started_at) #>> '{}' as "startedAt", to_jsonb(finished_at) #>> '{}' as "finishedAt", to_jsonb(undone_at) #>> '{}' as "undoneAt", by_id as "byId", by_name as "byName"`;

/** One import, or null. */
export async function readImport(db: Reader, id: string): Promise<ImportSheet | null> {
  const { rows } = await db.execute<ImportSheet & Record<string, unknown>>(
    sql`select ${columns} from organization_imports where id = ${id}`,
  );
  return rows[0] ?? null;
}

/** The last imports, newest first. */
export async function listImports(db: Reader, limit = 20): Promise<ImportSheet[]> {
  const { rows } = await db.execute<ImportSheet & Record<string, unknown>>(
    sql`select ${columns} from organization_imports order by created_at desc, id desc limit ${limit}`,
  );
  return rows;
}
