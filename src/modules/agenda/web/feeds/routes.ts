import { feedFormats } from '#platform/feeds/index.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { agendaCalendarPath, agendaPath, subscriptionPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { sendComingFeed } from './news-feed.ts';
import { closeOwnCalendar, showOwnCalendar } from './personal/own-calendar-page.tsx';
import { ownCalendarBase } from './personal/own-paths.ts';
import { sendOwnCalendar } from './personal/send-own-calendar.ts';
import { receiveSubscription, showSubscription } from './personal/subscription-page.tsx';
import { sendAgendaCalendar, sendEventCalendar, sendOrganizerCalendar } from './send-calendar.ts';
import { sendDatesCsv, sendDatesJson, sendOpenAgenda } from './send-exports.ts';

const data = { shared: 'data' } as const;
const file = '{[a-zA-Z0-9-]+\\.ics}';

/** What programs follow of the agenda. To list before the pages of one event. */
export function feedRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(subscriptionPath, 'anyone', (exchange) => showSubscription(exchange, deps));
  routes.post(subscriptionPath, 'anyone', (exchange) => receiveSubscription(exchange, deps), { perMinute: 6 });
  routes.get(`${ownCalendarBase}/:secret{[\\w-]+\\.ics}`, 'anyone', (exchange) => sendOwnCalendar(exchange, deps));
  routes.get(`${ownCalendarBase}/:secret`, 'anyone', (exchange) => showOwnCalendar(exchange, deps));
  routes.post(`${ownCalendarBase}/:secret`, 'anyone', (exchange) => closeOwnCalendar(exchange, deps));
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
