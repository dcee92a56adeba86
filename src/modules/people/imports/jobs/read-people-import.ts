import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { importFileKey, writeLines } from '#platform/imports/import-files.ts';
import { readFailure } from '#platform/imports/read-failure.ts';
import { printOfColumns, storedRows } from '#platform/imports/stored-rows.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { readTable, type Table } from '#platform/tabular/index.ts';
import { failPeopleImport, keepPeopleReading } from '../commands/read-and-map.ts';
import { importJobs } from '../commands/stages.ts';
import { isForbiddenColumn, proposePeopleMapping } from '../domain/propose-people-mapping.ts';
import { readPeopleImport, rememberedPeopleMapping, type ImportColumn } from '../queries/import-sheet.ts';
import { asStarter } from './as-starter.ts';

/** What an import needs of the outside. */
export type ImportPorts = Pick<Ports, 'files'>;

/** Reads an uploaded list, and proposes what its columns mean. */
export const readPeopleImportJob = job({
  ...importJobs.reading,
  run: (ctx: JobContext<ImportPorts>, { importId, pass }) => readPeopleList(ctx, ctx.ports, importId, pass),
});

/** The same, for whoever is not a job. */
export async function readPeopleList(base: Context, ports: ImportPorts, importId: string, pass: number): Promise<void> {
  const sheet = await readPeopleImport(base.db, importId);
  if (sheet?.status !== 'reading' || sheet.pass !== pass || !sheet.fileKey) return;
  const ctx = asStarter(base, sheet);
  try {
    const read = await readTable(await ports.files.getStream(sheet.fileKey), { fileName: sheet.fileName });
    // Passwords and bank numbers are not even stored.
    const columns = read.columns.filter((column) => !isForbiddenColumn(column));
    const forbidden = read.columns.filter(isForbiddenColumn);
    const table: Table = { ...read, columns };
    const rowsKey = importFileKey(ctx.hubId, 'ndjson');
    await writeLines(ports.files, rowsKey, storedRows(table));
    const columnsPrint = printOfColumns(columns);
    const known = await rememberedPeopleMapping(ctx.db, columnsPrint);
    const mapping = known?.mapping ?? proposePeopleMapping(table);
    await execute(ctx, keepPeopleReading, {
      importId,
      pass,
      rowsKey,
      format: table.format,
      total: table.rows.length,
      columns: columns.map((column) => describeColumn(column, table)),
      columnsPrint,
      mapping: { columns: [...mapping.columns] },
      source: known?.source ?? null,
      warnings: [
        ...(forbidden.length > 0 ? [`Jamais repris ni gardé : ${forbidden.join(', ')}.`] : []),
        ...table.warnings,
        ...table.issues.slice(0, 20).map(({ line, message }) => `Ligne ${line} : ${message}`),
      ],
    });
    // What the file held besides, secrets maybe, is not kept.
    await ports.files.delete(sheet.fileKey);
  } catch (error) {
    const why = readFailure(error);
    if (why === null) throw error;
    await execute(ctx, failPeopleImport, { importId, pass, why });
  }
}

function describeColumn(column: string, { rows }: Table): ImportColumn {
  const values = rows
    .slice(0, 5000)
    .map(({ cells }) => cells[column])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '');
  const texts = [
    ...new Set(
      values.slice(0, 200).map((value) => (typeof value === 'object' ? value?.join(', ') : String(value)) ?? ''),
    ),
  ];
  return {
    name: column,
    filled: values.length,
    samples: texts.slice(0, 4).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)),
  };
}
