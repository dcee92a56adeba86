import type { AgendaDependencies } from '#modules/agenda/index.ts';

/** An agenda whose events nobody registers to. */
export const withoutRegistration: AgendaDependencies['registration'] = {
  seats: async () => new Map(),
  panel: async () => null,
  quick: async () => null,
  saveQuick: async () => {},
  copy: async () => {},
  moveDates: async () => {},
  officePath: () => '/gestion/agenda',
  attended: async () => null,
};
