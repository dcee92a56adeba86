import type { RouteList } from '#platform/http/exchange.ts';
import { listPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { showItem } from '../item/show-item.ts';
import { actionView } from './action-page.tsx';
import { calendarPath, sendActionsCalendar } from './actions-calendar.ts';
import { showActions } from './list-page.tsx';

/** Not kept: what can be joined, and the next date, change with the day. */
export function actionRoutes(routes: RouteList, deps: PublishingDependencies): void {
  const path = listPath('action');
  routes.get(calendarPath, 'anyone', (exchange) => sendActionsCalendar(exchange, deps), { shared: 'data' });
  routes.get(path, 'anyone', (exchange) => showActions(exchange, deps));
  routes.get(`${path}/:slug`, 'anyone', (exchange) => showItem(exchange, deps, 'action', actionView));
}
