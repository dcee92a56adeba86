import { officePaths } from './paths.ts';

/** Where the team tells what came out of past dates. */
export const outcomeOffice = {
  list: `${officePaths.list}/bilans`,
  /** Of one date, by the id of its occurrence. */
  outcome: (occurrenceId: string): string => `${officePaths.list}/bilans/${occurrenceId}`,
} as const;
