import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import type { EventFields } from '../../event/agenda-event.ts';
import { agendaSenders, venues } from '../../tables.ts';
import { addVenue, venueFields } from '../venues/save-venue.ts';
import type { PlaceFields } from './proposal-input.ts';

/** The event at the place typed: a known one, or in words until the team accepts it. */
export async function atPlace(work: CommandContext, fields: EventFields, place: PlaceFields): Promise<EventFields> {
  const venueId = await knownVenue(work, place);
  return { ...fields, venueId, placeNote: venueId ? '' : [place.name, place.city].filter(Boolean).join(', ') };
}

/** The accepted event: a place that was only words enters the list of places. */
export async function withVenue(work: CommandContext, eventId: string, fields: EventFields): Promise<EventFields> {
  if (fields.venueId !== null) return fields;
  const [sender] = await work.db.select().from(agendaSenders).where(eq(agendaSenders.eventId, eventId));
  if (!sender || (sender.placeName === '' && sender.placeCity === '')) return fields;
  const place = { name: sender.placeName, city: sender.placeCity };
  // Words that somebody changed since are left as they are.
  if (fields.placeNote !== [place.name, place.city].filter(Boolean).join(', ')) return fields;
  const { postalCode, city } = splitCity(place.city);
  const added = venueFields.safeParse({ name: place.name || city, postalCode, city });
  if (!added.success) return fields;
  const venueId = (await knownVenue(work, place)) ?? (await addVenue(work, added.data));
  return { ...fields, venueId, placeNote: '' };
}

async function knownVenue(work: CommandContext, { name, city }: PlaceFields): Promise<string | null> {
  if (name === '') return null;
  const same = await work.db
    .select({ id: venues.id, city: venues.city })
    .from(venues)
    .where(and(eq(venues.nameKey, foldForSearch(name)), isNull(venues.trashedAt)))
    .limit(20);
  const wanted = foldForSearch(splitCity(city).city);
  const here = wanted === '' ? same : same.filter((one) => foldForSearch(one.city) === wanted);
  return here.length === 1 ? (here[0]?.id ?? null) : null;
}

/** « 35580 Guichen », as the list of towns writes it. */
function splitCity(typed: string): { postalCode: string; city: string } {
  const [, postalCode = '', city = ''] = /^(\d{5})?\s*(.*)$/s.exec(typed.trim()) ?? [];
  return { postalCode, city: city.slice(0, 120) };
}
