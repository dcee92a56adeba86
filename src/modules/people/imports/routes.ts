import type { FileStore } from '#platform/files/file-store.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { formOverhead, largestUpload } from '#platform/imports/import-files.ts';
import { receiveDecisions, receiveLaunch, receiveUndo, sendProgress, showImport } from './web/import-page.tsx';
import { receiveMapping, reviewMapping } from './web/mapping-page.tsx';
import { receiveStart, showStart } from './web/start-page.tsx';

/** Bringing lists of people in. */
export function peopleImportRoutes(routes: RouteList, files: FileStore): void {
  const staff = ['employee'] as const;
  const page = '/gestion/personnes/importer/:import';
  routes.get('/gestion/personnes/importer', staff, (exchange) => showStart(exchange));
  routes.post('/gestion/personnes/importer', staff, receiveStart(files), { bodyLimit: largestUpload + formOverhead });
  routes.get(page, staff, showImport);
  routes.get(`${page}/avancement`, staff, sendProgress);
  routes.get(`${page}/revoir`, staff, reviewMapping);
  routes.post(`${page}/colonnes`, staff, receiveMapping, { bodyLimit: 1_000_000 });
  routes.post(`${page}/decisions`, staff, receiveDecisions, { bodyLimit: 1_000_000 });
  routes.post(`${page}/lancer`, staff, receiveLaunch);
  routes.post(`${page}/annuler`, staff, receiveUndo);
}
