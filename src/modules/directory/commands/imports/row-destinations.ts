import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { PlanLine } from './plan-line.ts';

/** Where a row goes. */
export interface Destination {
  row: PlanLine;
  act: 'add' | 'update' | 'merge' | 'none';
  organizationId: string;
  /** Print of what the list last said of the sheet. */
  hash: string | null;
  /** The key of the row leads to the sheet from now on. */
  ownsKey: boolean;
}

type Decision = 'merge' | 'create' | 'skip';

/**
 * Where each row goes, seen from now: a row written before the process died, or by an import done meanwhile, is found
 * by its key and no sheet is made twice.
 */
export async function destinationsOf(
  work: CommandContext,
  { importId, source, rows }: { importId: string; source: string; rows: readonly PlanLine[] },
): Promise<Destination[]> {
  const known = await knownKeys(work, source, rows);
  const decisions = await decisionsOf(work, importId, rows);
  const byLine = await sheetsOfLines(work, importId, rows);
  const destinations: Destination[] = [];
  for (const row of rows) {
    const destination = destinationOf(work, row, known.get(row.key), decisions.get(row.position), byLine);
    destinations.push(destination);
    if (destination.act !== 'none') {
      byLine.set(row.line, destination.organizationId);
      if (destination.ownsKey) known.set(row.key, { organizationId: destination.organizationId, hash: row.hash });
    }
  }
  return destinations;
}

function destinationOf(
  work: CommandContext,
  row: PlanLine,
  known: { organizationId: string; hash: string } | undefined,
  decision: Decision | undefined,
  byLine: ReadonlyMap<number, string>,
): Destination {
  const none: Destination = { row, act: 'none', organizationId: '', hash: null, ownsKey: false };
  const { outcome } = row;
  if (outcome.kind === 'rejected' || row.draft === null) return none;
  if (outcome.kind === 'duplicate' && outcome.line !== null) {
    // The row of the file that this one repeats has the key when both bear the same.
    const target = byLine.get(outcome.line);
    const act = decision ?? (outcome.isSure ? 'merge' : 'skip');
    if (act === 'skip' || (known && known.organizationId === target && known.hash === row.hash)) return none;
    if (act === 'merge' && target)
      return { row, act: 'merge', organizationId: target, hash: null, ownsKey: known === undefined };
    if (act === 'merge') return none;
    return known ? none : { row, act: 'add', organizationId: work.newId(), hash: null, ownsKey: true };
  }
  if (known) return { row, act: 'update', organizationId: known.organizationId, hash: known.hash, ownsKey: true };
  if (outcome.kind === 'duplicate') {
    const act = decision ?? (outcome.isSure ? 'merge' : 'skip');
    if (act === 'skip') return none;
    if (act === 'merge' && outcome.id)
      return { row, act: 'merge', organizationId: outcome.id, hash: null, ownsKey: true };
  }
  return { row, act: 'add', organizationId: work.newId(), hash: null, ownsKey: true };
}

async function knownKeys(
  work: CommandContext,
  source: string,
  rows: readonly PlanLine[],
): Promise<Map<string, { organizationId: string; hash: string }>> {
  // One look in the index a key: without statistics on fresh rows, the server would read the whole list each time.
  const { rows: found } = await work.db.execute<{ key: string; id: string; hash: string }>(sql`
    select k.value as key, s.organization_id as id, s.content_hash as hash
    from jsonb_array_elements_text(${JSON.stringify(rows.map(({ key }) => key))}::jsonb) k
    cross join lateral (select organization_id, content_hash from organization_sources
      where source = ${source} and source_key = k.value limit 1) s`);
  return new Map(found.map(({ key, id, hash }) => [key, { organizationId: id, hash }]));
}

async function decisionsOf(
  work: CommandContext,
  importId: string,
  rows: readonly PlanLine[],
): Promise<Map<number, Decision>> {
  const [first, last] = [rows[0]?.position ?? 0, rows.at(-1)?.position ?? -1];
  const { rows: found } = await work.db.execute<{ position: number; decision: Decision }>(sql`
    select position, decision from organization_import_rows
    where import_id = ${importId} and position between ${first} and ${last} and decision is not null`);
  return new Map(found.map(({ position, decision }) => [position, decision]));
}

/** The sheets that earlier rows of the file made, for the rows that repeat them. */
async function sheetsOfLines(
  work: CommandContext,
  importId: string,
  rows: readonly PlanLine[],
): Promise<Map<number, string>> {
  const lines = rows.flatMap(({ outcome }) =>
    outcome.kind === 'duplicate' && outcome.line !== null ? [outcome.line] : [],
  );
  if (lines.length === 0) return new Map();
  const { rows: found } = await work.db.execute<{ line: number; id: string }>(sql`
    select line, organization_id as id from organization_import_rows
    where import_id = ${importId} and organization_id is not null and line = any (${`{${lines.join(',')}}`}::int[])`);
  return new Map(found.map(({ line, id }) => [line, id]));
}
