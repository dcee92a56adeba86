import type { RouteList } from '#platform/http/exchange.ts';
import { paths } from '../../paths.ts';
import { keepers } from '../../policy.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { receiveAdd, receiveBulk } from './list-acts.ts';
import { sendList } from './list-file.ts';
import { showList } from './list-page.tsx';
import { receiveLetIn, receiveMove, receiveOne, showOne } from './one-page.tsx';
import { showOrigins, showSheet, showSlip } from './print-pages.tsx';
import { receiveSettings, showSettings } from './settings-page.tsx';

/** What the team sees of registrations. */
export function officeRoutes(routes: RouteList, deps: RegistrationDependencies): void {
  const [event, one] = [':id', ':registration'];
  routes
    .get(paths.office(event), keepers, showList)
    .get(`${paths.office(event)}.csv`, keepers, (exchange) => sendList(exchange, 'csv'))
    .get(`${paths.office(event)}.xlsx`, keepers, (exchange) => sendList(exchange, 'xlsx'))
    .post(paths.officeAdd(event), keepers, (exchange) => receiveAdd(exchange, deps))
    .post(paths.bulk(event), keepers, (exchange) => receiveBulk(exchange, deps))
    .get(paths.settings(event), keepers, showSettings)
    .post(paths.settings(event), keepers, (exchange) => receiveSettings(exchange, deps))
    .get(paths.origins(event), keepers, showOrigins)
    .get(paths.sheet(event), keepers, showSheet)
    .get(paths.one(event, one), keepers, showOne)
    .post(paths.one(event, one), keepers, (exchange) => receiveOne(exchange, deps))
    .post(paths.letIn(event, one), keepers, (exchange) => receiveLetIn(exchange, deps))
    .post(paths.move(event, one), keepers, (exchange) => receiveMove(exchange, deps))
    .get(paths.slip(event, one), keepers, showSlip);
}
