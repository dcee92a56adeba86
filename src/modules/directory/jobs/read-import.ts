import { execute } from '#platform/command/execute.ts';
import type { Ports } from '#platform/context/ports.ts';
import { readFailure } from '#platform/imports/read-failure.ts';
import { printOfColumns, storedRows } from '#platform/imports/stored-rows.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { defaultTableLimits, readTable, type Table } from '#platform/tabular/index.ts';
import { failImport } from '../commands/imports/fail-import.ts';
import { importReading } from '../commands/imports/import-jobs.ts';
import { importMapping } from '../commands/imports/import-mapping.ts';
import { keepReading } from '../commands/imports/keep-reading.ts';
import { proposeMapping } from '../domain/import/propose-mapping.ts';
import { readImport, type ImportSheet } from '../queries/imports/import-sheet.ts';
import { rememberedMapping } from '../queries/imports/remembered-mapping.ts';
import { asStarter } from './as-starter.ts';
import { importFileKey, writeLines } from '#platform/imports/import-files.ts';

/** What an import needs of the outside. */
export type ImportPorts = Pick<Ports, 'files' | 'outbound'>;

const longestWait = 60_000;

/** Reads an uploaded file, or the one at an address, and proposes what its columns mean. */
export const readImportJob = job({
  ...importReading,
  run: (ctx: JobContext<ImportPorts>, { importId, pass }) => readImportFile(ctx, ctx.ports, importId, pass),
});

/** The same, for whoever is not a job. */
export async function readImportFile(
  base: Parameters<typeof asStarter>[0],
  ports: ImportPorts,
  importId: string,
  pass: number,
): Promise<void> {
  const sheet = await readImport(base.db, importId);
  if (sheet?.status !== 'reading' || sheet.pass !== pass) return;
  const ctx = asStarter(base, sheet);
  try {
    const { fileKey, table } = await readContent(ctx.hubId, ports, sheet);
    const rowsKey = importFileKey(ctx.hubId, 'ndjson');
    await writeLines(ports.files, rowsKey, storedRows(table));
    const columnsPrint = printOfColumns(table.columns);
    const remembered = await rememberedMapping(ctx.db, columnsPrint);
    const { mapping, proposals } = proposeMapping(table);
    const known = remembered && importMapping.safeParse(remembered.mapping);
    await execute(ctx, keepReading, {
      importId,
      pass,
      fileKey,
      rowsKey,
      format: table.format,
      total: table.rows.length,
      columns: proposals.map(({ column, filled, samples, because }) => ({ name: column, filled, samples, because })),
      columnsPrint,
      mapping: known?.success
        ? known.data
        : { ...mapping, columns: [...mapping.columns], constants: [...mapping.constants] },
      source: known?.success ? (remembered?.source ?? null) : null,
      warnings: [
        ...table.warnings,
        ...table.issues.slice(0, 20).map(({ line, message }) => `Ligne ${line} : ${message}`),
      ],
    });
  } catch (error) {
    const why = readFailure(error);
    if (why === null) throw error;
    await execute(ctx, failImport, { importId, pass, why });
  }
}

async function readContent(
  hubId: string,
  ports: ImportPorts,
  sheet: ImportSheet,
): Promise<{ fileKey: string | null; table: Table }> {
  if (sheet.fileKey) {
    const table = await readTable(await ports.files.getStream(sheet.fileKey), { fileName: sheet.fileName });
    return { fileKey: null, table };
  }
  const { body, contentType, url } = await ports.outbound.fetchPublic(sheet.address, {
    maxBytes: defaultTableLimits.bytes,
    timeoutMs: longestWait,
  });
  const fileName = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  const table = await readTable(body, { fileName, ...(contentType ? { contentType } : {}) });
  const fileKey = importFileKey(hubId, 'bin');
  await ports.files.put(fileKey, body);
  return { fileKey, table };
}
