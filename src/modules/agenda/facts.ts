import type { Fact } from '#platform/facts/fact.ts';

/** Something that everyone may read in the agenda was added, changed, hidden, or moved. */
export interface AgendaChanged extends Fact<'agendaChanged'> {
  readonly ids: readonly string[];
}

/** An event became public for the first time. */
export interface EventPublished extends Fact<'eventPublished'> {
  readonly id: string;
}

/** Dates of a public event were moved, cancelled or brought back: those who registered are to be told. */
export interface DatesChanged extends Fact<'datesChanged'> {
  readonly eventId: string;
  readonly dates: readonly { occurrenceId: string; change: 'moved' | 'cancelled' | 'restored' | 'place' }[];
}

/** Two places were one: what another module keeps at the second is at the first. */
export interface VenuesMerged extends Fact<'venuesMerged'> {
  readonly keptId: string;
  readonly mergedId: string;
}

export const venuesMerged = (keptId: string, mergedId: string): VenuesMerged => ({
  type: 'venuesMerged',
  keptId,
  mergedId,
});
export const agendaChanged = (ids: readonly string[]): AgendaChanged => ({ type: 'agendaChanged', ids });
export const eventPublished = (id: string): EventPublished => ({ type: 'eventPublished', id });
export const datesChanged = (eventId: string, dates: DatesChanged['dates']): DatesChanged => ({
  type: 'datesChanged',
  eventId,
  dates,
});

export type AgendaFact = AgendaChanged | EventPublished | DatesChanged | VenuesMerged;
