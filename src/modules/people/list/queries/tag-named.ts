import { eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { peopleTags } from '../../tables.ts';

/** The tag that reads like these words, by id. */
export async function tagNamed(db: Reader, words: string): Promise<string | null> {
  const [tag] = await db
    .select({ id: peopleTags.id })
    .from(peopleTags)
    .where(eq(peopleTags.labelKey, foldForSearch(words)));
  return tag?.id ?? null;
}
