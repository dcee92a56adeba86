import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { importUndoing } from './import-jobs.ts';
import { enterStage, lockStage } from './stages.ts';

const input = z.object({ importId: z.uuid(), isQueued: z.boolean().default(true) });

/** Takes back all that an import wrote, except what somebody has changed since. */
export const undoImport = command({
  name: 'directory.undo-import',
  input,
  allow: mayKeepDirectory,
  async run(work, { importId, isQueued }) {
    const found = await lockStage(work.db, importId, 'done');
    if (!found) return refuse('not_my_turn');
    const pass = await enterStage(work, importId, 'undoing');
    await work.db
      .execute(sql`update organization_imports set total = (select count(distinct organization_id) from organization_import_rows
      where import_id = ${importId} and organization_id is not null and written <> 'none') where id = ${importId}`);
    if (isQueued) await work.enqueue(importUndoing, { importId, pass });
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Annulation de l’import de « ${found.source} » demandée`,
    });
    return accept({ pass });
  },
});
