import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import type { ImportColumn } from '../../queries/imports/import-sheet.ts';
import { importMapping } from './import-mapping.ts';
import { lockStage } from './stages.ts';

const input = z.object({
  importId: z.uuid(),
  pass: z.int(),
  fileKey: z.string().nullable(),
  rowsKey: z.string(),
  format: z.string(),
  total: z.int(),
  columns: z.custom<ImportColumn[]>(),
  columnsPrint: z.string(),
  mapping: importMapping.or(z.object({ columns: z.array(z.unknown()), constants: z.array(z.unknown()) })),
  source: z.string().nullable(),
  warnings: z.array(z.string()),
});

/** Notes what was found in a file: its columns, and what they seem to mean. */
export const keepReading = command({
  name: 'directory.keep-import-reading',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, read) {
    if (!(await lockStage(work.db, read.importId, 'reading', read.pass))) return refuse('not_my_turn');
    await work.db
      .execute(sql`update organization_imports set status = 'mapping', file_key = coalesce(${read.fileKey}, file_key), rows_key = ${read.rowsKey},
        format = ${read.format}, total = ${read.total}, progress = ${read.total}, columns = ${JSON.stringify(read.columns)}::jsonb,
        columns_print = ${read.columnsPrint}, mapping = ${JSON.stringify(read.mapping)}::jsonb, source = coalesce(${read.source}, source),
        warnings = ${JSON.stringify(read.warnings)}::jsonb
      where id = ${read.importId}`);
    work.record({ subjectKind: 'import', subjectId: read.importId, summary: `Fichier lu : ${read.total} lignes` });
    return accept(null);
  },
});
