import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { fromMarkup } from '#ui/kept-markup.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { officePaths } from '../../../paths.ts';
import { publishedHome } from '../../../queries/published-home.ts';
import type { ItemView } from '../item/show-item.ts';
import { keptKey } from '../pages/kept-page.ts';
import { homeShareImage } from '../share-images/share-image-of.ts';
import { drawHome, type HomeContent } from './home-content.tsx';

/** `/`: drawn once for everyone, until the site changes. */
export async function showHome(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const { id, content } = await deps.kept.of(ctx.hubId, keptKey(exchange, 'home'), async () => {
    const home = await publishedHome(ctx.db);
    return { id: home?.id, content: await drawHome(ctx, deps, hub, home?.fields.content.blocks ?? []) };
  });
  return exchange.page(viewOf(content, id));
}

/** A home as it would be, for the preview. */
export const homeView: ItemView<'home'> = async ({ ctx, hub }, deps, { id, fields }) =>
  viewOf(await drawHome(ctx, deps, hub, fields.content.blocks), id);

function viewOf({ markup, ...said }: HomeContent, id: string | undefined): PageView {
  return {
    ...said,
    canonical: '/',
    image: homeShareImage(said.title),
    edit: {
      href: id ? officePaths.edit(id) : officePaths.add('home'),
      label: 'Modifier l’accueil',
      roles: ['employee'],
    },
    content: fromMarkup(markup),
  };
}
