import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { importWriting } from './import-jobs.ts';
import { enterStage, lockStage } from './stages.ts';

const input = z.object({ importId: z.uuid(), isQueued: z.boolean().default(true) });

/** Brings the rows in, as they were foreseen. */
export const runImport = command({
  name: 'directory.run-import',
  input,
  allow: mayKeepDirectory,
  async run(work, { importId, isQueued }) {
    const found = await lockStage(work.db, importId, 'ready');
    if (!found) return refuse('not_my_turn');
    const pass = await enterStage(work, importId, 'running');
    await work.db.execute(
      sql`update organization_imports set started_at = ${work.now().toString()} where id = ${importId}`,
    );
    if (isQueued) await work.enqueue(importWriting, { importId, pass });
    work.record({ subjectKind: 'import', subjectId: importId, summary: `Import de « ${found.source} » lancé` });
    return accept({ pass });
  },
});
