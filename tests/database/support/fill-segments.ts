import { decidePeopleRows, runPeopleImport } from '#modules/people/imports/commands/compare-and-decide.ts';
import { choosePeopleMapping } from '#modules/people/imports/commands/read-and-map.ts';
import { startPeopleImport } from '#modules/people/imports/commands/start-people-import.ts';
import { comparePeopleList } from '#modules/people/imports/jobs/compare-people-import.ts';
import { readPeopleList } from '#modules/people/imports/jobs/read-people-import.ts';
import { writePeopleList } from '#modules/people/imports/jobs/write-people-import.ts';
import { readPeopleImport } from '#modules/people/imports/queries/import-sheet.ts';
import { addSegment } from '#modules/people/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What segments and imports of people left in a hub. */
export interface FilledSegments {
  segment: string;
  /** Waits for an answer of the team. */
  peopleImport: string;
}

/** A segment, a list of people written and another that waits; `words` in every free text. */
export async function fillSegments(site: TestSite, ctx: Context, words: string, host: string): Promise<FilledSegments> {
  const condition = { key: 'people.phone', value: '', isContrary: false };
  const definition = { join: 'all' as const, conditions: [condition] };
  const { id: segment } = unwrap(await execute(ctx, addSegment, { name: words.slice(0, 120), definition }));
  const written = await compared(site, ctx, words, `premiere@${host}`);
  const { pass } = unwrap(await execute(ctx, runPeopleImport, { importId: written }));
  await writePeopleList(ctx, site.site.ports, written, pass);
  const peopleImport = await compared(site, ctx, words, `derniere@${host}`);
  unwrap(await execute(ctx, decidePeopleRows, { importId: peopleImport, decision: 'skip' }));
  return { segment, peopleImport };
}

async function compared(site: TestSite, ctx: Context, words: string, email: string): Promise<string> {
  const { ports } = site.site;
  const fileKey = importFileKey(ctx.hubId, 'bin');
  const quoted = `"${words.replaceAll('"', '""')}"`;
  await ports.files.put(fileKey, Buffer.from(`Nom;Courriel;${quoted}\n${quoted};${email};${quoted}\n`));
  const { id: importId } = unwrap(
    await execute(ctx, startPeopleImport, { fileKey, fileName: `${words.slice(0, 100)}.csv` }),
  );
  await readPeopleList(ctx, ports, importId, 1);
  const sheet = await readPeopleImport(ctx.db, importId);
  const columns = [
    ...(sheet?.mapping.columns ?? []).slice(0, 2),
    { column: sheet?.columns.at(-1)?.name ?? '', target: 'note' as const },
  ];
  const { pass } = unwrap(
    await execute(ctx, choosePeopleMapping, { importId, source: words.slice(0, 120), mapping: { columns } }),
  );
  await comparePeopleList(ctx, ports, importId, pass);
  return importId;
}
