import type { RouteList } from '#platform/http/exchange.ts';
import type { PaymentDependencies } from '../../ports.ts';

export function officeRoutes(_routes: RouteList, _deps: PaymentDependencies): void {}
