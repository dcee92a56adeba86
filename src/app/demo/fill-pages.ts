import {
  aboutSlug,
  defaultDoors,
  publicationAt,
  savePublication,
  type PublicationInput,
} from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoAboutPhotos, demoDoorPhotos, demoPartners, demoPicturesPage, demoTeam } from './demo-pages.ts';
import { pictureOf, type DemoNames } from './fill-news.ts';

/** Gives the doors and the page about the hub their photos and people, and publishes a page of pictures. */
export async function fillPages(ctx: Context, names: DemoNames): Promise<void> {
  for (const { tag } of defaultDoors) await dressDoor(ctx, names, tag);
  await presentHubPage(ctx, names);
  await publishPicturesPage(ctx, names);
}

async function dressDoor(ctx: Context, names: DemoNames, tag: string): Promise<void> {
  const found = await publicationAt(ctx.db, 'door', tag);
  const picture = pictureOf(names, demoDoorPhotos[tag]);
  if (!found || !('publication' in found) || !('imageId' in picture)) return;
  const { id, version, fields } = found.publication;
  // Dressed already: an earlier filling was interrupted after this one.
  if (fields.imageId) return;
  unwrap(
    await execute(ctx, savePublication, {
      id,
      kind: 'door',
      version,
      act: 'publish',
      fields: { ...fields, ...picture },
    }),
  );
}

async function presentHubPage(ctx: Context, names: DemoNames): Promise<void> {
  const found = await publicationAt(ctx.db, 'page', aboutSlug);
  if (!found || !('publication' in found) || found.publication.version > 1) return;
  const { id, version, fields } = found.publication;
  let opened = 0;
  const blocks = fields.content.blocks.map((block) => {
    if (block.kind === 'image-text') {
      const photos = opened++ === 0 ? demoAboutPhotos.missions : demoAboutPhotos.governance;
      return { ...block, pictures: picturesOf(names, photos) };
    }
    if (block.kind === 'team')
      return {
        ...block,
        people: demoTeam.map((one) => ({ ...one, text: typography(one.text), imageId: null, alternative: '' })),
      };
    if (block.kind === 'partners')
      return { ...block, partners: demoPartners.map((name) => ({ name, href: '', imageId: null })) };
    return block;
  });
  unwrap(
    await execute(ctx, savePublication, {
      id,
      kind: 'page',
      version,
      act: 'publish',
      fields: { ...fields, content: { blocks } },
    }),
  );
}

async function publishPicturesPage(ctx: Context, names: DemoNames): Promise<void> {
  if (await publicationAt(ctx.db, 'page', 'une-annee-en-images')) return;
  const { title, line, opening, gallery, quote, call } = demoPicturesPage;
  const photo = names.photos.get(opening.photo);
  const fields: PublicationInput<'page'> = {
    title,
    line: typography(line),
    content: {
      blocks: [
        {
          id: ctx.newId(),
          kind: 'hero',
          title: opening.title,
          text: typography(opening.text),
          imageId: photo?.imageId ?? null,
          alternative: photo?.alternative ?? '',
        },
        {
          id: ctx.newId(),
          kind: 'gallery',
          title: gallery.title,
          pictures: picturesOf(names, gallery.photos),
        },
        { id: ctx.newId(), kind: 'quote', ...quote, text: typography(quote.text) },
        { id: ctx.newId(), kind: 'cards', title: 'Et en ce moment', source: 'news' },
        {
          id: ctx.newId(),
          kind: 'call-to-action',
          ...call,
          title: typography(call.title),
          text: typography(call.text),
        },
      ],
    },
  };
  unwrap(await execute(ctx, savePublication, { id: null, kind: 'page', version: null, act: 'publish', fields }));
}

function picturesOf({ photos }: DemoNames, occasions: readonly string[]) {
  return occasions.flatMap((occasion) => {
    const photo = photos.get(occasion);
    return photo ? [{ imageId: photo.imageId, alternative: photo.alternative }] : [];
  });
}
