import type { Exchange } from '#platform/http/exchange.ts';
import { slugify } from '#platform/french/index.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import type { ProfileField } from '../../../profile/organization-profile.ts';
import { eachImportRow } from '../../../queries/imports/import-rows.ts';
import type { ImportRow } from '../../../queries/imports/import-sheet.ts';
import { send } from '#platform/http/download.ts';
import { fieldNames } from '../../texts.ts';
import { importOfAddress } from './import-of-address.ts';
import { undoneNames, verdictNames, writtenNames } from './texts.ts';

const names = (fields: readonly string[]) =>
  fields.map((field) => fieldNames[field as ProfileField] ?? field).join(', ');

const columns: ExportColumn<ImportRow>[] = [
  { header: 'Ligne', value: (row) => row.line },
  { header: 'Structure', value: (row) => row.name },
  { header: 'Commune', value: (row) => row.city },
  { header: 'Prévu', value: (row) => verdictNames[row.verdict] },
  {
    header: 'Fait',
    value: (row) => (row.undone ? undoneNames[row.undone] : row.written ? writtenNames[row.written] : ''),
  },
  { header: 'Ressemble à', value: (row) => (row.verdict === 'duplicate' ? (row.match?.name ?? '') : '') },
  { header: 'Parce que', value: (row) => row.match?.because ?? '' },
  { header: 'Champs changés', value: (row) => names(row.changed) },
  { header: 'Champs gardés', value: (row) => names(row.kept) },
  {
    header: 'À vérifier',
    value: (row) =>
      row.issues.map(({ field, message, value }) => [field, value, message].filter(Boolean).join(' : ')).join('\n'),
  },
];

/** `GET /gestion/annuaire/importer/<id>/rapport.csv` */
export async function sendReport(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return send(
    exchange,
    csvStream(columns, eachImportRow(exchange.ctx.db, sheet.id)),
    csvContentType,
    `import-${slugify(sheet.source) || 'liste'}.csv`,
  );
}
