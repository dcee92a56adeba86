import { and, eq, isNull } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { addVenue, venueFields } from '../../commands/venues/save-venue.ts';
import { venues } from '../../tables.ts';
import type { IncomingPlace } from '../read/incoming-event.ts';

/** The place of this name in this town, added when nobody knew it. */
export async function ensureVenue(work: CommandContext, place: IncomingPlace): Promise<string | null> {
  const name = place.name.trim();
  if (name === '') return null;
  const insee = findMunicipality({
    ...(place.postalCode ? { postcode: place.postalCode } : {}),
    ...(place.city ? { name: place.city } : {}),
  })?.municipality.insee;
  const alike = await work.db
    .select({ id: venues.id, insee: venues.municipalityInsee, city: venues.city })
    .from(venues)
    .where(and(eq(venues.nameKey, foldForSearch(name)), isNull(venues.trashedAt)));
  const isThere = ({ insee: other, city }: (typeof alike)[number]) =>
    insee === undefined ? foldForSearch(city) === foldForSearch(place.city) : other === insee;
  const known = alike.find(isThere) ?? (place.city === '' ? alike[0] : undefined);
  if (known) return known.id;
  const postalCode = /^\d{5}$/.test(place.postalCode) ? place.postalCode : '';
  const parsed = venueFields.safeParse({ ...place, name, postalCode });
  return parsed.success ? addVenue(work, parsed.data) : null;
}
