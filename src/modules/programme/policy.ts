import { mayRunAgenda } from '#modules/agenda/index.ts';
import type { Role } from '#platform/context/context.ts';

/** Who keeps the programmes of large days: whoever runs the agenda. */
export const mayKeepProgrammes = mayRunAgenda;

/** The same for routes. */
export const programmeKeepers = ['employee'] as const satisfies readonly Role[];

/** Strangers ask for stands and take shifts. */
export const mayTakePart = (): boolean => true;
