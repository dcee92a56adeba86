import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { channelNames } from '../../domain/request-channels.ts';
import { outcomeNames } from '../../domain/request-outcomes.ts';
import { eachRequest, type QueueRow } from '../../queries/request-list.ts';
import { situationName, stateNames } from '../texts.ts';
import { readQueueQuery } from './queue-query.ts';

/** `GET /gestion/demandes.csv` and `.xlsx`: the queue filtered. */
export async function sendQueue(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const rows = eachRequest(exchange.ctx, readQueueQuery(exchange.url.searchParams));
  const columns = columnsIn(exchange.ctx.zone);
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Demandes' }), xlsxContentType];
  return exchange.http.body(body as never, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="demandes.${format}"`,
  });
}

function columnsIn(zone: string): ExportColumn<QueueRow>[] {
  const at = (moment: Temporal.Instant | null): string =>
    moment ? formatDateTime(moment, { style: 'numeric', zone }) : '';
  return [
    { header: 'Reçue', value: (row) => at(row.receivedAt), width: 18 },
    { header: 'Nom', value: (row) => row.name, width: 26 },
    { header: 'E-mail', value: (row) => row.email, width: 28 },
    { header: 'Téléphone', value: (row) => row.phone, width: 16 },
    { header: 'Question', value: (row) => row.question, width: 60 },
    { header: 'Profil', value: (row) => (row.situation ? situationName(row.situation) : ''), width: 22 },
    { header: 'Arrivée', value: (row) => channelNames[row.channel], width: 16 },
    { header: 'Saisie par', value: (row) => row.typedBy, width: 20 },
    { header: 'Envoyée par', value: (row) => row.referrer, width: 20 },
    { header: 'Page d’origine', value: (row) => row.cameFrom, width: 20 },
    { header: 'Étiquettes', value: (row) => row.tags.join(', '), width: 24 },
    { header: 'État', value: (row) => stateNames[row.state], width: 12 },
    { header: 'Confiée à', value: (row) => row.assignedTo, width: 20 },
    { header: 'Première réponse', value: (row) => at(row.firstAnsweredAt), width: 18 },
    {
      header: 'Heures ouvrées avant la première réponse',
      value: (row) => (row.firstAnswerMinutes === null ? null : Math.round(row.firstAnswerMinutes / 6) / 10),
    },
    { header: 'Rendez-vous', value: (row) => at(row.slotAt), width: 18 },
    { header: 'Issue', value: (row) => (row.outcome ? outcomeNames[row.outcome] : ''), width: 24 },
    { header: 'Précision', value: (row) => row.outcomeNote, width: 30 },
  ];
}
