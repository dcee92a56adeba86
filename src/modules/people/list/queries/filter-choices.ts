import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { townChoices } from '../../queries/town-choices.ts';

type Choice = { value: string; label: string };

/** What the list of people may be narrowed to: tags, towns. */
export async function filterChoices(db: Reader): Promise<{ tags: Choice[]; towns: Choice[] }> {
  const [tags, towns] = await Promise.all([
    db.execute<Choice>(sql`select id::text as value, label from people_tags order by label_key`),
    townChoices(db),
  ]);
  return { tags: tags.rows, towns };
}
