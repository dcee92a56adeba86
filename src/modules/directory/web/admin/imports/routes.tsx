import type { FileStore } from '#platform/files/file-store.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { formOverhead, largestUpload } from '#platform/imports/import-files.ts';
import { keepers } from '../../../policy.ts';
import { showImport } from './import-page.tsx';
import { importsPath } from './import-paths.ts';
import { receiveMapping, reviewMapping } from './mapping-page.tsx';
import { sendProgress } from './import-progress.tsx';
import { sendReport } from './report-csv.ts';
import { receiveUndo } from './report-page.tsx';
import { receiveDecisions, receiveLaunch } from './review-page.tsx';
import { receiveStart, showStart } from './start-page.tsx';

/** Bringing lists in. To list before `/gestion/annuaire/:id`. */
export function importRoutes(routes: RouteList, files: FileStore): void {
  routes.get(importsPath, keepers, showStart);
  routes.post(importsPath, keepers, (exchange) => receiveStart(exchange, files), {
    bodyLimit: largestUpload + formOverhead,
  });
  routes.get(`${importsPath}/:import`, keepers, showImport);
  routes.get(`${importsPath}/:import/avancement`, keepers, sendProgress);
  routes.get(`${importsPath}/:import/revoir`, keepers, reviewMapping);
  routes.post(`${importsPath}/:import/colonnes`, keepers, receiveMapping, { bodyLimit: 1_000_000 });
  routes.post(`${importsPath}/:import/decisions`, keepers, receiveDecisions, { bodyLimit: 1_000_000 });
  routes.post(`${importsPath}/:import/lancer`, keepers, receiveLaunch);
  routes.post(`${importsPath}/:import/annuler`, keepers, receiveUndo);
  routes.get(`${importsPath}/:import/rapport.csv`, keepers, sendReport);
}
