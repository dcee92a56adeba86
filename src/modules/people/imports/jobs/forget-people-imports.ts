import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { checkedKey } from '#platform/files/file-key.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import type { ImportPorts } from './read-people-import.ts';

const keptDays = 30;

/** Forgets, after thirty days, what the files of imports said and was never written. */
export const forgetPeopleImports = job({
  name: 'people.forget-imports',
  lane: 'quick',
  retries: 2,
  payload: z.object({}),
  async run(ctx: JobContext<ImportPorts>) {
    const before = ctx.clock
      .now()
      .subtract({ hours: 24 * keptDays })
      .toString();
    const { rows } = await ctx.db.execute<{ keys: (string | null)[] }>(sql`
      update people_imports i set file_key = null, rows_key = null,
        status = case when i.status in ('mapping', 'ready') then 'failed' else i.status end,
        failure = case when i.status in ('mapping', 'ready') then 'Cette liste attendait depuis trente jours : elle a été oubliée. Envoyez-la de nouveau.' else i.failure end
      from people_imports old where old.hub_id = i.hub_id and old.id = i.id and i.created_at < ${before}
        and i.status in ('mapping', 'ready', 'failed', 'done', 'undone') and (i.file_key is not null or i.rows_key is not null)
      returning array[old.file_key, old.rows_key] as keys`);
    for (const key of rows.flatMap((row) => row.keys)) if (key) await ctx.ports.files.delete(checkedKey(key));
    await ctx.db
      .execute(sql`update people_import_rows r set draft = null, matches = '[]', name = '' from people_imports i
      where i.hub_id = r.hub_id and i.id = r.import_id and i.created_at < ${before} and i.status = 'failed' and r.draft is not null`);
  },
});
