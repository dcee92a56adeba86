import type { Context } from '#platform/context/context.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { fromMarkup, markupOf } from '#ui/kept-markup.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publishedSlugs } from '../../../queries/published-slugs.ts';
import { publicationAt } from '../../../queries/stored-publication.ts';
import { showItem, type ItemView } from '../item/show-item.ts';

/** How long what was drawn may serve: dates of the agenda go by, even when nobody changes anything. */
const keptMinutes = 5;

/** The key of something drawn for everyone at this moment: the address of the site is written in what is drawn. */
export function keptKey({ ctx, hub }: Exchange, name: string): string {
  const slot = Math.floor(ctx.clock.now().epochMilliseconds / (keptMinutes * 60_000));
  return `publishing.page ${name} ${hub.origin} ${slot}`;
}

/** A page drawn once for everyone, until the site changes; whoever asks first, it is drawn as for a visitor. */
export function keptPage(
  exchange: Exchange,
  { kept }: Pick<PublishingDependencies, 'kept'>,
  name: string,
  draw: (visit: Exchange) => Promise<PageView>,
): Promise<PageView> {
  const visit: Exchange = { ...exchange, actor: null, ctx: { ...exchange.ctx, actor: null } };
  return kept.of(exchange.ctx.hubId, keptKey(exchange, name), async () => {
    const view = await draw(visit);
    return { ...view, content: fromMarkup(markupOf(view.content)) };
  });
}

/** The addresses that answer, of a kind. */
export function keptSlugs(
  { hubId, db }: Pick<Context, 'hubId' | 'db'>,
  { kept }: Pick<PublishingDependencies, 'kept'>,
  kind: PublicationKind,
): Promise<ReadonlySet<string>> {
  return kept.of(hubId, `publishing.slugs ${kind}`, () => publishedSlugs(db, kind));
}

/** Answers at `/<folder>/:slug` as `showItem` does, the page being drawn once for everyone. */
export async function showKeptItem<Kind extends PublicationKind>(
  exchange: Exchange,
  deps: PublishingDependencies,
  kind: Kind,
  view: ItemView<Kind>,
): Promise<Response> {
  const { ctx } = exchange;
  const slug = exchange.param('slug');
  const known = await keptSlugs(ctx, deps, kind);
  // What is not there is not kept: addresses tried at random would fill the memory.
  if (!known.has(slug)) return showItem(exchange, deps, kind, view);
  return exchange.page(
    await keptPage(exchange, deps, `${kind} ${slug}`, async (visit) => {
      const found = await publicationAt(ctx.db, kind, slug);
      if (!found || 'movedTo' in found) throw new Error(`the ${kind} ${slug} left while it was read`);
      return view(visit, deps, found.publication);
    }),
  );
}
