import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { leftToPay } from '../../domain/ledger.ts';
import { stateNames } from '../../domain/charge-states.ts';
import { wayNames } from '../../domain/ways.ts';
import { eachCharge, type ChargeRow } from '../../queries/charge-list.ts';
import { eachEntry, type EntryRow } from '../../queries/ledger-rows.ts';
import { readListQuery } from './list-query.ts';

/** `GET /gestion/paiements.csv` and `.xlsx`: the sums of the list, filtered. */
export async function sendList(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const rows = eachCharge(exchange.ctx, readListQuery(exchange.url.searchParams));
  return send(exchange, format, chargeColumns(exchange.ctx.zone), rows, 'paiements');
}

/** `GET /gestion/paiements/registre.csv` and `.xlsx`: every line of the ledger, for the accountant. */
export async function sendLedger(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  return send(exchange, format, entryColumns, eachEntry(exchange.ctx), 'registre-des-paiements');
}

function send<Row>(
  exchange: Exchange,
  format: 'csv' | 'xlsx',
  columns: ExportColumn<Row>[],
  rows: AsyncIterable<Row>,
  name: string,
): Response {
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Paiements' }), xlsxContentType];
  return exchange.http.body(body as never, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

const euros = (cents: number): number => cents / 100;

function chargeColumns(zone: string): ExportColumn<ChargeRow>[] {
  return [
    { header: 'Demandé', value: (row) => formatDateTime(row.createdAt, { style: 'numeric', zone }), width: 18 },
    { header: 'Qui', value: (row) => row.payerName, width: 28 },
    { header: 'E-mail', value: (row) => row.payerEmail, width: 28 },
    { header: 'Pour quoi', value: (row) => row.label, width: 44 },
    { header: 'Somme', value: (row) => euros(row.amount) },
    { header: 'Reçu', value: (row) => euros(row.received) },
    { header: 'Rendu', value: (row) => euros(row.returned) },
    { header: 'Reste à payer', value: (row) => euros(leftToPay(row)) },
    { header: 'État', value: (row) => stateNames[row.state], width: 16 },
    { header: 'Moyen annoncé', value: (row) => (row.chosenWay ? wayNames[row.chosenWay] : ''), width: 24 },
    { header: 'Échéance', value: (row) => row.dueOn?.toString() ?? '', width: 12 },
    { header: 'Papiers', value: (row) => row.papers, width: 24 },
  ];
}

const kinds = { payment: 'Reçu', refund: 'Rendu', correction: 'Correction', contest: 'Repris par la banque' } as const;

const entryColumns: ExportColumn<EntryRow>[] = [
  { header: 'Date', value: (row) => row.receivedOn, width: 12 },
  { header: 'Ligne', value: (row) => kinds[row.kind], width: 18 },
  { header: 'Moyen', value: (row) => wayNames[row.way], width: 24 },
  { header: 'Somme', value: (row) => euros(row.amount) },
  { header: 'Qui', value: (row) => row.payerName, width: 28 },
  { header: 'Pour quoi', value: (row) => row.label, width: 44 },
  { header: 'Numéro', value: (row) => row.number, width: 16 },
  { header: 'Banque', value: (row) => row.bank, width: 18 },
  { header: 'Remise', value: (row) => row.deposit },
  { header: 'Paiement HelloAsso', value: (row) => row.providerPaymentId, width: 20 },
  { header: 'Note', value: (row) => row.note, width: 30 },
  { header: 'Noté par', value: (row) => row.recordedBy, width: 20 },
];
