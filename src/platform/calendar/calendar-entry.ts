/** A whole day, a moment, or a moment told on the clocks of a zone. */
export type CalendarMoment = Temporal.PlainDate | Temporal.Instant | Temporal.ZonedDateTime;

/** A day, a stretch of time, or a series of them, for calendar programs. */
export interface CalendarEntry {
  /** Stable name in the world: `id@host`. The dates of a series that differ carry the uid of the series. */
  readonly uid: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly point?: { readonly lon: number; readonly lat: number } | null;
  readonly url?: string;
  readonly starts: CalendarMoment;
  /** Last day included, or the moment it ends. */
  readonly ends?: CalendarMoment;
  /** RRULE value with UNTIL in the local time of the start. */
  readonly rule?: string | null;
  /** Further starts of the series, and starts that its rule gives but that are not of it. */
  readonly alsoOn?: readonly CalendarMoment[];
  readonly exceptOn?: readonly CalendarMoment[];
  /** For one date of a series that differs: the start it stands for. */
  readonly replaces?: CalendarMoment;
  /** When what is said was last changed. */
  readonly changedAt: Temporal.Instant;
  readonly createdAt?: Temporal.Instant | null;
  /** Grows when the date changes. */
  readonly sequence?: number;
  /** CONFIRMED unless told otherwise. */
  readonly status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly categories?: readonly string[];
  /** Who invites: a name and an address of the web, never of a mailbox. */
  readonly organizer?: { readonly name: string; readonly url: string };
  readonly image?: { readonly url: string; readonly type: string };
  /** Where one joins online. */
  readonly conference?: string;
  readonly attachments?: readonly { readonly url: string; readonly name: string; readonly type: string }[];
  /** How long before it the calendar says so: for someone's own file only, never in a feed. */
  readonly alarmBefore?: Temporal.Duration;
}
