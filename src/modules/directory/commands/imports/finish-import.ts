import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { placing } from './import-jobs.ts';
import { lockStage } from './stages.ts';

const input = z.object({ importId: z.uuid(), pass: z.int(), isQueued: z.boolean().default(true) });

/** Closes an import once its last row is written; asks for the points that are missing. */
export const finishImport = command({
  name: 'directory.finish-import',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, pass, isQueued }) {
    const found = await lockStage(work.db, importId, 'running', pass);
    if (!found || found.progress < found.total) return refuse('not_my_turn');
    const { rows } = await work.db.execute<{ written: string; count: number }>(sql`
      select coalesce(written, 'none') as written, count(*)::int as count from organization_import_rows where import_id = ${importId} group by 1`);
    const of = (written: string) => rows.find((row) => row.written === written)?.count ?? 0;
    const counts = { added: of('added'), updated: of('changed'), merged: of('merged') };
    await work.db
      .execute(sql`update organization_imports set status = 'done', counts = counts || ${JSON.stringify(counts)}::jsonb,
      finished_at = ${work.now().toString()} where id = ${importId}`);
    if (isQueued) await work.enqueue(placing, { importId });
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `Import de « ${found.source} » terminé : ${counts.added} structures ajoutées, ${counts.updated} mises à jour`,
      details: counts,
    });
    return accept(counts);
  },
});
