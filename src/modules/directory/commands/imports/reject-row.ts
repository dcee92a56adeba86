import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { lockStage } from './stages.ts';

const input = z.object({
  importId: z.uuid(),
  pass: z.int(),
  position: z.int().nonnegative(),
  why: z.string().max(500),
});

/** Sets aside the one row that the database refuses, so that the others pass. */
export const rejectRow = command({
  name: 'directory.reject-import-row',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass, position, why }) {
    const found = await lockStage(work.db, importId, 'running', pass);
    if (!found || found.progress !== position) return refuse('not_my_turn');
    await work.db.execute(sql`update organization_import_rows set verdict = 'rejected', written = 'none',
      issues = issues || ${JSON.stringify([{ field: '', message: why }])}::jsonb where import_id = ${importId} and position = ${position}`);
    await work.db.execute(sql`update organization_imports set progress = ${position + 1},
      counts = jsonb_set(counts, '{failed}', to_jsonb(coalesce((counts->>'failed')::int, 0) + 1)) where id = ${importId}`);
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${found.source} » : une ligne écartée`,
      details: { position, why },
    });
    return accept(null);
  },
});
