import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality, municipalityCentre } from '#platform/geo/index.ts';
import { venues } from '../../tables.ts';

/** A place as the editor names it. */
export interface VenueChoice {
  id: string;
  name: string;
  city: string;
  insee: string | null;
  lon: number | null;
  lat: number | null;
}

// Suggestions are in the page: beyond that, names are still understood when typed whole.
const mostSuggested = 400;

/** Two places may bear the same name: the town tells them apart. */
export function venueWords({ name, city }: Pick<VenueChoice, 'name' | 'city'>): string {
  return city ? `${name} · ${city}` : name;
}

/** Places in use, by name; for others than the team, those where everyone may see that something happens. */
export async function venueChoices(db: Reader, { publicOnly }: { publicOnly: boolean }): Promise<VenueChoice[]> {
  const isPublic = sql`exists (select from agenda_events e where e.hub_id = ${venues.hubId} and e.venue_id = ${venues.id}
    and e.status = 'published' and e.trashed_at is null)`;
  return db
    .select({
      id: venues.id,
      name: venues.name,
      city: venues.city,
      insee: venues.municipalityInsee,
      lon: venues.lon,
      lat: venues.lat,
    })
    .from(venues)
    .where(and(isNull(venues.trashedAt), publicOnly ? isPublic : undefined))
    .orderBy(asc(venues.nameKey), asc(venues.id))
    .limit(mostSuggested);
}

/** A place of this id, in use or not. */
export async function venueOf(db: Reader, id: string): Promise<VenueChoice | null> {
  const [row] = await db.select().from(venues).where(eq(venues.id, id));
  return row ? { ...row, insee: row.municipalityInsee } : null;
}

/** The only place that these words name, « Salle des fêtes » or « Salle des fêtes · Guichen »; `many` when several do. */
export async function venueNamed(db: Reader, typed: string): Promise<VenueChoice | 'many' | null> {
  const [name = '', city] = typed.split(' · ');
  const rows = await db
    .select()
    .from(venues)
    .where(eq(venues.nameKey, foldForSearch(name)));
  const same = rows.filter(
    (row) => row.trashedAt === null && (city === undefined || foldForSearch(row.city) === foldForSearch(city)),
  );
  const [only] = same;
  if (!only) return null;
  return same.length === 1 ? { ...only, insee: only.municipalityInsee } : 'many';
}

/** A place that is not known yet, at the centre of its town. */
export function venueInTown({ name, city }: { name: string; city: string }): VenueChoice {
  const insee = findMunicipality({ postcode: '', name: city })?.municipality.insee ?? null;
  const centre = insee === null ? undefined : municipalityCentre(insee);
  return { id: '', name, city, insee, lon: centre?.longitude ?? null, lat: centre?.latitude ?? null };
}
