import type { RouteList } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { paths } from '../paths.ts';
import { showInstallation } from './installation-page.tsx';
import { changeInstalledHub, showInstalledHub } from './installed-hub-page.tsx';

const operators = ['operator'] as const;

/** What the person who hosts several hubs does here, as from the command line. */
export function installationRoutes(routes: RouteList, dependencies: HubDependencies): void {
  routes
    .get(paths.installation, operators, (exchange) => showInstallation(exchange, dependencies))
    .get(paths.installedHub(':id'), operators, (exchange) => showInstalledHub(exchange, dependencies))
    .post(paths.installedHubAct(':id', ':act'), operators, (exchange) => changeInstalledHub(exchange, dependencies));
}
