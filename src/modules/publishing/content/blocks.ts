import { z } from 'zod';
import { cleanHtml, textOfHtml } from '#platform/rich-text/index.ts';

const text = (most: number) => z.string().trim().max(most, `C’est trop long : ${most} caractères au plus.`).default('');
const html = z.string().max(200_000, 'Ce texte est trop long.').transform(cleanHtml).default('');
const imageId = z.uuid().nullable().default(null);

/** Where a button or a card leads: a path of the site, or an address of the web, a mail, a phone. */
export const target = z
  .string()
  .trim()
  .max(1000)
  .refine(
    (value) => value === '' || /^(\/(?!\/)|https?:\/\/|mailto:|tel:|#)/.test(value),
    'Écrivez une adresse complète (https://…) ou une page du site (/agenda).',
  )
  .default('');

const picture = z.object({ imageId: z.uuid(), alternative: text(300) });
const block = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ id: z.uuid(), kind: z.literal(kind), ...shape });

/** The pieces a page is made of, in order. Each carries an id of its own, so that editors may move it. */
export const pageBlock = z.discriminatedUnion('kind', [
  block('hero', {
    title: text(120),
    text: text(400),
    imageId,
    alternative: text(300),
    actions: z
      .array(z.object({ label: text(60), href: target }))
      .max(3)
      .default([]),
  }),
  block('text', { title: text(120), html }),
  block('image-text', {
    title: text(120),
    html,
    pictures: z.array(picture).max(4).default([]),
    side: z.enum(['left', 'right']).default('right'),
  }),
  block('gallery', { title: text(120), pictures: z.array(picture).max(60).default([]) }),
  block('quote', { text: text(600), by: text(120), role: text(120), imageId, alternative: text(300) }),
  /** Key figures chosen by id; none chosen shows those that the hub puts forward. */
  block('figures', { title: text(120), figureIds: z.array(z.uuid()).max(12).default([]) }),
  /** Cards of one source: chosen one by one, or the latest, narrowed to a reader or a theme. */
  block('cards', {
    title: text(120),
    source: z.string().max(40),
    mode: z.enum(['latest', 'chosen']).default('latest'),
    ids: z.array(z.uuid()).max(24).default([]),
    count: z.int().min(1).max(12).default(3),
    audience: text(60),
    theme: z.uuid().nullable().default(null),
  }),
  block('call-to-action', { title: text(120), text: text(400), label: text(60), href: target }),
  block('doors', { title: text(120), group: z.enum(['profile', 'intent', 'all']).default('all') }),
  block('team', {
    title: text(120),
    people: z
      .array(
        z.object({
          name: text(120),
          role: text(160),
          text: text(400),
          imageId,
          alternative: text(300),
          group: z.enum(['team', 'board']).default('team'),
        }),
      )
      .max(60)
      .default([]),
  }),
  block('partners', {
    title: text(120),
    partners: z
      .array(z.object({ name: text(120), href: target, imageId }))
      .max(60)
      .default([]),
  }),
  /** A drawn extract of the directory's map. */
  block('map', { title: text(120), theme: z.uuid().nullable().default(null) }),
  /** Loaded from its host only when the visitor asks for it. */
  block('video', { title: text(120), url: target, transcript: text(20_000), imageId, alternative: text(300) }),
  block('files', {
    title: text(120),
    files: z
      .array(z.object({ fileId: z.uuid(), label: text(160) }))
      .max(40)
      .default([]),
  }),
  block('questions', {
    title: text(120),
    items: z
      .array(z.object({ question: text(200), html }))
      .max(60)
      .default([]),
  }),
  block('contact', { title: text(120), text: text(400), profile: text(40) }),
  /** A block that a module brings to the home, by its key. */
  block('contribution', { key: z.string().max(60), isHidden: z.boolean().default(false) }),
]);
export type PageBlock = z.output<typeof pageBlock>;
export type BlockKind = PageBlock['kind'];
export type BlockOf<Kind extends BlockKind> = Extract<PageBlock, { kind: Kind }>;

export const blocks = z.array(pageBlock).max(80, 'Une page tient en 80 blocs.').default([]);

/** All that can be read in blocks, for the search: titles, texts, names. */
export function textOfBlocks(list: readonly PageBlock[]): string {
  const said: string[] = [];
  const read = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((item) => read(item, name));
    else if (value !== null && typeof value === 'object')
      Object.entries(value).forEach(([key, item]) => read(item, key));
    else if (typeof value === 'string' && readable.has(name)) said.push(name === 'html' ? textOfHtml(value) : value);
  };
  read(list, '');
  return said.filter(Boolean).join('\n');
}

const readable = new Set([
  'title',
  'text',
  'html',
  'label',
  'by',
  'role',
  'name',
  'question',
  'transcript',
  'alternative',
]);

/** Every picture that blocks show. */
export function imagesOfBlocks(list: readonly PageBlock[]): string[] {
  const found = new Set<string>();
  const read = (value: unknown, name: string): void => {
    if (Array.isArray(value)) value.forEach((item) => read(item, name));
    else if (value !== null && typeof value === 'object')
      Object.entries(value).forEach(([key, item]) => read(item, key));
    else if (name === 'imageId' && typeof value === 'string') found.add(value);
  };
  read(list, '');
  return [...found];
}
