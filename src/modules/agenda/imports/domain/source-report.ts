import type { ReadingProblem } from '../read/incoming-event.ts';

/** Whether what comes is public at once, or read by the team first. */
export const trusts = ['propose', 'publish'] as const;
export type Trust = (typeof trusts)[number];

/** What the last reading of a source did. */
export interface SourceReport {
  /** Events it held, and those that the choices of the hub let in. */
  found: number;
  taken: number;
  added: number;
  changed: number;
  cancelled: number;
  /** Already told by another source. */
  joined: number;
  problems: readonly ReadingProblem[];
}
