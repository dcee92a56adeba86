import { currentSettings } from '#modules/hub/index.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { fileRoutes } from '#platform/stored-files/file-routes.ts';
import { StylePage } from '#ui/style-page/style-page.tsx';
import { deriveTheme } from '#ui/theme/derive-theme.ts';
import { sendRobots, SiteMaps } from './crawler-files.ts';
import { showDay } from './day-page.tsx';
import { imageRoutes } from './image-routes.ts';
import { showOpenData } from './open-data-page.tsx';
import { sendSuggestions, showSearch, type SearchDependencies } from './search-page.tsx';
import { sendSourceCode, sourceCodePath } from './source-code.ts';
import { searchPath, suggestionsPath } from './search-paths.ts';

/** What the pages that gather all modules need. */
export interface SiteDependencies {
  /** All modules, this one included: asked when a page is drawn. */
  readonly modules: () => readonly Module[];
  readonly files: FileStore;
  readonly tally: SearchDependencies['tally'];
  readonly clientIp: SearchDependencies['clientIp'];
}

/** The pages that belong to no module because they gather what all of them contribute. */
export function siteModule({ modules, files, tally, clientIp }: SiteDependencies): Module {
  const siteMaps = new SiteMaps(modules);
  const searching: SearchDependencies = { modules, tally, clientIp };
  return {
    name: 'site',
    routes(routes) {
      imageRoutes(files)(routes);
      fileRoutes(files)(routes);
      routes
        .get(searchPath, 'anyone', (exchange) => showSearch(exchange, searching), { perMinute: 120 })
        .get(suggestionsPath, 'anyone', (exchange) => sendSuggestions(exchange, searching), { perMinute: 300 })
        .get('/sitemap.xml', 'anyone', (exchange) => siteMaps.sendFirst(exchange), { perMinute: 30 })
        .get('/:file{sitemap-[0-9]+[.]xml}', 'anyone', (exchange) => siteMaps.sendPart(exchange), { perMinute: 60 })
        .get(sourceCodePath, 'anyone', sendSourceCode, { perMinute: 6 })
        .get('/robots.txt', 'anyone', sendRobots, { kept: true })
        .get('/gestion', ['employee', 'board_member', 'operator'], (exchange) => showDay(exchange, modules()))
        .get('/gestion/donnees', ['employee', 'board_member'], (exchange) => showOpenData(exchange, modules()))
        .get('/gestion/style', ['employee', 'operator'], (exchange) => showStyle(exchange));
    },
    officeNavigation: [
      { label: 'À faire', path: '/gestion', order: 0, roles: ['employee', 'board_member', 'operator'], icon: 'check' },
      {
        label: 'Données ouvertes',
        path: '/gestion/donnees',
        order: 80,
        roles: ['employee', 'board_member'],
        icon: 'download',
        isRare: true,
      },
    ],
  };
}

/** `/gestion/style`: every component of the interface in its states, in the hub's colours. */
async function showStyle(exchange: Exchange): Promise<Response> {
  const { brandColor, accentColor } = await currentSettings(exchange.ctx);
  const theme = deriveTheme({ brand: brandColor, accent: accentColor });
  return exchange.page({ title: 'Style', layout: 'office', content: <StylePage theme={theme} /> });
}
