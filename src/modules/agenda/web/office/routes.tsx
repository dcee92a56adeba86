import { photoBodyLimit } from '#modules/photos/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { fileBodyLimit } from '#platform/stored-files/index.ts';
import { officePaths } from '../../paths.ts';
import { writers } from '../../policy.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { receiveDate, showDate } from './dates/date-page.tsx';
import { showDates } from './dates/dates-page.tsx';
import { showAdd, showEdit } from './editor/editor-page.tsx';
import { receiveAct } from './editor/receive-act.ts';
import { receiveAdd, receiveEdit } from './editor/receive-editor.ts';
import { sendOrganizations, sendPreview } from './editor/send-suggestions.ts';
import { receiveEventBulk, receiveRestore } from './list/event-bulk.ts';
import { sendEventTable } from './list/event-export.ts';
import { showEventList } from './list/event-list-page.tsx';
import { receiveAgendaSettings, showAgendaSettings } from './settings-page.tsx';
import { receiveVenue, showVenue } from './venues/venue-page.tsx';
import { showVenues } from './venues/venues-page.tsx';

const team = ['employee'] as const;
const withFiles = { bodyLimit: photoBodyLimit + fileBodyLimit };

/** The team's side of the agenda. To list after the other pages under `/gestion/agenda`: `:id` takes what is left. */
export function agendaOfficeRoutes(routes: RouteList, deps: AgendaDependencies): void {
  const { list, add, venues, settings } = officePaths;
  routes.get(list, writers, (exchange) => showEventList(exchange, deps));
  routes.get(`${list}.csv`, writers, (exchange) => sendEventTable(exchange, 'csv'));
  routes.get(`${list}.xlsx`, writers, (exchange) => sendEventTable(exchange, 'xlsx'));
  routes.post(officePaths.bulk, writers, receiveEventBulk, { bodyLimit: 1_000_000 });
  routes.post(officePaths.trash, writers, receiveRestore);
  routes.get(officePaths.organizations, writers, (exchange) => sendOrganizations(exchange, deps));
  routes.get(officePaths.preview, writers, (exchange) => sendPreview(exchange, deps));
  routes.get(venues, team, showVenues);
  routes.get(officePaths.addVenue, team, (exchange) => showVenue(exchange, deps));
  routes.post(officePaths.addVenue, team, (exchange) => receiveVenue(exchange, deps));
  routes.get(officePaths.venue(':id'), team, (exchange) => showVenue(exchange, deps));
  routes.post(officePaths.venue(':id'), team, (exchange) => receiveVenue(exchange, deps));
  routes.get(settings, team, showAgendaSettings);
  routes.post(settings, team, receiveAgendaSettings);
  routes.get(add, writers, (exchange) => showAdd(exchange, deps));
  routes.post(add, writers, (exchange) => receiveAdd(exchange, deps), withFiles);
  routes.get(officePaths.event(':id'), writers, (exchange) => showEdit(exchange, deps));
  routes.post(officePaths.event(':id'), writers, (exchange) => receiveEdit(exchange, deps), withFiles);
  routes.post(officePaths.act(':id'), writers, receiveAct);
  routes.get(officePaths.dates(':id'), writers, (exchange) => showDates(exchange, deps));
  routes.get(officePaths.date(':id', ':date'), writers, showDate);
  routes.post(officePaths.date(':id', ':date'), writers, receiveDate);
}
