import type { RouteList } from '#platform/http/exchange.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { sourcePaths } from '../paths.ts';
import { receiveAddSource, showAddSource } from './add-source-page.tsx';
import { receiveFile, showFile } from './file-page.tsx';
import { receiveAct, receiveCheck, receiveDetach } from './source-acts.ts';
import { receiveSource, showSource } from './source-page.tsx';
import { showSources } from './sources-page.tsx';

const team = ['employee'] as const;

/** The calendars of others, seen by the team. To list before the pages of one event. */
export function sourceRoutes(routes: RouteList, deps: AgendaDependencies): void {
  routes.get(sourcePaths.list, team, showSources);
  routes.get(sourcePaths.add, team, (exchange) => showAddSource(exchange, deps));
  routes.post(sourcePaths.add, team, (exchange) => receiveAddSource(exchange, deps), { perMinute: 12 });
  routes.get(sourcePaths.file, team, (exchange) => showFile(exchange, deps));
  routes.post(sourcePaths.file, team, (exchange) => receiveFile(exchange, deps), {
    bodyLimit: 2_200_000,
    perMinute: 12,
  });
  routes.get(sourcePaths.source(':id'), team, (exchange) => showSource(exchange, deps));
  routes.post(sourcePaths.source(':id'), team, (exchange) => receiveSource(exchange, deps));
  routes.post(sourcePaths.check(':id'), team, (exchange) => receiveCheck(exchange, deps), { perMinute: 12 });
  routes.post(sourcePaths.act(':id'), team, receiveAct);
  routes.post(sourcePaths.detach(':id'), team, receiveDetach);
}
