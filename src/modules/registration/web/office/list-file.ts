import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { send } from '#platform/http/download.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { chargeStateNames } from '#modules/payments/index.ts';
import { columnQuestions, answerKey } from '../../domain/questions.ts';
import { seatsInWords } from '../../domain/workshops.ts';
import type { Registrant } from '../../queries/registrants-of.ts';
import { answerOf, termOf } from '../../domain/said-answers.ts';
import { reasonNames, stateNames } from '../texts.ts';
import { readList, readListQuery, type RegistrationList } from './read-list.ts';

/** `GET …/inscriptions.csv` and `.xlsx`: the list as it is filtered. */
export async function sendList(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const list = await readList(exchange, readListQuery(exchange.url.searchParams));
  if (!list) return exchange.notFound();
  const columns = columnsOf(list, exchange.hub.zone);
  const name = `inscriptions-${list.event.slug}.${format}`;
  return format === 'csv'
    ? send(exchange, csvStream(columns, rowsOf(list)), csvContentType, name)
    : send(exchange, xlsxStream(columns, rowsOf(list), { title: 'Inscriptions' }), xlsxContentType, name);
}

async function* rowsOf({ rows }: RegistrationList): AsyncGenerator<Registrant> {
  yield* rows;
}

const marks = { present: 'présent·e', absent: 'absent·e', excused: 'excusé·e' };

function columnsOf({ offer, charges, ranks, dates }: RegistrationList, zone: string): ExportColumn<Registrant>[] {
  const at = (moment: Temporal.Instant) => formatDateTime(moment, { style: 'numeric', zone });
  const charge = (row: Registrant) => charges.get(row.bookingId)?.findLast(({ state }) => state !== 'cancelled');
  return [
    { header: 'Nom', value: (row) => row.name, width: 26 },
    { header: 'E-mail', value: (row) => row.email, width: 28 },
    { header: 'Téléphone', value: (row) => row.phone, width: 16 },
    { header: 'Structure', value: (row) => row.organizationName, width: 26 },
    { header: 'Commune', value: (row) => row.municipality, width: 20 },
    { header: 'Code Insee', value: (row) => row.municipalityInsee, width: 10 },
    {
      header: 'Date',
      value: (row) => {
        const date = dates.find(({ id }) => id === row.occurrenceId);
        return date ? at(date.startsAt) : 'toutes les dates';
      },
      width: 18,
    },
    {
      header: 'État',
      value: (row) => [stateNames[row.state], reasonNames[row.stateReason]].filter(Boolean).join(' '),
      width: 18,
    },
    { header: 'Rang', value: (row) => ranks.get(row.id) ?? null },
    { header: 'Présence', value: (row) => (row.attendance ? marks[row.attendance] : ''), width: 12 },
    {
      header: 'Place',
      value: (row) => seatsInWords(offer?.seatKinds ?? [], row),
      width: 14,
    },
    { header: 'Adhérent·e', value: (row) => (row.isMember ? 'oui' : ''), width: 10 },
    { header: 'Tarif', value: (row) => row.priceLabel, width: 18 },
    { header: 'Prix (€)', value: (row) => row.priceCents / 100 },
    {
      header: 'Paiement',
      value: (row) => {
        const found = charge(row);
        return found ? chargeStateNames[found.state] : '';
      },
      width: 14,
    },
    ...(offer?.questions ?? [])
      .filter((question) => !columnQuestions.has(answerKey(question)))
      .map((question): ExportColumn<Registrant> => ({
        header: termOf(question),
        value: (row) => answerOf(question, row) ?? '',
        width: 24,
      })),
    { header: 'Inscrit·e par', value: (row) => row.bookerName, width: 22 },
    { header: 'Saisi par', value: (row) => row.typedBy, width: 18 },
    { header: 'Billet', value: (row) => row.code, width: 12 },
    { header: 'Inscrit·e le', value: (row) => at(row.createdAt), width: 18 },
  ];
}
