import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';

const input = z.object({ importId: z.uuid(), pass: z.int(), why: z.string().max(1000) });

/** Ends an import that can not go on, and says why in words for the team. */
export const failImport = command({
  name: 'directory.fail-import',
  input,
  // Called by the jobs.
  allow: () => true,
  async run(work, { importId, pass, why }) {
    const { rows } = await work.db.execute<{
      source: string;
    }>(sql`update organization_imports set status = 'failed', failure = ${why},
        finished_at = ${work.now().toString()}
      where id = ${importId} and pass = ${pass} and status in ('reading', 'comparing', 'running', 'undoing') returning source`);
    if (!rows[0]) return refuse('not_my_turn');
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${rows[0].source} » interrompu`,
      details: { why },
    });
    return accept(null);
  },
});
