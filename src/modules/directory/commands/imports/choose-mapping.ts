import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { importComparison } from './import-jobs.ts';
import { importMapping } from './import-mapping.ts';
import { enterStage } from './stages.ts';

const input = z.object({
  importId: z.uuid(),
  source: z.string().trim().min(2, 'Donnez à cette liste un nom d’au moins deux lettres.').max(120),
  mapping: importMapping,
  isQueued: z.boolean().default(true),
});

/** Says what the columns mean; remembered, and proposed when the same list comes back. */
export const chooseMapping = command({
  name: 'directory.choose-import-mapping',
  input,
  allow: mayKeepDirectory,
  async run(work, { importId, source, mapping, isQueued }) {
    const { rows } = await work.db.execute<{ status: string; columns_print: string }>(
      sql`select status, columns_print from organization_imports where id = ${importId} for update`,
    );
    const found = rows[0];
    if (!found || !['mapping', 'ready'].includes(found.status)) return refuse('not_my_turn');
    const kept = JSON.stringify(mapping);
    await work.db.execute(
      sql`update organization_imports set source = ${source}, mapping = ${kept}::jsonb where id = ${importId}`,
    );
    await work.db.execute(sql`insert into import_mappings (id, columns_print, source, mapping, used_at)
      values (${work.newId()}, ${found.columns_print}, ${source}, ${kept}::jsonb, ${work.now().toString()})
      on conflict (hub_id, columns_print, source) do update set mapping = excluded.mapping, used_at = excluded.used_at`);
    const pass = await enterStage(work, importId, 'comparing');
    if (isQueued) await work.enqueue(importComparison, { importId, pass });
    work.record({ subjectKind: 'import', subjectId: importId, summary: `Colonnes de « ${source} » reconnues` });
    return accept({ pass });
  },
});
