import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { standingInWords } from '../../domain/standing.ts';
import { whoLabels } from '../../domain/who.ts';
import { eachMember, type MemberRow } from '../../queries/member-list.ts';
import { readListQuery } from './list-query.ts';

/** `GET /gestion/adhesions.csv` and `.xlsx`: the list as filtered. */
export function sendMembers(exchange: Exchange, format: 'csv' | 'xlsx'): Response {
  const rows = eachMember(exchange.ctx, readListQuery(exchange.url.searchParams));
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Adhésions' }), xlsxContentType];
  return exchange.http.body(body as never, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="adhesions.${format}"`,
  });
}

const columns: ExportColumn<MemberRow>[] = [
  { header: 'Nom', value: (row) => row.name, width: 32 },
  { header: 'Qui', value: (row) => whoLabels[row.who], width: 18 },
  { header: 'À joindre', value: (row) => row.contact, width: 26 },
  { header: 'E-mail', value: (row) => row.email, width: 28 },
  { header: 'Téléphone', value: (row) => row.phone, width: 16 },
  { header: 'Commune', value: (row) => row.municipality, width: 20 },
  { header: 'Collège', value: (row) => row.college, width: 20 },
  { header: 'Campagne', value: (row) => row.campaign, width: 22 },
  { header: 'État', value: (row) => standingInWords(row), width: 14 },
  { header: 'Du', value: (row) => row.startsOn.toString(), width: 12 },
  { header: 'Au', value: (row) => row.endsOn.toString(), width: 12 },
  { header: 'Adhère depuis', value: (row) => row.memberSince.toString(), width: 14 },
  { header: 'Cotisation', value: (row) => row.dues / 100 },
];
