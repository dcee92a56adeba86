import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** The published structure that answers at an address of the directory, old ones too; null when none does. */
export async function organizerAt(db: Reader, slug: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select o.id, o.name from organization_slugs s join organizations o on o.hub_id = s.hub_id and o.id = s.organization_id
    where s.slug = ${slug} and o.status = 'published' and o.trashed_at is null`);
  return rows[0] ?? null;
}
