import type { Attendance, EventState } from '../../domain/event-states.ts';

/** One further date, in local time of the event; whole days keep their last day as the end. */
export interface IncomingDate {
  starts: string;
  ends: string | null;
}

/** One date of a series that differs from it. */
export interface IncomingOverride extends IncomingDate {
  /** When the rule puts it. */
  original: string;
  isCancelled: boolean;
  /** Null follows the series. */
  title: string | null;
}

export interface IncomingPlace {
  name: string;
  street: string;
  postalCode: string;
  city: string;
  lon: number | null;
  lat: number | null;
}

/** An event as another agenda tells it. Plain values only: it crosses from the worker that reads. Times are ISO, local. */
export interface IncomingEvent {
  /** Stable name in its source. */
  uid: string;
  sequence: number;
  title: string;
  brief: string;
  /** Plain text or HTML, not yet cleaned. */
  body: string;
  url: string;
  place: IncomingPlace | null;
  attendance: Attendance;
  onlineLink: string;
  /** A name, never an address of mail. */
  organizer: string;
  categories: readonly string[];
  state: EventState;
  zone: string;
  isAllDay: boolean;
  starts: string;
  ends: string | null;
  /** RRULE value with UNTIL in local time. */
  rule: string | null;
  alsoOn: readonly IncomingDate[];
  exceptOn: readonly string[];
  overrides: readonly IncomingOverride[];
  isFree: boolean;
  conditions: string;
  registrationUrl: string;
}

/** Something that could not be read, in words: which thing, and why. */
export interface ReadingProblem {
  what: string;
  why: string;
}

/** What a calendar, an agenda or a page gave. */
export interface Reading {
  kind: 'ical' | 'openagenda' | 'page';
  /** How it calls itself. */
  name: string;
  events: readonly IncomingEvent[];
  problems: readonly ReadingProblem[];
}

/** Who reads: times without a zone are told in the hub's. */
export interface ReadingOptions {
  zone: string;
  /** Moment of the reading, ISO. */
  now: string;
}

/** Bounds of `trust.md` A.7. */
export const mostComponents = 2000;
export const mostEvents = 500;
export const mostProblems = 50;

export const unsaid = {
  brief: '',
  body: '',
  url: '',
  place: null,
  attendance: 'onsite',
  onlineLink: '',
  organizer: '',
  categories: [],
  state: 'confirmed',
  ends: null,
  rule: null,
  alsoOn: [],
  exceptOn: [],
  overrides: [],
  isFree: false,
  conditions: '',
  registrationUrl: '',
  sequence: 0,
} as const satisfies Partial<IncomingEvent>;
