import type { Fact } from '#platform/facts/fact.ts';

/** The programme of an event changed, or what is left of its shifts. */
export interface ProgrammeChanged extends Fact<'programmeChanged'> {
  readonly eventId: string;
}

/** A structure asked for a stand. */
export interface StandRequested extends Fact<'standRequested'> {
  readonly id: string;
  readonly eventId: string;
}

export const programmeChanged = (eventId: string): ProgrammeChanged => ({ type: 'programmeChanged', eventId });
export const standRequested = (id: string, eventId: string): StandRequested => ({
  type: 'standRequested',
  id,
  eventId,
});

export type ProgrammeFact = ProgrammeChanged | StandRequested;
