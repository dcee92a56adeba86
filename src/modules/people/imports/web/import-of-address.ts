import type { Exchange } from '#platform/http/exchange.ts';
import { readPeopleImport, type PeopleImport } from '../queries/import-sheet.ts';
import { importPaths } from '../paths.ts';

/** The import of this address, or null. */
export async function importOfAddress(exchange: Exchange): Promise<PeopleImport | null> {
  return readPeopleImport(exchange.ctx.db, exchange.param('import'));
}

/** The way back from the pages of an import. */
export const importTrail = [
  { label: 'Personnes', href: '/gestion/personnes' },
  { label: 'Importer', href: importPaths.start },
];
