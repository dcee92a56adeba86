import type { RouteList } from '#platform/http/exchange.ts';
import type { DirectoryDependencies } from '../../ports.ts';

/** The team's side of the directory. */
export function officeRoutes(_routes: RouteList, _deps: DirectoryDependencies): void {}
