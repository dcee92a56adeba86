import { pictureHref } from '#platform/pictures/picture.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { accessKinds } from '../../domain/accessibility.ts';
import { attendanceFacts, eventStateFacts } from '../../domain/event-states.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { eventPath } from '../../paths.ts';
import type { CalendarDate, CalendarEvent, CalendarVenue } from '../../queries/feeds/calendar-events.ts';
import { placeInWords } from './event-entries.ts';

const mostTimings = 800;

/** An event in the shape of the OpenAgenda API v2: no rules there, every date is written out. */
export function openAgendaEvent(of: CalendarEvent, origin: string): object {
  const { event, venue, dates, organizers } = of;
  const { fields } = event;
  const link = fields.isLinkPublic ? fields.onlineLink : '';
  return {
    uid: event.id,
    slug: event.slug,
    canonicalUrl: origin + (event.origin?.path || eventPath(event.slug)),
    title: { fr: fields.title.slice(0, 140) },
    description: { fr: (fields.brief || textOfHtml(fields.body) || fields.title).slice(0, 200) },
    longDescription: { fr: textOfHtml(fields.body).slice(0, 10_000) },
    conditions: { fr: [fields.isFree ? 'Gratuit' : '', fields.conditions].filter(Boolean).join('. ').slice(0, 255) },
    keywords: { fr: [eventTypeFacts[fields.type].label, ...fields.audiences] },
    image:
      fields.imageId && of.hasPicture
        ? { base: origin, filename: pictureHref(fields.imageId, 1280, 'jpeg'), credits: fields.imageCredit }
        : null,
    registration: [
      ...(fields.registrationUrl ? [{ type: 'link', value: fields.registrationUrl }] : []),
      ...(fields.contactPhone ? [{ type: 'phone', value: fields.contactPhone }] : []),
    ],
    accessibility: Object.fromEntries(accessKinds.map((kind) => [kind, venue?.accessibility.includes(kind) ?? false])),
    timings: dates
      .filter(({ isCancelled }) => !isCancelled)
      .slice(0, mostTimings)
      .map((date) => timingOf(date, event.zone)),
    timezone: event.zone,
    attendanceMode: attendanceFacts[fields.attendance].openAgenda,
    ...(link ? { onlineAccessLink: link } : {}),
    location: venue && locationOf(venue),
    organizers: organizers.map(({ name }) => name),
    status: eventStateFacts[fields.state].openAgenda,
    state: 2,
    createdAt: event.createdAt.toString(),
    updatedAt: event.updatedAt.toString(),
  };
}

function timingOf({ startsAt, endsAt }: CalendarDate, zone: string): { begin: string; end: string } {
  const told = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { begin: told(startsAt), end: told(endsAt) };
}

function locationOf(venue: CalendarVenue): object {
  return {
    uid: venue.id,
    name: venue.name,
    address: placeInWords({ ...venue, name: '' }) || venue.name,
    countryCode: 'FR',
    postalCode: venue.postalCode,
    city: venue.city,
    insee: venue.municipalityInsee,
    latitude: venue.lat,
    longitude: venue.lon,
    access: { fr: venue.access },
  };
}
