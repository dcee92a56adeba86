import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { readLines } from '#platform/imports/import-files.ts';
import { readFailure } from '#platform/imports/read-failure.ts';
import type { StoredRow } from '#platform/imports/stored-rows.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import {
  forgetForeseenLines,
  keepPeopleComparison,
  noteForeseenLines,
  type ForeseenLine,
} from '../commands/compare-and-decide.ts';
import { failPeopleImport } from '../commands/read-and-map.ts';
import { importJobs, tellProgress } from '../commands/stages.ts';
import { judgeRow, sameKeys } from '../domain/judge-row.ts';
import { draftName } from '../domain/person-draft.ts';
import { readPerson } from '../domain/read-person.ts';
import { readPeopleImport, type PeopleImport } from '../queries/import-sheet.ts';
import { likelyPeople } from '../queries/likely-people.ts';
import { asStarter } from './as-starter.ts';
import type { ImportPorts } from './read-people-import.ts';

const linesInOne = 500;

/** Compares the lines of a list with the people the hub knows. */
export const comparePeopleImportJob = job({
  ...importJobs.comparing,
  run: (ctx: JobContext<ImportPorts>, { importId, pass }) => comparePeopleList(ctx, ctx.ports, importId, pass),
});

/** The same, for whoever is not a job. */
export async function comparePeopleList(
  base: Context & { signal?: AbortSignal },
  ports: ImportPorts,
  importId: string,
  pass: number,
): Promise<void> {
  const sheet = await readPeopleImport(base.db, importId);
  if (sheet?.status !== 'comparing' || sheet.pass !== pass || !sheet.rowsKey) return;
  const ctx = asStarter(base, sheet);
  try {
    await forgetForeseenLines(ctx.db, importId);
    const seen = new Map<string, number>();
    let position = 0;
    let lines: StoredRow[] = [];
    const turn = async (): Promise<void> => {
      base.signal?.throwIfAborted();
      if (lines.length === 0) return;
      await noteForeseenLines(ctx.db, importId, await foresee(ctx, sheet, lines, position, seen));
      position += lines.length;
      lines = [];
      await tellProgress(ctx, importId, pass, position);
    };
    for await (const line of readLines<StoredRow>(ports.files, sheet.rowsKey)) {
      lines.push(line);
      if (lines.length >= linesInOne) await turn();
    }
    await turn();
    await execute(ctx, keepPeopleComparison, { importId, pass, total: position });
  } catch (error) {
    const why = readFailure(error);
    if (why === null) throw error;
    await execute(ctx, failPeopleImport, { importId, pass, why });
  }
}

async function foresee(
  ctx: Context,
  sheet: PeopleImport,
  lines: readonly StoredRow[],
  from: number,
  seen: Map<string, number>,
): Promise<ForeseenLine[]> {
  const columns = sheet.columns.map(({ name }) => name);
  const read = lines.map(([line, cells], index) => ({
    line,
    position: from + index,
    ...readPerson(columns, cells, sheet.mapping, sheet.source),
  }));
  const found = await likelyPeople(
    ctx.db,
    read.filter((row) => !row.isRejected),
  );
  return read.map(({ line, position, draft, issues, isRejected }): ForeseenLine => {
    const row = { position, line, name: draftName(draft).slice(0, 200), issues, sameAs: null, matches: [] };
    if (isRejected) return { ...row, verdict: 'rejected', draft: null, decision: null };
    const keys = sameKeys(draft);
    const sameAs = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
    for (const key of keys) if (!seen.has(key)) seen.set(key, sameAs ?? position);
    if (sameAs !== undefined) return { ...row, verdict: 'repeated', draft, decision: null, sameAs };
    return { ...row, draft, ...judgeRow(draft, found.get(position) ?? []) };
  });
}
