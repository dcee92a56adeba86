import type { Fact } from '#platform/facts/fact.ts';

/** Something that everyone may read of the trainings was added, changed or hidden. */
export type TrainingChanged = Fact<'trainingChanged'>;

/** A session is over: its hours and its people may be counted. */
export interface SessionFinished extends Fact<'sessionFinished'> {
  readonly sessionId: string;
}

export const trainingChanged = (): TrainingChanged => ({ type: 'trainingChanged' });
export const sessionFinished = (sessionId: string): SessionFinished => ({ type: 'sessionFinished', sessionId });

export type TrainingFact = TrainingChanged | SessionFinished;
