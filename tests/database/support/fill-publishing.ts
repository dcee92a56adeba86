import { sql } from 'drizzle-orm';
import { confirmPublications, savePublication, sayUseful, suggestChange } from '#modules/publishing/index.ts';
import { announceReviews } from '#modules/publishing/commands/resources/announce-reviews.ts';
import { noteLinks } from '#modules/publishing/commands/resources/note-links.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepFile } from '#platform/stored-files/index.ts';
import type { TestSite } from '#tests/support/app.ts';
import { fillEditor } from './fill-editor.ts';
import { fillFigures } from './fill-figures.ts';
import { fillNews } from './fill-news.ts';
import { fillPages } from './fill-pages.ts';

/** Kinds of which the hub is given one, public, with every text filled. */
const writtenKinds = ['news', 'story', 'project', 'action', 'resource', 'experience', 'watch'] as const;
export type WrittenKind = (typeof writtenKinds)[number] | 'page' | 'door';

export interface FilledPublishing {
  ids: Readonly<Record<WrittenKind, string>>;
  slugs: Readonly<Record<WrittenKind, string>>;
  figure: string;
  proposal: string;
  file: string;
  /** Path of the link that shows a draft. */
  preview: string;
}

interface Around {
  words: string;
  host: string;
  organizationId: string;
  imageId: string;
  theme: string;
  employee: { personId: string };
}

/** What a hub publishes, of every kind and in every state, with `words` in every free text. */
export async function fillPublishing(site: TestSite, ctx: Context, around: Around): Promise<FilledPublishing> {
  const { words, host } = around;
  const { fileId } = unwrap(
    await keepFile(ctx, site.site.ports.files, {
      bytes: Buffer.from(`${words}\n`),
      name: `${words.slice(0, 100)}.txt`,
    }),
  );
  const pages = await fillPages(site, ctx, words);
  const written = new Map<string, { id: string; slug: string }>();
  for (const kind of writtenKinds) written.set(kind, await publish(ctx, kind, around, fileId));
  const resource = written.get('resource')?.id ?? '';
  await readAgain(ctx, resource, around);
  const { figure } = await fillFigures(ctx, words);
  const { proposal } = await fillNews(ctx, words);
  const { preview } = await fillEditor(ctx, words);
  unwrap(
    await execute({ ...ctx, actor: null }, suggestChange, {
      publicationId: resource,
      subject: 'wrong',
      message: words.padEnd(5, '.'),
      name: words.slice(0, 120),
      email: `lecteur@${host}`,
    }),
  );
  const slugOf = async (id: string): Promise<string> => {
    const { rows } = await ctx.db.execute<{ slug: string }>(sql`select slug from publications where id = ${id}`);
    return rows[0]?.slug ?? '';
  };
  const page = { id: pages.page, slug: await slugOf(pages.page) };
  const door = { id: pages.door, slug: await slugOf(pages.door) };
  const all = Object.fromEntries([...written, ['page', page], ['door', door]]);
  const each = (what: 'id' | 'slug'): Record<WrittenKind, string> =>
    Object.fromEntries(Object.entries(all).map(([kind, one]) => [kind, one[what]])) as Record<WrittenKind, string>;
  return {
    ids: each('id'),
    slugs: each('slug'),
    figure,
    proposal,
    file: fileId,
    preview: preview.split('/').at(-1) ?? '',
  };
}

async function publish(
  ctx: Context,
  kind: (typeof writtenKinds)[number],
  { words, host, organizationId, imageId, theme }: Around,
  fileId: string,
): Promise<{ id: string; slug: string }> {
  const [short, middle] = [words.slice(0, 60), words.slice(0, 250)];
  const fields = {
    title: words.slice(0, 200),
    line: words.slice(0, 140),
    brief: words.slice(0, 280),
    body: `<p>${words}</p><p><a href="https://${host}/lire">${short}</a></p>`,
    imageId,
    imageAlternative: words.slice(0, 300),
    imageCredit: words.slice(0, 120),
    organizationId: kind === 'watch' ? null : organizationId,
    authorName: words.slice(0, 120),
    audiences: ['association'],
    themes: [theme],
    happenedOn: '2026-11-02',
    reviewOn: '2026-12-01',
    content: contents(short, middle, host, fileId)[kind],
  };
  const first = unwrap(await execute(ctx, savePublication, { id: null, kind, version: null, act: 'publish', fields }));
  // Changes kept aside beside what is public.
  const kept = {
    id: first.id,
    kind,
    version: first.version,
    act: 'keep',
    fields: { ...fields, title: `${short} bientôt` },
  } as const;
  unwrap(await execute(ctx, savePublication, kept));
  return { id: first.id, slug: first.slug };
}

function contents(short: string, middle: string, host: string, fileId: string) {
  return {
    news: { topic: 'network', speaker: short, radio: middle, link: `https://${host}/suite` },
    story: {
      before: middle,
      after: middle,
      figures: [{ value: '12', label: short }],
      quote: middle,
      quoteBy: short,
      place: short,
    },
    project: {
      stage: 'study',
      leader: short,
      place: short,
      needs: [short],
      contactName: short,
      contactPhone: '02 61 91 12 12',
      contactEmail: `projet@${host}`,
    },
    action: {
      startsOn: '2026-10-01',
      partners: [{ name: short }],
      milestones: [{ on: '2026-12-10', label: short }],
      contactName: short,
      outcome: middle,
    },
    resource: {
      format: 'file',
      link: `https://${host}/guide`,
      fileId,
      publisher: short,
      owner: short,
      licence: 'cc-by-4.0',
      steps: [{ title: short, text: middle, checklist: [short] }],
      shelf: short,
    },
    experience: { verdict: 'mixed', context: middle, tried: middle, learned: middle },
    watch: { topic: 'legal', sourceName: short, link: `https://${host}/texte` },
  };
}

/** A resource found useful, confirmed, announced to its author, its links noted. */
async function readAgain(ctx: Context, id: string, { words, host, employee }: Around): Promise<void> {
  const machine = { ...ctx, actor: null };
  unwrap(await execute(machine, sayUseful, { publicationId: id, visitor: words }));
  unwrap(await execute(ctx, confirmPublications, { ids: [id] }));
  const to = { address: `equipe@${host}`, name: words.slice(0, 60), personId: employee.personId };
  unwrap(
    await execute(machine, announceReviews, {
      to,
      ids: [id],
      origin: 'https://essai.example',
      hubName: words.slice(0, 60),
    }),
  );
  unwrap(await execute(machine, noteLinks, {}));
}
