import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../ports.ts';
import { officeRoutes } from './office/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { settingsRoutes } from './settings/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { installationRoutes } from './installation/routes.ts';

/** All addresses of the hub module. */
export function hubRoutes(routes: RouteList, dependencies: HubDependencies): void {
  publicRoutes(routes);
  officeRoutes(routes, dependencies);
  settingsRoutes(routes, dependencies);
  setupRoutes(routes, dependencies);
  installationRoutes(routes, dependencies);
}
