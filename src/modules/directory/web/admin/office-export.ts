import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, xlsxContentType, xlsxStream } from '#platform/spreadsheet-export/index.ts';
import { eachSheet } from '../../queries/each-sheet.ts';
import { officeIds } from '../../queries/office/office-list.ts';
import { visibleTo } from '../../policy.ts';
import { send } from '#platform/http/download.ts';
import { tableColumns } from '../formats/table-columns.ts';
import { readOfficeQuery } from './office-query.ts';

/** `GET /gestion/annuaire.csv` and `.xlsx`: the list filtered, with what the team alone sees. */
export async function sendOfficeTable(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const ids = await officeIds(exchange.ctx, readOfficeQuery(exchange.url.searchParams));
  const sheets = eachSheet(exchange.ctx, ids, visibleTo(exchange.actor));
  const columns = tableColumns(exchange.hub.origin, { office: true });
  return format === 'csv'
    ? send(exchange, csvStream(columns, sheets), csvContentType, 'annuaire-equipe.csv')
    : send(exchange, xlsxStream(columns, sheets, { title: 'Annuaire' }), xlsxContentType, 'annuaire-equipe.xlsx');
}
