import { feedFormats } from '#platform/feeds/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { directoryPath, embedPath, mapPath, snippetPath } from '../paths.ts';
import type { DirectoryDependencies } from '../ports.ts';
import { sendElement, sendElements, sendLinkedElements, sendTaxonomy } from './formats/elements-api.ts';
import { sendCsv, sendGeojson, sendPair, sendSheetFile, sendXlsx } from './formats/exports.ts';
import { sendDirectoryFeed } from './formats/feeds.ts';
import { sendMapPoints, sendOutlines } from './formats/map-data.ts';
import { showDirectory } from './public/directory-page.tsx';
import { showEmbedded, showSnippet } from './public/embed-pages.tsx';
import { showMap } from './public/map-page.tsx';
import { showOrganization } from './public/organization-page.tsx';
import { receiveWrite, showWrite } from './public/write-page.tsx';

const kept = { kept: true } as const;
const data = { shared: 'data' } as const;
const keptData = { ...kept, ...data };

/** What everyone may read and do. `/annuaire/:slug` comes after the pages that stand beside it. */
export function publicRoutes(routes: RouteList, deps: DirectoryDependencies): void {
  routes.get(directoryPath, 'anyone', (exchange) => showDirectory(exchange, deps), kept);
  routes.get(mapPath, 'anyone', (exchange) => showMap(exchange, deps), kept);
  routes.get(`${mapPath}/contours.json`, 'anyone', sendOutlines, data);
  routes.get(`${directoryPath}/carte.json`, 'anyone', sendMapPoints, data);
  routes.get(`${directoryPath}.csv`, 'anyone', sendCsv, data);
  routes.get(`${directoryPath}.xlsx`, 'anyone', sendXlsx, data);
  routes.get(`${directoryPath}.geojson`, 'anyone', sendGeojson, data);
  routes.get(`${directoryPath}.jsonld`, 'anyone', sendPair, data);
  for (const format of feedFormats)
    routes.get(
      `${directoryPath}.${format}`,
      'anyone',
      (exchange) => sendDirectoryFeed(exchange, deps, format),
      keptData,
    );
  routes.get('/api/elements.json', 'anyone', sendElements, data);
  routes.get('/api/elements.jsonld', 'anyone', sendLinkedElements, data);
  routes.get('/api/elements/:file', 'anyone', sendElement, data);
  routes.get('/api/taxonomy', 'anyone', sendTaxonomy, keptData);
  routes.get('/api/taxonomy.json', 'anyone', sendTaxonomy, keptData);
  routes.get(snippetPath, 'anyone', showSnippet, kept);
  routes.get(embedPath, 'anyone', (exchange) => showEmbedded(exchange, deps), { shared: 'frame' });
  routes.get(`${directoryPath}/:file{[a-z0-9-]+\\.(?:vcf|jsonld)}`, 'anyone', sendSheetFile);
  routes.get(`${directoryPath}/:slug/ecrire`, 'anyone', showWrite);
  routes.post(`${directoryPath}/:slug/ecrire`, 'anyone', receiveWrite, { perMinute: 5 });
  routes.get(`${directoryPath}/:slug`, 'anyone', (exchange) => showOrganization(exchange, deps), kept);
}
