import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { ImportCounts } from '../../queries/imports/import-sheet.ts';
import { lockStage } from './stages.ts';

const input = z.object({
  importId: z.uuid(),
  pass: z.int(),
  planKey: z.string(),
  counts: z.custom<ImportCounts>(),
  warnings: z.array(z.string()),
});

/** Closes the comparison of a list: the team looks at it before anything is written. */
export const keepPlan = command({
  name: 'directory.keep-import-plan',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass, planKey, counts, warnings }) {
    const found = await lockStage(work.db, importId, 'comparing', pass);
    if (!found) return refuse('not_my_turn');
    await work.db
      .execute(sql`update organization_imports set status = 'ready', plan_key = ${planKey}, counts = ${JSON.stringify(counts)}::jsonb,
        progress = total, warnings = ${JSON.stringify(warnings)}::jsonb
      where id = ${importId}`);
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${found.source} » vérifié`,
      details: counts,
    });
    return accept(null);
  },
});
