import { and, eq, sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { aboutSlug } from '../content/default-about.ts';
import { publicationSlugs } from '../tables.ts';

/** Whether this hub has, or ever had, the page that presents it. */
export async function hasAboutPage(db: Reader): Promise<boolean> {
  const [slug] = await db
    .select({ slug: publicationSlugs.slug })
    .from(publicationSlugs)
    .where(and(eq(publicationSlugs.kind, 'page'), eq(publicationSlugs.slug, aboutSlug)));
  if (slug) return true;
  const { rows } = await db.execute(
    sql`select 1 from audit_entries where command = 'publishing.open-about-page' limit 1`,
  );
  return rows.length > 0;
}
