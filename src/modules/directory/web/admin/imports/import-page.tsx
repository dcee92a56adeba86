import type { Exchange } from '#platform/http/exchange.ts';
import { ImportAtWork, ImportFailed } from '#ui/imports/import-at-work.tsx';
import { officePath } from '../../../paths.ts';
import { importOfAddress } from './import-of-address.ts';
import { importsPath } from './import-paths.ts';
import { mappingPage } from './mapping-page.tsx';
import { workOf } from './import-progress.tsx';
import { reportPage } from './report-page.tsx';
import { reviewPage } from './review-page.tsx';
import { statusNames } from './texts.ts';

/** `GET /gestion/annuaire/importer/<id>`: the step where the import is. */
export async function showImport(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  switch (sheet.status) {
    case 'mapping':
      return mappingPage(exchange, sheet);
    case 'ready':
      return reviewPage(exchange, sheet);
    case 'done':
    case 'undone':
      return reportPage(exchange, sheet);
    default:
      return exchange.page({
        title: statusNames[sheet.status],
        layout: 'office',
        section: officePath,
        header: {
          trail: [
            { label: 'Le réseau', href: officePath },
            { label: 'Importer', href: importsPath },
          ],
          lead: sheet.source,
        },
        content:
          sheet.status === 'failed' ? (
            <ImportFailed failure={sheet.failure} againHref={importsPath} />
          ) : (
            <ImportAtWork work={workOf(sheet)} foundIn="Importer une liste" />
          ),
      });
  }
}
