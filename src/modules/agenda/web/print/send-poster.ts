import { paperIdentity } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { StoredPicture } from '#platform/pictures/picture.ts';
import { variantFor } from '#platform/pictures/picture.ts';
import { capitalised, formatDate, formatTime, formatTimeRange, listing } from '#platform/french/index.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { accessKindNames } from '../../domain/accessibility.ts';
import { eventStateFacts } from '../../domain/event-states.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { ruleInFrench } from '../../domain/rule-in-french.ts';
import { whenInWords } from '../../domain/when-in-words.ts';
import { eventPath, occurrencePath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { drawPoster, type Poster } from '../../print/poster.ts';
import type { EventDate } from '../../queries/public/event-dates.ts';
import { eventAt } from '../../queries/stored-event.ts';
import { isSeries, maySee, readEventPage, type EventPage } from '../public/event/read-event-page.ts';

/** `GET /agenda/:slug/affiche.pdf`, and `?date=` for one date of a series. */
export async function sendPoster(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const event = await eventAt(ctx.db, exchange.param('slug'));
  if (!event || !(await maySee(exchange, event))) return exchange.notFound();
  const page = await readEventPage(exchange, deps, event);
  if (!page) return exchange.notFound();
  const isOneDate = exchange.query('date') !== '' || !isSeries(page);
  const path =
    isOneDate && isSeries(page) && page.date
      ? occurrencePath(event.slug, page.date.originalLocal.toString())
      : eventPath(event.slug);
  const [identity, picture] = await Promise.all([
    paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files }),
    pictureOf(page, deps),
  ]);
  const poster = posterOf(page, { isOneDate, href: `${hub.origin}${path}`, picture });
  const bytes = await drawPoster(poster, identity, ctx.clock.now());
  return sendPdf(bytes, `Affiche ${poster.title}`, { isPublic: page.isPublic });
}

function posterOf(
  page: EventPage,
  { isOneDate, href, picture }: { isOneDate: boolean; href: string; picture: Poster['picture'] },
): Poster {
  const { event, date, venue, land } = page;
  const { fields } = event;
  const isElsewhere = fields.attendance === 'online' || fields.state === 'moved_online';
  return {
    id: event.id,
    hue: eventTypeFacts[fields.type].hue,
    motif: land.motif,
    title: date?.title ?? fields.title,
    label: eventTypeFacts[fields.type].label,
    organizers: listing([...(fields.isOwn ? [page.hubName] : []), ...page.organizers.map(({ name }) => name)]),
    warning: warningOf(page),
    ...(isOneDate || !date ? whenOf(page, date) : seriesWhen(page, date)),
    place: isElsewhere ? 'En ligne' : (venue?.name ?? ''),
    address: isElsewhere
      ? ''
      : [venue?.street, [venue?.postalCode, venue?.city].filter(Boolean).join(' '), fields.placeNote]
          .filter(Boolean)
          .join(', ') + (fields.attendance === 'mixed' ? ', et en ligne' : ''),
    brief: fields.brief,
    conditions: [fields.isFree ? 'Gratuit' : '', fields.conditions].filter(Boolean).join(' · '),
    contact: [fields.contactName, fields.contactPhone].filter(Boolean).join(', '),
    access: isElsewhere ? '' : (venue?.accessibility ?? []).map((kind) => accessKindNames[kind]).join(' · '),
    href,
    picture,
  };
}

function warningOf({ event: { fields }, date }: EventPage): string {
  const state = date?.isCancelled && fields.state === 'confirmed' ? 'cancelled' : fields.state;
  if (state === 'confirmed' || state === 'full') return '';
  const note = date?.note || fields.stateNote;
  return [eventStateFacts[state].label, note].filter(Boolean).join('\u00a0: ');
}

/** The day on a line, the hours on the next. */
function whenOf({ today, event }: EventPage, date: EventDate | null): Pick<Poster, 'day' | 'time'> {
  if (!date) return { day: 'Date à venir', time: '' };
  if (!date.startsOn.equals(date.lastOn)) return { day: capitalised(whenInWords(date, { today })), time: '' };
  const { zone } = event;
  return {
    day: formatDate(date.startsOn, { weekday: true }),
    time: date.isAllDay
      ? 'Toute la journée'
      : date.hasEnd
        ? formatTimeRange(date.startsAt, date.endsAt, { zone })
        : `à ${formatTime(date.startsAt, { zone })}`,
  };
}

/** How a series repeats, then its next dates. */
function seriesWhen(page: EventPage, next: EventDate): Pick<Poster, 'day' | 'time'> {
  const { event } = page;
  const coming = page.coming.filter(
    ({ isCancelled, startsAt }) => !isCancelled && Temporal.Instant.compare(startsAt, next.startsAt) >= 0,
  );
  const rule = event.fields.rule && ruleInFrench(event.fields.rule, next.startsOn);
  const days = coming.slice(0, 5).map(({ startsOn }) => formatDate(startsOn, { year: false }));
  const { time } = whenOf(page, next);
  if (!rule) return { day: capitalised(listing(days)), time };
  return {
    day: capitalised(rule),
    time: [time, `prochaines dates\u00a0: ${listing(days)}`].filter(Boolean).join(' · '),
  };
}

async function pictureOf({ picture, event }: EventPage, { ports }: AgendaDependencies): Promise<Poster['picture']> {
  const variant = shownVariant(picture);
  if (!picture || !variant || !(await ports.files.exists(variant.key))) return null;
  const { focalX, focalY, credit } = picture;
  return {
    bytes: await ports.files.getBytes(variant.key),
    focalX,
    focalY,
    credit: event.fields.imageCredit || credit,
  };
}

function shownVariant(picture: StoredPicture | null) {
  return picture?.visibility === 'public' ? variantFor(picture, 1280, 'jpeg') : null;
}
