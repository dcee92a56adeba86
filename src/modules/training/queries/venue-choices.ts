import { asc, isNull } from 'drizzle-orm';
import { venues } from '#modules/agenda/tables.ts';
import { persons } from '#modules/identity/tables.ts';
import type { Reader } from '#platform/db/database.ts';

/** Places of the agenda, by name. */
export async function venueChoices(db: Reader): Promise<{ id: string; name: string; city: string }[]> {
  return db
    .select({ id: venues.id, name: venues.name, city: venues.city })
    .from(venues)
    .where(isNull(venues.trashedAt))
    .orderBy(asc(venues.nameKey))
    .limit(500);
}

/** People of the hub, by name, to say which trainer is whom. */
export async function personChoices(db: Reader): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .select({ id: persons.id, name: persons.displayName, erasedAt: persons.erasedAt, mergedInto: persons.mergedInto })
    .from(persons)
    .orderBy(asc(persons.displayName))
    .limit(2000);
  return rows.filter(({ erasedAt, mergedInto }) => erasedAt === null && mergedInto === null);
}
