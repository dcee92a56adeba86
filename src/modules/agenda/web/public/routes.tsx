import type { RouteList } from '#platform/http/exchange.ts';
import { agendaMapPath, agendaPath, agendaSnippetPath, listFramePath, pastEventsPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { showAgenda } from './agenda-page.tsx';
import { showListFrame, showMonthFrame } from './embed/frames.tsx';
import { showSnippet } from './embed/snippet-page.tsx';
import { showEvent } from './event/event-page.tsx';
import { receiveWriteToOrganizer, showWriteToOrganizer } from './event/write-page.tsx';
import { showAgendaMap } from './map-page.tsx';
import { showMonth, sendToMonth } from './month/month-page.tsx';
import { showPast } from './past-page.tsx';
import { shareImageRoutes } from './share/share-image.ts';
import { showTown, showTowns } from './towns-pages.tsx';

const kept = { kept: true } as const;
const frame = { shared: 'frame' } as const;

/** The agenda as visitors see it. Its `:slug` routes come last of the module: {@link eventRoutes}. */
export function publicRoutes(routes: RouteList, deps: AgendaDependencies): void {
  shareImageRoutes(routes, deps);
  routes
    .get(agendaPath, 'anyone', (exchange) => showAgenda(exchange, deps), kept)
    .get(`${agendaPath}/mois`, 'anyone', sendToMonth)
    .get(`${agendaPath}/mois/:month`, 'anyone', (exchange) => showMonth(exchange, deps), kept)
    .get(townsPath, 'anyone', (exchange) => showTowns(exchange, deps), kept)
    .get(`${townsPath}/:insee`, 'anyone', (exchange) => showTown(exchange, deps), kept)
    .get(agendaMapPath, 'anyone', (exchange) => showAgendaMap(exchange, deps), kept)
    .get(pastEventsPath, 'anyone', (exchange) => showPast(exchange, deps), kept)
    .get(agendaSnippetPath, 'anyone', showSnippet, kept)
    .get(listFramePath, 'anyone', (exchange) => showListFrame(exchange, deps), frame)
    .get(`${agendaPath}/cadre/mois`, 'anyone', (exchange) => showMonthFrame(exchange, deps), frame)
    .get(`${agendaPath}/cadre/mois/:month`, 'anyone', (exchange) => showMonthFrame(exchange, deps), frame);
}

/** The page of an event; not kept, since who may still come changes by the minute. */
export function eventRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes
    .get(`${agendaPath}/:slug/ecrire`, 'anyone', showWriteToOrganizer)
    .post(`${agendaPath}/:slug/ecrire`, 'anyone', receiveWriteToOrganizer, { perMinute: 5 })
    .get(`${agendaPath}/:slug`, 'anyone', (exchange) => showEvent(exchange, deps));
}
