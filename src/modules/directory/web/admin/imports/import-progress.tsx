import { renderToString } from 'preact-render-to-string';
import type { Exchange } from '#platform/http/exchange.ts';
import { ImportProgress, type ImportWork } from '#ui/imports/import-at-work.tsx';
import type { ImportSheet, ImportStatus } from '../../../queries/imports/import-sheet.ts';
import { importOfAddress } from './import-of-address.ts';
import { importPath } from './import-paths.ts';
import { statusNames } from './texts.ts';

const working: ReadonlySet<ImportStatus> = new Set(['reading', 'comparing', 'running', 'undoing']);

/** How far the work in hand has come. */
export const workOf = ({ id, status, progress, total }: ImportSheet): ImportWork => ({
  href: importPath(id),
  label: statusNames[status],
  isWorking: working.has(status),
  progress,
  total: status === 'reading' ? 0 : total,
});

/** `GET /gestion/annuaire/importer/<id>/avancement`: the piece of page that the island asks for. */
export async function sendProgress(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return exchange.http.html(renderToString(<ImportProgress {...workOf(sheet)} />));
}
