import { feedUrls, sendFeed, type FeedFormat, type FeedItem } from '#platform/feeds/index.ts';
import { formatDate, formatTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import { eventStateFacts } from '../../domain/event-states.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { agendaPath, eventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { calendarEvents, type CalendarEvent } from '../../queries/feeds/calendar-events.ts';
import { listedOccurrences, type ListedOccurrence } from '../../queries/listed-occurrences.ts';
import { filterOf, readAgendaQuery } from '../public/agenda-query.ts';

const mostItems = 50;
const never = Temporal.Instant.fromEpochMilliseconds(0);

/** `GET /agenda.rss`, `.atom`, `.json`: what is coming, each series by its next date. */
export async function sendComingFeed(
  exchange: Exchange,
  deps: AgendaDependencies,
  format: FeedFormat,
): Promise<Response> {
  const { ctx, hub } = exchange;
  const filter = filterOf(readAgendaQuery(exchange.url.searchParams));
  const [look, dates] = await Promise.all([
    deps.hubLook(hub.id),
    listedOccurrences(ctx.db, { ...filter, endsAfter: ctx.clock.now(), firstOfSeries: true }, { limit: mostItems }),
  ]);
  const events = new Map(
    (
      await calendarEvents(
        ctx.db,
        dates.map(({ eventId }) => eventId),
      )
    ).map((of) => [of.event.id, of]),
  );
  const items = dates.flatMap((date) => {
    const of = events.get(date.eventId);
    return of ? [itemOf(date, of, { origin: hub.origin, author: look.name })] : [];
  });
  const newest = items.map(({ updatedAt }) => updatedAt).sort((a, b) => Temporal.Instant.compare(b, a))[0];
  return sendFeed(
    exchange,
    {
      title: `Agenda — ${look.name}`,
      description: 'Les prochains rendez-vous.',
      homeUrl: hub.origin + agendaPath,
      urls: feedUrls(hub.origin + agendaPath),
      author: look.name,
      websubHub: null,
      updatedAt: newest ?? never,
      items,
    },
    format,
  );
}

function itemOf(
  date: ListedOccurrence,
  { event, hasPicture }: CalendarEvent,
  { origin, author }: { origin: string; author: string },
): FeedItem {
  const { fields } = event;
  const place = [date.venue?.name, date.venue?.city].filter(Boolean).join(', ');
  const state = date.state === 'confirmed' ? '' : eventStateFacts[date.state].label;
  return {
    id: `urn:uuid:${event.id}`,
    url: origin + (date.originPath ?? eventPath(date.slug)),
    title: [state && `${state} : `, formatDate(date.startsOn), ' : ', date.title].join(''),
    summary: [whenInWords(date), place, date.brief].filter(Boolean).join(' — '),
    html: fields.body.replaceAll(/ href="\/(?!\/)/g, ` href="${origin}/`),
    author: date.organizers[0]?.name ?? author,
    categories: [eventTypeFacts[date.type].label],
    publishedAt: event.publishedAt ?? event.createdAt,
    updatedAt: event.updatedAt,
    image:
      fields.imageId && hasPicture
        ? { url: origin + pictureHref(fields.imageId, 1280, 'webp'), type: 'image/webp' }
        : null,
  };
}

function whenInWords({ startsAt, startsOn, isAllDay, zone }: ListedOccurrence): string {
  const day = formatDate(startsOn, { weekday: true });
  return isAllDay ? day : `${day} à ${formatTime(startsAt.toZonedDateTimeISO(zone).toPlainTime())}`;
}
