import type { RouteList } from '#platform/http/exchange.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showAbout } from './about-page.tsx';
import { showKeptItem } from './kept-page.ts';
import { pageView } from './page-view.tsx';

/** Pages the employee arranged, and the one every hub has. */
export function pageRoutes(routes: RouteList, deps: PublishingDependencies): void {
  routes
    .get('/le-pole', 'anyone', (exchange) => showAbout(exchange, deps), { kept: true })
    .get(
      '/pages/:slug',
      'anyone',
      (exchange) => {
        const slug = exchange.param('slug');
        const own = publicationPath('page', slug);
        // It stands at an address of its own: one place for each page.
        if (own !== `/pages/${slug}`) return exchange.http.redirect(own, 301);
        return showKeptItem(exchange, deps, 'page', pageView);
      },
      { kept: true },
    );
}
