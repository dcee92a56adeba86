import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { officePath } from '../../../paths.ts';
import { readImport, type ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { FailedPanel } from './failed-panel.tsx';
import { importsPath } from './import-paths.ts';
import { mappingPage } from './mapping-page.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { reportPage } from './report-page.tsx';
import { reviewPage } from './review-page.tsx';
import { statusNames } from './texts.ts';

/** The import of this address, or null. */
export async function importOfAddress(exchange: Exchange): Promise<ImportSheet | null> {
  const id = exchange.param('import');
  return isId(id) ? readImport(exchange.ctx.db, id) : null;
}

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
        header: { trail: [{ label: 'Le réseau', href: officePath }, { label: 'Importer', href: importsPath }], lead: sheet.source },
        content: sheet.status === 'failed' ? <FailedPanel sheet={sheet} /> : <ProgressPanel sheet={sheet} />,
      });
  }
}
