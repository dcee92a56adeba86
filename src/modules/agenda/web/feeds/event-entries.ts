import type { CalendarEntry, CalendarMoment } from '#platform/calendar/write-calendar.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { eventStateFacts } from '../../domain/event-states.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { datesOfRule, givesItsStart, readRule, writeRule } from '../../domain/recurrence.ts';
import { timeOf } from '../../event/agenda-event.ts';
import { eventPath } from '../../paths.ts';
import type { CalendarDate, CalendarEvent, CalendarVenue } from '../../queries/feeds/calendar-events.ts';

/** Whose calendar it is. */
export interface CalendarSpeaker {
  /** Public address of the site, without a final slash. */
  origin: string;
  hubName: string;
  /** For whoever registered: the link to join is told even when the public does not see it. */
  forRegistered?: boolean;
  /** What they registered to, besides: said first. */
  note?: string;
  alarmBefore?: Temporal.Duration;
}

/** An event in a calendar: itself or its series, then each date that differs from it. */
export function eventEntries(of: CalendarEvent, speaker: CalendarSpeaker): CalendarEntry[] {
  const { event, dates } = of;
  const time = timeOf(event.fields, event.zone);
  const rule = time.rule === null ? null : readRule(time.rule);
  const isSeries = rule !== null || time.alsoOn.length > 0;
  if (!isSeries) {
    const [date] = dates;
    return [
      {
        ...whatIsSaid(of, date ?? null, speaker),
        uid: uidOf(event.id, speaker),
        ...(date ? period(of, date) : ownPeriod(of)),
      },
    ];
  }
  const moment = (local: Temporal.PlainDateTime) => momentOf(of, local);
  const told = rule && firstOfRule(rule, time.starts);
  const master: CalendarEntry = {
    ...whatIsSaid(of, null, speaker),
    uid: uidOf(event.id, speaker),
    ...ownPeriod(of, told ?? time.starts),
    rule: rule && told ? writeRule(rule) : null,
    alsoOn: [...(told && !told.equals(time.starts) ? [time.starts] : []), ...time.alsoOn.map(({ starts }) => starts)]
      .filter((local, index, all) => all.findIndex((other) => other.equals(local)) === index)
      .map(moment),
    exceptOn: (time.exceptOn ?? []).map((at) => moment(Temporal.PlainDateTime.from(at))),
  };
  return [master, ...dates.filter((date) => differs(of, date)).map((date) => replacement(of, date, speaker))];
}

/** One date in a calendar of its own: someone registered for it. */
export function dateEntry(of: CalendarEvent, date: CalendarDate, speaker: CalendarSpeaker): CalendarEntry {
  const { fields } = of.event;
  const isSeries = fields.rule !== null || fields.alsoOn.length > 0;
  return {
    ...whatIsSaid(of, date, speaker),
    // A lone event is the same one in every calendar; the date of a series is not its series.
    uid: uidOf(isSeries ? date.id : of.event.id, speaker),
    ...period(of, date),
  };
}

function replacement(of: CalendarEvent, date: CalendarDate, speaker: CalendarSpeaker): CalendarEntry {
  return {
    ...whatIsSaid(of, date, speaker),
    uid: uidOf(of.event.id, speaker),
    replaces: momentOf(of, date.originalLocal),
    ...period(of, date),
  };
}

const uidOf = (id: string, { origin }: CalendarSpeaker) => `${id}@${new URL(origin).hostname}`;

/** Programs count dates from DTSTART, so it has to be one that the rule gives; null when it gives none. */
function firstOfRule(rule: NonNullable<ReturnType<typeof readRule>>, starts: Temporal.PlainDateTime) {
  if (givesItsStart(rule, starts)) return starts;
  const later = datesOfRule(rule, starts, { after: starts.add({ minutes: 1 }), before: starts.add({ years: 5 }) });
  return later[0] ?? null;
}

/** Whether a date says something else than its series does. */
function differs({ event }: CalendarEvent, date: CalendarDate): boolean {
  if (date.isCancelled || date.isMoved || date.title !== null || date.note !== '' || date.venueId !== null) return true;
  const { starts, ends } = timeOf(event.fields, event.zone);
  const length = ends && starts.until(ends, { largestUnit: 'day' });
  if (date.isAllDay) return !date.startsOn.add(length ?? { days: 0 }).equals(date.lastOn);
  const end = length ? date.originalLocal.add(length) : date.originalLocal;
  return !end.toZonedDateTime(event.zone).toInstant().equals(date.endsAt);
}

function momentOf({ event }: CalendarEvent, local: Temporal.PlainDateTime): CalendarMoment {
  return event.fields.startsAt === null ? local.toPlainDate() : local.toZonedDateTime(event.zone);
}

function ownPeriod(of: CalendarEvent, first?: Temporal.PlainDateTime): Pick<CalendarEntry, 'starts' | 'ends'> {
  const { starts, ends } = timeOf(of.event.fields, of.event.zone);
  const from = first ?? starts;
  const until = ends && from.add(starts.until(ends, { largestUnit: 'day' }));
  return { starts: momentOf(of, from), ...(until ? { ends: momentOf(of, until) } : {}) };
}

function period({ event }: CalendarEvent, date: CalendarDate): Pick<CalendarEntry, 'starts' | 'ends'> {
  if (date.isAllDay) return { starts: date.startsOn, ends: date.lastOn };
  const zoned = (at: Temporal.Instant) => at.toZonedDateTimeISO(event.zone);
  return { starts: zoned(date.startsAt), ...(date.hasEnd ? { ends: zoned(date.endsAt) } : {}) };
}

function whatIsSaid(
  of: CalendarEvent,
  date: CalendarDate | null,
  speaker: CalendarSpeaker,
): Omit<CalendarEntry, 'uid' | 'starts'> {
  const { event, organizers } = of;
  const { fields } = event;
  const venue = date?.venue ?? of.venue;
  const url = speaker.origin + (event.origin?.path || eventPath(event.slug));
  const changed =
    date && Temporal.Instant.compare(date.updatedAt, event.updatedAt) > 0 ? date.updatedAt : event.updatedAt;
  const link = fields.onlineLink !== '' && (fields.isLinkPublic || speaker.forRegistered) ? fields.onlineLink : null;
  const organizer = organizers[0];
  return {
    summary: date?.title ?? fields.title,
    description: [speaker.note, descriptionOf(of, date, link, url)].filter(Boolean).join('\n\n'),
    ...(venue ? { location: placeInWords(venue, fields.placeNote), point: pointOf(venue) } : {}),
    url,
    changedAt: changed,
    createdAt: event.createdAt,
    // One date may change while its series does not: its number grows with the moment it did.
    sequence: event.sequence + (date ? secondsBetween(event.createdAt, date.updatedAt) : 0),
    status: date?.isCancelled ? 'CANCELLED' : eventStateFacts[fields.state].ical,
    categories: [eventTypeFacts[fields.type].label],
    organizer: organizer
      ? { name: organizer.name, url: organizer.slug ? `${speaker.origin}/annuaire/${organizer.slug}` : url }
      : { name: speaker.hubName, url: speaker.origin },
    ...(fields.imageId && of.hasPicture
      ? { image: { url: speaker.origin + pictureHref(fields.imageId, 1280, 'webp'), type: 'image/webp' } }
      : {}),
    ...(link ? { conference: link } : {}),
    ...(speaker.alarmBefore ? { alarmBefore: speaker.alarmBefore } : {}),
  };
}

const longestDescription = 3000;

function descriptionOf(
  { event, organizers }: CalendarEvent,
  date: CalendarDate | null,
  link: string | null,
  url: string,
): string {
  const { fields } = event;
  const { state } = fields;
  return [
    state === 'confirmed' ? '' : [eventStateFacts[state].label, fields.stateNote].filter(Boolean).join(' : '),
    date?.note ?? '',
    fields.brief,
    textOfHtml(fields.body).slice(0, longestDescription),
    organizers.length > 0 ? `Organisé par ${organizers.map(({ name }) => name).join(', ')}` : '',
    [fields.isFree ? 'Gratuit' : '', fields.conditions].filter(Boolean).join('. '),
    link ? `En ligne : ${link}` : '',
    url,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** « Salle des fêtes, 3 rue du Lavoir, 35320 Crevin ». */
export function placeInWords(venue: CalendarVenue, note = ''): string {
  return [venue.name, note, venue.street, `${venue.postalCode} ${venue.city}`.trim()].filter(Boolean).join(', ');
}

function pointOf({ lon, lat }: CalendarVenue): { lon: number; lat: number } | null {
  return lon === null || lat === null ? null : { lon, lat };
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 1000));
}
