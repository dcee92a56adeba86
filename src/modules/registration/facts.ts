import type { Fact } from '#platform/facts/fact.ts';

/** Someone has a seat: registered, or let in from the waiting list. */
export interface RegistrationConfirmed extends Fact<'registrationConfirmed'> {
  readonly eventId: string;
  readonly ids: readonly string[];
}

/** Someone will not come, whoever said so. */
export interface RegistrationCancelled extends Fact<'registrationCancelled'> {
  readonly eventId: string;
  readonly ids: readonly string[];
}

/** A freed seat is kept for someone who waited. */
export interface SeatOffered extends Fact<'seatOffered'> {
  readonly eventId: string;
  readonly ids: readonly string[];
}

/** What lists and pages say of the seats of an event changed. */
export interface SeatsChanged extends Fact<'seatsChanged'> {
  readonly eventId: string;
}

export const registrationConfirmed = (eventId: string, ids: readonly string[]): RegistrationConfirmed => ({
  type: 'registrationConfirmed',
  eventId,
  ids,
});
export const registrationCancelled = (eventId: string, ids: readonly string[]): RegistrationCancelled => ({
  type: 'registrationCancelled',
  eventId,
  ids,
});
export const seatOffered = (eventId: string, ids: readonly string[]): SeatOffered => ({
  type: 'seatOffered',
  eventId,
  ids,
});
export const seatsChanged = (eventId: string): SeatsChanged => ({ type: 'seatsChanged', eventId });

export type RegistrationFact = RegistrationConfirmed | RegistrationCancelled | SeatOffered | SeatsChanged;
