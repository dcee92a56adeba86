import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { publicationPath } from '../../../paths.ts';
import { officeSelection, type OfficeRow } from '../../../queries/office/office-list.ts';
import { kindNames, statusNames } from '../../texts.ts';
import { readListQuery } from './list-query.ts';

/** `GET /gestion/contenus.csv` and `.xlsx`: the list as it is filtered. */
export async function sendOfficeTable(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const rows = await officeSelection(exchange.ctx, readListQuery(exchange.url.searchParams));
  const columns = exportColumns(exchange);
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Publications' }), xlsxContentType];
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="contenus.${format}"` },
  });
}

function exportColumns({ hub }: Exchange): ExportColumn<OfficeRow>[] {
  const day = (at: string | null): string =>
    at ? Temporal.Instant.from(at).toZonedDateTimeISO(hub.zone).toPlainDate().toString() : '';
  return [
    { header: 'Genre', value: ({ kind }) => kindNames[kind].one },
    { header: 'Titre', value: ({ title }) => title, width: 50 },
    { header: 'État', value: ({ status }) => statusNames[status] },
    { header: 'Qui parle', value: ({ organization }) => organization ?? hub.name, width: 30 },
    { header: 'À qui s’adresser', value: (row) => row.author_name },
    { header: 'Pour', value: ({ audiences }) => audiences.join(', ') },
    { header: 'Publié le', value: (row) => day(row.published_at) },
    { header: 'Prévu le', value: (row) => day(row.publish_at) },
    { header: 'Modifié le', value: (row) => day(row.updated_at) },
    { header: 'À relire le', value: (row) => row.review_on ?? '' },
    {
      header: 'Adresse',
      value: ({ status, kind, slug }) => (status === 'published' ? hub.origin + publicationPath(kind, slug) : ''),
      width: 60,
    },
  ];
}
