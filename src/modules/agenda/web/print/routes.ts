import type { RouteList } from '#platform/http/exchange.ts';
import { agendaPath, printPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { showPrintPage } from './print-page.tsx';
import { sendDaySheet } from './send-day-sheet.ts';
import { sendPoster } from './send-poster.ts';
import { sendMonthProgramme, sendTownLeaflet } from './send-programmes.ts';

// Drawn at each request: nobody prints faster than this.
const drawn = { perMinute: 40 } as const;

/** The agenda on paper. To list before the pages of one event. */
export function printRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(printPath, 'anyone', (exchange) => showPrintPage(exchange, deps));
  routes.get(
    `${printPath}/:file{\\d{4}-\\d{2}\\.pdf}`,
    'anyone',
    (exchange) => sendMonthProgramme(exchange, deps),
    drawn,
  );
  routes.get(`${townsPath}/:insee/depliant.pdf`, 'anyone', (exchange) => sendTownLeaflet(exchange, deps), drawn);
  routes.get('/gestion/agenda/feuille-du-jour.pdf', ['employee'], (exchange) => sendDaySheet(exchange, deps), drawn);
  routes.get(`${agendaPath}/:slug/affiche.pdf`, 'anyone', (exchange) => sendPoster(exchange, deps), drawn);
}
