import type { Exchange } from '#platform/http/exchange.ts';
import { readPicture, type StoredPicture } from '#platform/pictures/picture.ts';
import { fileFacts, fileHref, mayOpenFile, readStoredFiles } from '#platform/stored-files/index.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { sourcesOfEvents } from '../../../imports/queries/sources.ts';
import { mayEditEvent } from '../../../policy.ts';
import type { AgendaDependencies, NamedOrganization } from '../../../ports.ts';
import { readAgendaSettings } from '../../../queries/agenda-settings.ts';
import { eventDates, type EventDate } from '../../../queries/public/event-dates.ts';
import { eventVenue, type EventVenue } from '../../../queries/public/event-venue.ts';
import { eventAt, isPublic, type StoredEvent } from '../../../queries/stored-event.ts';

/** Everything the page of an event shows, for one of its dates. */
export interface EventPage {
  event: StoredEvent;
  isPublic: boolean;
  /** The date shown: the one asked for, or the next one. Null for a draft without date. */
  date: EventDate | null;
  /** Those that are not over, in order. */
  coming: readonly (EventDate & { words: string })[];
  /** The days from which and until which it goes, when it has dates. */
  span: { from: Temporal.PlainDate; to: Temporal.PlainDate } | null;
  /** Over at this moment. */
  isPast: boolean;
  venue: EventVenue | null;
  venueOrganization: NamedOrganization | null;
  organizers: readonly { name: string; path: string | null }[];
  /** Calendars of others it came from, with its page over there. */
  sources: readonly { name: string; url: string }[];
  picture: StoredPicture | null;
  files: readonly { href: string; facts: string; name: string }[];
  themes: readonly { id: string; label: string }[];
  audiences: readonly { tag: string; label: string }[];
  today: Temporal.PlainDate;
  hubName: string;
  land: Territory;
}

/** The event of an address. Visitors share what was read for one of them, until the agenda changes. */
export function eventAsked(
  { ctx, actor, hub }: Exchange,
  deps: AgendaDependencies,
  slug: string,
): Promise<StoredEvent | null> {
  if (actor) return eventAt(ctx.db, slug);
  return deps.kept.of(hub.id, `agenda.at ${slug}`, () => eventAt(ctx.db, slug));
}

/** Whether this reader may see it: everyone what is public, the team and its author the rest. */
export async function maySee({ ctx, actor }: Exchange, event: StoredEvent): Promise<boolean> {
  if (isPublic(event)) return true;
  if (event.trashedAt || !actor) return false;
  const { trustedRoles } = await readAgendaSettings(ctx.db);
  return mayEditEvent(actor, { ...event, origin: event.origin?.module ?? null }, trustedRoles);
}

/**
 * The page of an event; null when it has no such date. What any visitor may see is read once for everyone, until the
 * agenda or the hour changes it.
 */
export function readEventPage(
  exchange: Exchange,
  deps: AgendaDependencies,
  event: StoredEvent,
): Promise<EventPage | null> {
  const { actor, hub, query } = exchange;
  if (actor || !isPublic(event)) return readPage(exchange, deps, event);
  const key = `agenda.event ${event.id} ${event.version} ${isLocalTime(query('date')) ? query('date') : query('date') !== ''}`;
  return deps.kept.of(hub.id, key, () => readPage(exchange, deps, event));
}

async function readPage(
  { ctx, hub, query }: Exchange,
  deps: AgendaDependencies,
  event: StoredEvent,
): Promise<EventPage | null> {
  const { fields } = event;
  const now = ctx.clock.now();
  const asked = query('date');
  if (asked !== '' && !isLocalTime(asked)) return null;
  const dates = await eventDates(ctx.db, { eventId: event.id, zone: event.zone, now, asked: asked || null });
  const { shown: date, firstOn, lastOn } = dates;
  if (asked !== '' && !date) return null;
  const venueId = fields.attendance === 'online' ? null : (date?.venueId ?? fields.venueId);
  const organizationIds = fields.organizers.flatMap(({ organizationId }) => organizationId ?? []);
  const [venue, picture, files, themes, audiences, look, sources] = await Promise.all([
    venueId ? eventVenue(ctx.db, venueId) : null,
    fields.imageId ? readPicture(ctx.db, fields.imageId) : null,
    readStoredFiles(ctx.db, fields.files),
    fields.themes.length > 0 ? deps.themes(ctx) : [],
    fields.audiences.length > 0 ? deps.audiences(ctx) : [],
    deps.hubLook(hub.id),
    sourcesOfEvents(ctx.db, [event.id]),
  ]);
  const named = await deps.organizations.named(ctx, [
    ...organizationIds,
    ...(venue?.organizationId ? [venue.organizationId] : []),
  ]);
  const today = now.toZonedDateTimeISO(ctx.zone).toPlainDate();
  return {
    event,
    sources: sources.get(event.id) ?? [],
    isPublic: isPublic(event),
    date,
    coming: dates.coming.map((one) => ({ ...one, words: whenInWords(one, { today }) })),
    span: firstOn && lastOn && { from: firstOn, to: lastOn },
    isPast: date !== null && !dates.coming.some(({ id }) => id === date.id),
    venue,
    venueOrganization: named.get(venue?.organizationId ?? '') ?? null,
    organizers: fields.organizers.flatMap(({ organizationId, name }) => {
      const organization = named.get(organizationId ?? '');
      const shown = organization?.name ?? name;
      return shown ? [{ name: shown, path: organization?.path ?? null }] : [];
    }),
    picture,
    files: fields.files
      .flatMap((id) => files.find((file) => file.id === id) ?? [])
      .filter((file) => mayOpenFile(ctx.actor, file))
      .map((file) => ({ href: fileHref(file), facts: fileFacts(file), name: file.name })),
    themes: themes.filter(({ id }) => fields.themes.includes(id)),
    audiences: audiences.filter(({ tag }) => fields.audiences.includes(tag)),
    today,
    hubName: look.name,
    land: look.land,
  };
}

function isLocalTime(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Whether the event has several dates to tell apart. */
export function isSeries({ event: { fields } }: EventPage): boolean {
  return fields.rule !== null || fields.alsoOn.length > 0;
}
