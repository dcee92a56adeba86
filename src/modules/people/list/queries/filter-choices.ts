import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

type Choice = { value: string; label: string };

/** What the list of people may be narrowed to: tags, towns. */
export async function filterChoices(db: Reader): Promise<{ tags: Choice[]; towns: Choice[] }> {
  const [tags, towns] = await Promise.all([
    db.execute<Choice>(sql`select id::text as value, label from people_tags order by label_key`),
    db.execute<Choice>(sql`select town_key as value, min(trim(substring(value from '\\y\\d{5}\\s+([^,;\\n]+)'))) as label
      from contact_points where kind = 'postal' and town_key is not null group by town_key order by town_key limit 2000`),
  ]);
  return { tags: tags.rows, towns: towns.rows };
}
