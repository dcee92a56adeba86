import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { ImportCounts, ImportRow } from '../../queries/imports/import-sheet.ts';
import { lockStage } from './stages.ts';

export type ForeseenRow = Pick<ImportRow, 'position' | 'line' | 'name' | 'city' | 'verdict' | 'issues' | 'match' | 'changed' | 'kept'>;

const input = z.object({
  importId: z.uuid(),
  pass: z.int(),
  planKey: z.string(),
  rows: z.custom<ForeseenRow[]>(),
  counts: z.custom<ImportCounts>(),
  warnings: z.array(z.string()),
});

const rowsInOne = 1_000;

/** Notes what each row would become, for the team to look at before anything is written. */
export const keepPlan = command({
  name: 'directory.keep-import-plan',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass, planKey, rows, counts, warnings }) {
    const found = await lockStage(work.db, importId, 'comparing', pass);
    if (!found) return refuse('not_my_turn');
    await work.db.execute(sql`delete from organization_import_rows where import_id = ${importId}`);
    for (let at = 0; at < rows.length; at += rowsInOne) await insertRows(work, importId, rows.slice(at, at + rowsInOne));
    await work.db.execute(sql`update organization_imports set status = 'ready', plan_key = ${planKey}, counts = ${JSON.stringify(counts)}::jsonb,
        progress = ${rows.length}, total = ${rows.length}, warnings = ${JSON.stringify(warnings)}::jsonb
      where id = ${importId}`);
    work.record({ subjectKind: 'import', subjectId: importId, summary: `Import de « ${found.source} » vérifié`, details: counts });
    return accept(null);
  },
});

async function insertRows(work: CommandContext, importId: string, rows: readonly ForeseenRow[]): Promise<void> {
  const written = rows.map((row) => ({ ...row, import_id: importId }));
  await work.db.execute(sql`insert into organization_import_rows (import_id, position, line, name, city, verdict, issues, match, changed, kept)
    select import_id, position, line, name, city, verdict, issues, nullif(match, 'null'::jsonb), changed, kept
    from jsonb_populate_recordset(null::organization_import_rows, ${JSON.stringify(written)}::jsonb)`);
}
