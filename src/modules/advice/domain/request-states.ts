/** Where a request stands: nobody has it yet, someone does, it was answered, it is over. */
export const requestStates = ['waiting', 'taken', 'answered', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

/** What happens to a request. */
export type RequestAct = 'assign' | 'release' | 'answer' | 'write-again' | 'close' | 'reopen';

/** What the rules need to know of a request. */
export interface RequestStanding {
  state: RequestState;
  isAssigned: boolean;
}

/**
 * The state that follows an act, or null when the act makes no sense there. Journeys and handovers start from the same
 * machine: a request closed as « project » is where they take over.
 */
export function stateAfter({ state, isAssigned }: RequestStanding, act: RequestAct): RequestState | null {
  const atWork = isAssigned ? 'taken' : 'waiting';
  switch (act) {
    case 'assign':
      return state === 'waiting' ? 'taken' : state === 'closed' ? null : state;
    case 'release':
      return state === 'taken' ? 'waiting' : state === 'closed' ? null : state;
    case 'answer':
      return state === 'closed' ? null : 'answered';
    // Whoever writes again waits again, even after the end.
    case 'write-again':
      return atWork;
    case 'close':
      return state === 'closed' ? null : 'closed';
    case 'reopen':
      return state === 'closed' ? atWork : null;
  }
}

/** Whether somebody waits for the hub. */
export function needsAnswer(state: RequestState): boolean {
  return state === 'waiting' || state === 'taken';
}
