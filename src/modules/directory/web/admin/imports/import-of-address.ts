import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { readImport, type ImportSheet } from '../../../queries/imports/import-sheet.ts';

/** The import of this address, or null. */
export async function importOfAddress(exchange: Exchange): Promise<ImportSheet | null> {
  const id = exchange.param('import');
  return isId(id) ? readImport(exchange.ctx.db, id) : null;
}
