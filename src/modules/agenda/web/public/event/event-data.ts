import { textOfHtml } from '#platform/rich-text/index.ts';
import { pictureHref, variantFor } from '#platform/pictures/picture.ts';
import { attendanceFacts, eventStateFacts } from '../../../domain/event-states.ts';
import { eventPath, occurrencePath } from '../../../paths.ts';
import type { Seats } from '../../../ports.ts';
import type { EventDate } from '../../../queries/public/event-dates.ts';
import { isSeries, type EventPage } from './read-event-page.ts';

/** A date for search engines (schema.org Event). Holds nothing that the page does not show, and never an address of mail. */
export function eventData(page: EventPage, date: EventDate, origin: string, seats: Seats | undefined): object {
  const { event, picture, organizers, hubName } = page;
  const { fields } = event;
  const address = origin + eventPath(event.slug);
  const ofSeries = isSeries(page);
  const image = picture && variantFor(picture, 1280, 'webp');
  return present({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': ofSeries ? origin + occurrencePath(event.slug, date.originalLocal.toString()) : address,
    name: date.title ?? fields.title,
    description: fields.brief || textOfHtml(fields.body).slice(0, 500),
    url: address,
    image: image ? [origin + pictureHref(event.fields.imageId ?? '', image.width, 'webp')] : undefined,
    ...period(date),
    eventStatus: `https://schema.org/${statusOf(page, date)}`,
    previousStartDate: date.isMoved
      ? date.originalLocal.toZonedDateTime(date.zone).toString({ timeZoneName: 'never' })
      : undefined,
    eventAttendanceMode: `https://schema.org/${attendanceFacts[fields.state === 'moved_online' ? 'online' : fields.attendance].schema}`,
    location: locations(page, address),
    organizer: [...(fields.isOwn ? [{ name: hubName, path: '/' }] : []), ...organizers].map(({ name, path }) =>
      present({ '@type': 'Organization', name, url: path === null ? undefined : origin + path }),
    ),
    isAccessibleForFree: fields.isFree || undefined,
    offers: offerOf(page, address, seats),
    maximumAttendeeCapacity: seats?.capacity ?? undefined,
    remainingAttendeeCapacity: seats?.left ?? undefined,
    inLanguage: 'fr',
    superEvent: ofSeries
      ? present({
          '@type': 'EventSeries',
          '@id': address,
          name: fields.title,
          url: address,
          eventSchedule: schedule(page),
        })
      : undefined,
  });
}

function period({ isAllDay, startsOn, lastOn, startsAt, endsAt, hasEnd, zone }: EventDate): object {
  if (isAllDay) return { startDate: startsOn.toString(), endDate: lastOn.toString() };
  const told = (moment: Temporal.Instant): string =>
    moment.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
  return { startDate: told(startsAt), ...(hasEnd ? { endDate: told(endsAt) } : {}) };
}

function statusOf({ event }: EventPage, date: EventDate): string {
  const { state } = event.fields;
  if (state !== 'confirmed' && state !== 'tentative' && state !== 'full') return eventStateFacts[state].schema;
  if (date.isCancelled) return eventStateFacts.cancelled.schema;
  return date.isMoved ? 'EventRescheduled' : eventStateFacts.confirmed.schema;
}

function locations({ event: { fields }, venue }: EventPage, address: string): object[] {
  const isOnline = fields.attendance !== 'onsite' || fields.state === 'moved_online';
  const place =
    venue &&
    present({
      '@type': 'Place',
      name: venue.name,
      address: present({
        '@type': 'PostalAddress',
        streetAddress: venue.street,
        postalCode: venue.postalCode,
        addressLocality: venue.city,
        addressCountry: 'FR',
      }),
      geo:
        venue.lat !== null && !venue.isApproximate
          ? { '@type': 'GeoCoordinates', latitude: venue.lat, longitude: venue.lon }
          : undefined,
    });
  const link = fields.isLinkPublic && fields.onlineLink ? fields.onlineLink : address;
  return [...(place ? [place] : []), ...(isOnline ? [{ '@type': 'VirtualLocation', url: link }] : [])];
}

/** Told only when a price is known: free, or with a way to register. */
function offerOf({ event: { fields } }: EventPage, address: string, seats: Seats | undefined): object | undefined {
  if (!fields.isFree && !fields.registrationUrl && !seats) return undefined;
  const isFull = fields.state === 'full' || seats?.left === 0;
  return present({
    '@type': 'Offer',
    url: fields.registrationUrl || address,
    price: fields.isFree ? 0 : undefined,
    priceCurrency: fields.isFree ? 'EUR' : undefined,
    availability: `https://schema.org/${isFull ? 'SoldOut' : 'InStock'}`,
  });
}

const frequencies: Readonly<Record<string, string>> = { DAILY: 'D', WEEKLY: 'W', MONTHLY: 'M', YEARLY: 'Y' };

/** The rule in the words of schema.org, as far as they go. */
function schedule({ event: { fields, zone }, span }: EventPage): object | undefined {
  const parts = new Map(fields.rule?.split(';').map((part) => part.split('=') as [string, string]));
  const unit = frequencies[parts.get('FREQ') ?? ''];
  if (!unit || !span) return undefined;
  return present({
    '@type': 'Schedule',
    repeatFrequency: `P${parts.get('INTERVAL') ?? 1}${unit}`,
    byDay: parts.get('BYDAY')?.split(','),
    startDate: span.from.toString(),
    endDate: span.to.toString(),
    startTime: fields.startsAt ?? undefined,
    scheduleTimezone: zone,
  });
}

/** The same object without what is empty. */
function present(value: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, content]) =>
        content !== undefined &&
        content !== null &&
        content !== '' &&
        !(Array.isArray(content) && content.length === 0),
    ),
  );
}
