import type { Way } from './ways.ts';

/** What a hub has set up to be paid. */
export interface HubWays {
  hasAccount: boolean;
  /** The provider only comes back to addresses in https. */
  isSecure: boolean;
  iban: string;
  chequeOrder: string;
  takesOnSite: boolean;
}

/** The ways that a charge allows and that the hub has set up. */
export function offeredWays(allowed: readonly Way[], hub: HubWays): Way[] {
  const isSetUp: Readonly<Record<Way, boolean>> = {
    online: hub.hasAccount && hub.isSecure,
    transfer: hub.iban !== '',
    cheque: hub.chequeOrder !== '',
    cash: hub.takesOnSite,
    on_site: hub.takesOnSite,
  };
  return allowed.filter((way) => isSetUp[way]);
}
