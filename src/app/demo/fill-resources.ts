import { sayUseful, savePublication, suggestChange } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';
import { keepFile } from '#platform/stored-files/index.ts';
import { demoResources } from './demo-resources.ts';
import { demoSheets, type DemoResource } from './demo-sheets.ts';
import { demoExperiences, demoWatch } from './demo-watch.ts';
import { pictureOf, type DemoNames } from './fill-news.ts';
import { daysBefore } from './moments.ts';

/** Fills the library, the watch and the notes of experience of the demonstration. */
export async function fillResources(ctx: Context, names: DemoNames, files: FileStore): Promise<void> {
  const ids = new Map<string, string>();
  for (const resource of [...demoSheets, ...demoResources].toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const id = await publish(ctx, 'resource', resource.daysAgo, {
      ...wordsOf(resource),
      ...placeOf(names, resource),
      body: htmlFromPlainText(typography(resource.text ?? '')),
      reviewOn: resource.reviewIn === undefined ? null : dayFromNow(ctx, resource.reviewIn),
      content: await contentOf(ctx, files, resource),
    });
    ids.set(resource.title, id);
    await letReadersVote(ctx, id, resource.votes ?? 0);
  }
  for (const item of demoWatch)
    await publish(ctx, 'watch', item.daysAgo, {
      title: typography(item.title),
      brief: typography(item.brief),
      ...placeOf(names, item),
      happenedOn: dayFromNow(ctx, -item.daysAgo),
      content: { topic: item.topic, sourceName: item.sourceName, link: item.link ?? '' },
    });
  for (const note of demoExperiences)
    await publish(ctx, 'experience', note.daysAgo, {
      title: typography(note.title),
      brief: typography(note.brief),
      ...placeOf(names, { ...note, audiences: [] }),
      authorName: note.author ?? '',
      content: {
        verdict: note.verdict,
        context: typography(note.context),
        tried: typography(note.tried),
        learned: typography(note.learned),
        resourceId: (note.resource && ids.get(note.resource)) || null,
      },
    });
  await suggest(ctx, ids);
}

async function publish(
  ctx: Context,
  kind: 'resource' | 'watch' | 'experience',
  daysAgo: number,
  fields: object,
): Promise<string> {
  const input = { id: null, kind, version: null, act: 'publish', fields };
  return unwrap(await execute(daysBefore(ctx, daysAgo), savePublication, input)).id;
}

function wordsOf({ title, line, brief }: Pick<DemoResource, 'title' | 'line' | 'brief'>) {
  return { title: typography(title), line: typography(line), brief: typography(brief) };
}

function placeOf(
  names: DemoNames,
  { of, audiences, themes, photo }: Pick<DemoResource, 'of' | 'audiences' | 'themes' | 'photo'>,
) {
  return {
    organizationId: of ? (names.organizations.get(of) ?? null) : null,
    audiences,
    themes: themes.flatMap((label) => names.themes.get(label) ?? []),
    ...pictureOf(names, photo),
  };
}

async function contentOf(ctx: Context, files: FileStore, resource: DemoResource): Promise<object> {
  const { format, link = '', publisher = '', year = null, owner = '', licence = '', shelf = '', table } = resource;
  const fileId = table ? await keepTable(ctx, files, table) : null;
  const steps = (resource.steps ?? []).map(({ title, text, checklist }) => ({
    title: typography(title),
    text: typography(text),
    checklist: checklist.map(typography),
  }));
  return { format, link, publisher, publishedYear: year, owner, licence, shelf, steps, fileId };
}

async function keepTable(ctx: Context, files: FileStore, { name, rows }: NonNullable<DemoResource['table']>) {
  // The mark at the start tells spreadsheets that the letters are UTF-8.
  const text = `\ufeff${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
  const kept = await keepFile(ctx, files, { bytes: Buffer.from(text), name });
  return unwrap(kept).fileId;
}

async function letReadersVote(ctx: Context, publicationId: string, votes: number): Promise<void> {
  for (let reader = 1; reader <= votes; reader += 1)
    unwrap(await execute({ ...ctx, actor: null }, sayUseful, { publicationId, visitor: `lecteur ${reader}` }));
}

/** One reader's remark waits for the employee. */
async function suggest(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  const publicationId = ids.get('Déclarer une association');
  if (!publicationId) return;
  unwrap(
    await execute(daysBefore({ ...ctx, actor: null }, 1), suggestChange, {
      publicationId,
      subject: 'missing',
      message: typography(
        'Il manque la durée : chez nous, le récépissé est arrivé en cinq jours. Cela rassure de le savoir.',
      ),
      name: 'Maël Exemple',
      email: 'mael@exemple.example',
      acceptsCredit: true,
    }),
  );
}

function dayFromNow(ctx: Context, days: number): string {
  return ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days }).toString();
}
