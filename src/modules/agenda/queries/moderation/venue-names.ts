import { and, asc, isNull, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { venues } from '../../tables.ts';

/** Names of places that hold these words, for whoever types one. Places of public events only: others are the team's. */
export async function publicVenueNames(db: Reader, words: string, limit: number): Promise<string[]> {
  const wanted = foldForSearch(words);
  if (wanted === '') return [];
  const rows = await db
    .selectDistinct({ name: venues.name })
    .from(venues)
    .where(
      and(
        isNull(venues.trashedAt),
        sql`position(${wanted} in ${venues.nameKey}) > 0`,
        sql`exists (select from agenda_events e where e.hub_id = ${venues.hubId} and e.venue_id = ${venues.id}
          and e.status = 'published' and e.trashed_at is null)`,
      ),
    )
    .orderBy(asc(venues.name))
    .limit(limit);
  return rows.map(({ name }) => name);
}
