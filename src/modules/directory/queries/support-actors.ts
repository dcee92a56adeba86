import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { organizationPath } from '../paths.ts';

/** A published structure that accompanies others, and what it helps with. */
export interface SupportActor {
  id: string;
  name: string;
  path: string;
  city: string;
  mission: string;
  supports: readonly string[];
  isMember: boolean;
}

const most = 400;

/** Everyone in the directory who accompanies projects, by name. */
export async function supportActors(db: Reader): Promise<SupportActor[]> {
  const { rows } = await db.execute<{
    id: string;
    slug: string;
    name: string;
    city: string | null;
    mission: string;
    supports: string[];
    is_member: boolean;
  }>(sql`
    select o.id, o.slug, o.name, l.city, o.mission, o.supports, o.is_member from organizations o
    left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where o.is_support and o.status = 'published' and o.trashed_at is null
    order by o.name_key collate "C", o.id limit ${most}`);
  return rows.map(({ id, slug, name, city, mission, supports, is_member: isMember }) => ({
    id,
    name,
    path: organizationPath(slug),
    city: city ?? '',
    mission,
    supports,
    isMember,
  }));
}
