import { z } from 'zod';
import { cleanHtml, longestRichText } from '#platform/rich-text/index.ts';
import type { PublicationKind } from '../domain/publication.ts';
import { doorContent, homeContent, pageContent } from './arranged.ts';
import { imagesOfBlocks, textOfBlocks, type PageBlock } from './blocks.ts';
import { newsContent } from './news.ts';
import {
  actionContent,
  experienceContent,
  projectContent,
  resourceContent,
  storyContent,
  watchContent,
} from './network.ts';

/** What only one kind has. Every field has a default: a draft is always complete enough to be kept. */
export const contentOf = {
  home: homeContent,
  page: pageContent,
  door: doorContent,
  news: newsContent,
  story: storyContent,
  project: projectContent,
  action: actionContent,
  resource: resourceContent,
  experience: experienceContent,
  watch: watchContent,
} as const satisfies Record<PublicationKind, z.ZodType>;

export type ContentOf<Kind extends PublicationKind> = z.output<(typeof contentOf)[Kind]>;

const tag = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

const commonFields = {
  title: z.string().trim().min(1, 'Donnez un titre.').max(200, 'Le titre tient en 200 caractères.'),
  line: z.string().trim().max(140, 'Cette ligne tient en 140 caractères.').default(''),
  brief: z.string().trim().max(280, 'Le chapeau tient en 280 caractères.').default(''),
  body: z
    .string()
    .max(longestRichText, 'Ce texte est trop long pour une page : coupez-le, ou joignez-le en document.')
    .transform(cleanHtml)
    .default(''),
  imageId: z.uuid().nullable().default(null),
  imageAlternative: z.string().trim().max(300, 'La description tient en 300 caractères.').default(''),
  imageCredit: z.string().trim().max(120, 'Le crédit tient en 120 caractères.').default(''),
  organizationId: z.uuid().nullable().default(null),
  authorName: z.string().trim().max(120, 'Le nom tient en 120 caractères.').default(''),
  audiences: z.array(tag).max(40).default([]),
  themes: z.array(z.uuid()).max(40).default([]),
  /** ISO dates. */
  happenedOn: z.iso.date('Écrivez une date.').nullable().default(null),
  reviewOn: z.iso.date('Écrivez une date.').nullable().default(null),
};

/** The fields of a kind, as an editor sends them and as a version keeps them. */
export function fieldsOf<Kind extends PublicationKind>(kind: Kind) {
  return z.object({ ...commonFields, content: contentOf[kind] });
}

/** What is written of a publication, whatever its kind; dates are ISO texts. Kept whole in each version. */
export type PublicationFields<Kind extends PublicationKind = PublicationKind> = z.output<
  z.ZodObject<typeof commonFields>
> & {
  content: ContentOf<Kind>;
};

/** Fields as an editor may give them: what is left out takes its default. */
export type PublicationInput<Kind extends PublicationKind = PublicationKind> = z.input<
  z.ZodObject<typeof commonFields>
> & {
  content: z.input<(typeof contentOf)[Kind]>;
};

/** The content of a kind read from storage: what a newer release added takes its default. */
export function readContent<Kind extends PublicationKind>(kind: Kind, stored: unknown): ContentOf<Kind> {
  const read = contentOf[kind].safeParse(stored ?? {});
  return (read.success ? read.data : contentOf[kind].parse({})) as ContentOf<Kind>;
}

/** The blocks of an arranged kind; none for the others. */
export function blocksOf(content: unknown): readonly PageBlock[] {
  return (content as { blocks?: readonly PageBlock[] }).blocks ?? [];
}

/** Everything in the content that can be read, for the search. */
export function textOfContent(content: unknown): string {
  const { blocks, ...others } = content as { blocks?: readonly PageBlock[] };
  return [textOfBlocks(blocks ?? []), ...sentencesOf(others)].filter(Boolean).join('\n');
}

/** Every picture that the fields show. */
export function imagesOf(fields: Pick<PublicationFields, 'imageId' | 'content'>): string[] {
  return [...new Set([...(fields.imageId ? [fields.imageId] : []), ...imagesOfBlocks(blocksOf(fields.content))])];
}

/** Every document that the fields offer. */
export function filesOf({ content }: Pick<PublicationFields, 'content'>): string[] {
  const own = (content as { fileId?: string | null }).fileId;
  const inBlocks = blocksOf(content).flatMap((block) =>
    block.kind === 'files' ? block.files.map(({ fileId }) => fileId) : [],
  );
  return [...new Set([...(own ? [own] : []), ...inBlocks])];
}

// Codes, ids, addresses and private ways to reach someone are not prose.
const notProse =
  /^(stage|topic|format|licence|verdict|link|fileId|resourceId|organizationId|tone|tag|group|contactPhone|contactEmail|on|startsOn|endsOn|pinnedUntil)$/;

function sentencesOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => sentencesOf(item, name));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => sentencesOf(item, key));
  return typeof value === 'string' && !notProse.test(name) ? [value] : [];
}
