import { feedFormats } from '#platform/feeds/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { agendaCalendarPath, agendaPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { sendComingFeed } from './news-feed.ts';
import { sendAgendaCalendar, sendEventCalendar, sendOrganizerCalendar } from './send-calendar.ts';
import { sendDatesCsv, sendDatesJson, sendOpenAgenda } from './send-exports.ts';

const data = { shared: 'data' } as const;
const file = '{[a-zA-Z0-9-]+\\.ics}';

/** What programs follow of the agenda. To list before the pages of one event. */
export function feedRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(agendaCalendarPath, 'anyone', (exchange) => sendAgendaCalendar(exchange, deps), data);
  for (const format of feedFormats)
    routes.get(`${agendaPath}.${format}`, 'anyone', (exchange) => sendComingFeed(exchange, deps, format), data);
  routes.get(`${agendaPath}.csv`, 'anyone', sendDatesCsv, data);
  routes.get('/api/agenda.json', 'anyone', sendDatesJson, data);
  routes.get(`${agendaPath}/openagenda.json`, 'anyone', sendOpenAgenda, data);
  routes.get(
    `${agendaPath}/type/:file${file}`,
    'anyone',
    (exchange) => sendAgendaCalendar(exchange, deps, { type: exchange.param('file').slice(0, -4) }),
    data,
  );
  routes.get(
    `${townsPath}/:file${file}`,
    'anyone',
    (exchange) => sendAgendaCalendar(exchange, deps, { commune: exchange.param('file').slice(0, -4) }),
    data,
  );
  routes.get('/annuaire/:slug/agenda.ics', 'anyone', (exchange) => sendOrganizerCalendar(exchange, deps), data);
  routes.get(`${agendaPath}/:file${file}`, 'anyone', (exchange) => sendEventCalendar(exchange, deps), data);
}
