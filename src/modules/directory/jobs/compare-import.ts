import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { emptyCells, type Table } from '#platform/tabular/index.ts';
import { addListThemes, mostListThemes } from '../commands/imports/add-list-themes.ts';
import { draftProfile } from '../commands/imports/draft-profile.ts';
import { importChanges } from '../commands/imports/import-changes.ts';
import { importComparison } from '../commands/imports/import-jobs.ts';
import { columnsOf, importMapping } from '../commands/imports/import-mapping.ts';
import { forgetForeseen, noteForeseen, type ForeseenRow } from '../commands/imports/foreseen-rows.ts';
import { keepPlan } from '../commands/imports/keep-plan.ts';
import { printOf, type PlanLine, type PlannedOutcome } from '../commands/imports/plan-line.ts';
import { tellProgress } from '../commands/imports/stages.ts';
import { themeMatcher, type ThemeMatcher } from '../commands/imports/theme-matcher.ts';
import { certainDuplicate } from '../domain/import/find-duplicates.ts';
import { planImport, type KnownOrganization, type PlanRow } from '../domain/import/plan.ts';
import { readImport, type ImportCounts, type ImportSheet } from '../queries/imports/import-sheet.ts';
import { knownOrganizations, sourceKeys } from '../queries/imports/known-organizations.ts';
import { readOrganizations } from '../queries/stored-organization.ts';
import { asStarter } from './as-starter.ts';
import { importFileKey, readLines, writeLines } from '#platform/imports/import-files.ts';
import type { StoredRow } from '#platform/imports/stored-rows.ts';
import type { ImportPorts } from './read-import.ts';

/** Foresees what each row of an import would become, without writing any sheet. */
export const compareImportJob = job({
  ...importComparison,
  run: (ctx: JobContext<ImportPorts>, { importId, pass }) => compareImport(ctx, ctx.ports, importId, pass),
});

const rowsInOne = 500;

/** The same, for whoever is not a job. */
export async function compareImport(base: Context, ports: ImportPorts, importId: string, pass: number): Promise<void> {
  const sheet = await readImport(base.db, importId);
  if (sheet?.status !== 'comparing' || sheet.pass !== pass || !sheet.rowsKey) return;
  const ctx = asStarter(base, sheet);
  const mapping = importMapping.parse(sheet.mapping);
  const known = await knownOrganizations(ctx.db, sheet.source);
  const rows = await planRows(ctx, ports, sheet, known);
  const themes = await themesFor(ctx, sheet, mapping.createsThemes, rows);
  const names = new Map(known.map(({ id, face }) => [id, face.name]));
  const keys = await sourceKeys(ctx.db, sheet.source);
  const counts: ImportCounts = { new: 0, changed: 0, unchanged: 0, duplicate: 0, rejected: 0, doubtful: 0 };
  const planKey = importFileKey(ctx.hubId, 'ndjson');
  await forgetForeseen(ctx.db, importId);
  await writeLines(
    ports.files,
    planKey,
    judgedLines(ctx, rows, { sheet, keys, names, themes: themes.matcher }, counts),
  );
  await execute(ctx, keepPlan, {
    importId,
    pass,
    planKey,
    counts,
    warnings: [...readingWarnings(sheet), ...themes.warnings],
  });
}

/** What the file says, row by row. The table itself is let go before anything is compared with the sheets. */
async function planRows(
  ctx: Context,
  ports: ImportPorts,
  sheet: ImportSheet,
  known: readonly KnownOrganization[],
): Promise<readonly PlanRow[]> {
  const table = await storedTable(ports, sheet);
  const tell = progressTeller(ctx, sheet.id, sheet.pass);
  const plan = await planImport({
    table,
    mapping: columnsOf(importMapping.parse(sheet.mapping)),
    known,
    onProgress: tell.heard,
  });
  await tell.last();
  return plan.rows;
}

/** The plan, line by line for the file store, while the rows of the report are noted by hundreds. */
async function* judgedLines(
  ctx: Context,
  rows: readonly PlanRow[],
  around: Surroundings,
  counts: ImportCounts,
): AsyncGenerator<PlanLine> {
  for (let at = 0; at < rows.length; at += rowsInOne) {
    const judged = await judge(ctx, rows, at, around);
    await noteForeseen(
      ctx.db,
      around.sheet.id,
      judged.map(({ row }) => row),
    );
    for (const { row, line } of judged) {
      counts[row.verdict] = (counts[row.verdict] ?? 0) + 1;
      if (row.verdict !== 'rejected' && row.issues.length > 0) counts.doubtful = (counts.doubtful ?? 0) + 1;
      yield line;
    }
  }
}

const themeWarning = 'Thèmes inconnus ici';

/** What the reader said, without what an earlier comparison added. */
function readingWarnings({ warnings }: ImportSheet): string[] {
  return warnings.filter((warning) => !warning.startsWith(themeWarning));
}

async function storedTable(ports: ImportPorts, sheet: ImportSheet): Promise<Table> {
  const columns = sheet.columns.map(({ name }) => name);
  const rows: Table['rows'][number][] = [];
  for await (const [line, values] of readLines<StoredRow>(ports.files, sheet.rowsKey ?? '')) {
    const cells = emptyCells();
    for (const [index, column] of columns.entries()) cells[column] = values[index] ?? null;
    rows.push({ line, cells });
  }
  return { format: 'json', columns, rows, encoding: 'UTF-8', warnings: [], issues: [] };
}

interface Surroundings {
  sheet: ImportSheet;
  keys: ReadonlyMap<string, { organizationId: string; hash: string }>;
  names: ReadonlyMap<string, string>;
  themes: ThemeMatcher;
}

/** What the next rows become, compared with the sheets that the list brought before. */
async function judge(
  ctx: Context,
  rows: readonly PlanRow[],
  at: number,
  around: Surroundings,
): Promise<{ row: ForeseenRow; line: PlanLine }[]> {
  const chunk = rows.slice(at, at + rowsInOne);
  const ids = chunk.flatMap(({ outcome }) =>
    outcome.kind === 'changed' || outcome.kind === 'unchanged' ? [outcome.id] : [],
  );
  const stored = await readOrganizations(ctx.db, ids);
  return chunk.map((planned, index) => {
    const { draft, outcome, problems } = planned;
    const position = at + index;
    const hash = draft ? printOf(draft) : '';
    const said = draft && draftProfile(draft, around.themes);
    const row: ForeseenRow = {
      position,
      line: planned.line,
      name: draft?.name ?? '',
      city: draft?.address.city ?? '',
      verdict: outcome.kind,
      issues: [
        ...problems.map(({ column, value, message }) => ({ field: column, value: value.slice(0, 200), message })),
        ...(said?.problems ?? []),
      ],
      match: matchOf(planned, around.names),
      changed: [],
      kept: [],
    };
    const sheet = outcome.kind === 'changed' || outcome.kind === 'unchanged' ? stored.get(outcome.id) : undefined;
    if (said && sheet) {
      const isSame = around.keys.get(planned.key)?.hash === hash || sheet.trashedAt !== null;
      const { changed, kept } = isSame
        ? { changed: [], kept: [] }
        : importChanges(sheet, said.fields, around.sheet.source);
      row.verdict = changed.length > 0 ? 'changed' : 'unchanged';
      row.changed = changed;
      row.kept = kept;
      if (sheet.trashedAt !== null)
        row.issues = [...row.issues, { field: '', message: 'Cette fiche est à la corbeille : elle y reste.' }];
    }
    return {
      row,
      line: { position, line: planned.line, key: planned.key, draft, hash, outcome: plannedOutcome(planned) },
    };
  });
}

function plannedOutcome({ outcome }: PlanRow): PlannedOutcome {
  if (outcome.kind === 'new' || outcome.kind === 'rejected') return { kind: outcome.kind };
  if (outcome.kind !== 'duplicate') return { kind: 'known' };
  const { of, score } = outcome;
  return {
    kind: 'duplicate',
    id: of.kind === 'organization' ? of.id : null,
    line: of.kind === 'row' ? of.line : null,
    isSure: score >= certainDuplicate,
  };
}

function matchOf({ outcome }: PlanRow, names: ReadonlyMap<string, string>): ForeseenRow['match'] {
  if (outcome.kind === 'changed' || outcome.kind === 'unchanged')
    return { id: outcome.id, line: null, name: names.get(outcome.id) ?? '', because: '', sure: true };
  if (outcome.kind !== 'duplicate') return null;
  const { of, reasons, score } = outcome;
  const because = reasons.join(', ');
  return of.kind === 'organization'
    ? { id: of.id, line: null, name: names.get(of.id) ?? '', because, sure: score >= certainDuplicate }
    : { id: null, line: of.line, name: `ligne ${of.line}`, because, sure: score >= certainDuplicate };
}

/** The hub's themes, completed by the list's own when the team asked for it; the others are told. */
async function themesFor(
  ctx: Context,
  sheet: ImportSheet,
  creates: boolean,
  rows: readonly PlanRow[],
): Promise<{ matcher: ThemeMatcher; warnings: string[] }> {
  const labels = [...new Set(rows.flatMap(({ draft }) => draft?.themes ?? []))];
  const matcher = await themeMatcher(ctx.db);
  const unknown = matcher.unknownAmong(labels);
  if (creates && unknown.length > 0 && unknown.length <= mostListThemes) {
    const short = unknown.map((label) => label.slice(0, 80).trim()).filter((label) => label.length >= 2);
    await execute(ctx, addListThemes, { importId: sheet.id, labels: short });
    return { matcher: await themeMatcher(ctx.db), warnings: [] };
  }
  if (unknown.length === 0) return { matcher, warnings: [] };
  const shown = unknown.slice(0, 12).join(', ');
  const more = unknown.length > 12 ? ` et ${unknown.length - 12} autres` : '';
  return { matcher, warnings: [`${themeWarning}, laissés de côté : ${shown}${more}.`] };
}

/** Writes how far the comparison has come once a second, one write at a time. */
function progressTeller(ctx: Context, importId: string, pass: number) {
  let told = performance.now();
  let writing: Promise<void> = Promise.resolve();
  return {
    heard(done: number, total: number): void {
      if (performance.now() - told < 1_000) return;
      told = performance.now();
      writing = writing.then(() => tellProgress(ctx, importId, pass, done, total));
    },
    last: () => writing,
  };
}
