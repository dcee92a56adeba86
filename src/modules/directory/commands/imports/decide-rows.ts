import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { lockStage } from './stages.ts';

const input = z.object({
  importId: z.uuid(),
  decision: z.enum(['merge', 'create', 'skip']),
  /** Positions of the rows; all those that look like another when none is named. */
  positions: z.array(z.int().nonnegative()).max(5000).optional(),
});

/** Says what becomes of rows that look like a structure already known. */
export const decideRows = command({
  name: 'directory.decide-import-rows',
  input,
  allow: mayKeepDirectory,
  async run(work, { importId, decision, positions }) {
    const found = await lockStage(work.db, importId, 'ready');
    if (!found) return refuse('not_my_turn');
    const { rowCount } = await work.db.execute(sql`update organization_import_rows set decision = ${decision}
      where import_id = ${importId} and verdict = 'duplicate'
        and (${positions === undefined} or position in (select value::int from jsonb_array_elements_text(${JSON.stringify(positions ?? [])}::jsonb)))`);
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `${rowCount ?? 0} ressemblances tranchées dans « ${found.source} »`,
      details: { decision },
    });
    return accept({ count: rowCount ?? 0 });
  },
});
