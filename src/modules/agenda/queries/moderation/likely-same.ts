import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { isNearTitle } from '../../domain/near-title.ts';
import { eventPath, officePaths } from '../../paths.ts';

/** An event that a proposal may be saying again. */
export interface LikelySame {
  id: string;
  title: string;
  isPublic: boolean;
  /** Where it is read: its public page, else its editor. */
  path: string;
}

const mostRead = 200;

/** Events of that day whose title is near. Strangers learn of public ones only. */
export async function likelySame(
  db: Reader,
  {
    title,
    startsOn,
    exceptId = null,
    withDrafts = false,
  }: { title: string; startsOn: string; exceptId?: string | null; withDrafts?: boolean },
): Promise<LikelySame[]> {
  if (!/^\d{4}-\d\d-\d\d$/.test(startsOn)) return [];
  const { rows } = await db.execute<{ id: string; slug: string; title: string; path: string; isPublic: boolean }>(sql`
    select distinct e.id, e.slug, coalesce(o.title, e.title) as title, case when e.origin is null then '' else e.origin_path end as path,
      e.status = 'published' as "isPublic"
    from agenda_occurrences o join agenda_events e on e.hub_id = o.hub_id and e.id = o.event_id
    where o.starts_on <= ${startsOn}::date and o.last_on >= ${startsOn}::date and not o.is_leftover
      and e.trashed_at is null and (e.status = 'published' or ${withDrafts}) and e.id is distinct from ${exceptId}::uuid
    limit ${mostRead}`);
  return rows
    .filter((row) => isNearTitle(row.title, title))
    .slice(0, 3)
    .map(({ id, slug, title: same, path, isPublic }) => ({
      id,
      title: same,
      isPublic,
      path: isPublic ? path || eventPath(slug) : officePaths.event(id),
    }));
}
