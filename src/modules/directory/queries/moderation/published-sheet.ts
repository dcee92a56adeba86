import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Id of the published sheet at this address, present or past; hidden and unknown ones answer alike. */
export async function publishedSheetId(db: Reader, slug: string): Promise<string | null> {
  const { rows } = await db.execute<{
    id: string;
  }>(sql`select o.id from organization_slugs s join organizations o on o.id = s.organization_id
    where s.slug = ${slug} and o.status = 'published' and o.trashed_at is null`);
  return rows[0]?.id ?? null;
}
