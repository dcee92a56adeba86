import type { Exchange } from '#platform/http/exchange.ts';
import {
  csvContentType,
  csvStream,
  xlsxContentType,
  xlsxStream,
  type ExportColumn,
} from '#platform/spreadsheet-export/index.ts';
import { eventStateFacts } from '../../../domain/event-states.ts';
import { eventStatusNames } from '../../../domain/event-status.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { eventPath } from '../../../paths.ts';
import { officeEventSelection, type EventRow } from '../../../queries/office/office-events.ts';
import { readEventListQuery } from './event-list-query.ts';

/** `GET /gestion/agenda.csv` and `.xlsx`: the list as it is filtered. */
export async function sendEventTable(exchange: Exchange, format: 'csv' | 'xlsx'): Promise<Response> {
  const rows = await officeEventSelection(exchange.ctx, readEventListQuery(exchange.url.searchParams));
  const columns = exportColumns(exchange);
  const [body, type] =
    format === 'csv'
      ? [csvStream(columns, rows), csvContentType]
      : [xlsxStream(columns, rows, { title: 'Agenda' }), xlsxContentType];
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="agenda.${format}"` },
  });
}

function exportColumns({ hub }: Exchange): ExportColumn<EventRow>[] {
  const local = (at: string | null, zone: string): string =>
    at === null
      ? ''
      : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return [
    { header: 'Titre', value: ({ title }) => title, width: 50 },
    { header: 'Genre', value: ({ type }) => eventTypeFacts[type].label },
    { header: 'Le', value: (row) => row.starts_on ?? row.first_local.slice(0, 10) },
    { header: 'Début', value: (row) => (row.is_all_day ? '' : local(row.starts_at, row.zone).slice(11)) },
    { header: 'Fin', value: (row) => (row.is_all_day || !row.has_end ? '' : local(row.ends_at, row.zone)) },
    {
      header: 'Répétition',
      value: ({ rule, first_local }) =>
        rule === null ? '' : ruleInFrench(rule, Temporal.PlainDate.from(first_local.slice(0, 10))),
      width: 40,
    },
    { header: 'Dates à venir', value: (row) => row.dates_left },
    { header: 'Lieu', value: ({ venue }) => venue ?? '', width: 30 },
    { header: 'Commune', value: ({ city }) => city ?? '' },
    {
      header: 'Organise',
      value: (row) => [row.is_own ? hub.name : '', row.organizers].filter(Boolean).join(', '),
      width: 40,
    },
    { header: 'Publication', value: ({ status }) => eventStatusNames[status] },
    { header: 'Où il en est', value: ({ state }) => eventStateFacts[state].label },
    { header: 'Pour', value: ({ audiences }) => audiences.join(', ') },
    {
      header: 'Adresse',
      value: ({ status, slug, origin, origin_path }) =>
        status === 'published' ? hub.origin + (origin === null ? eventPath(slug) : origin_path) : '',
      width: 60,
    },
  ];
}
