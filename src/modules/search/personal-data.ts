import { sql, type SQL } from 'drizzle-orm';
import { personCards } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { wordsKey } from '#platform/search/search-words.ts';

/** Searches made in vain may hold a person's name; nothing else here says anything of anyone. */
export const searchPersonalData: PersonalData = {
  async export(ctx, personId) {
    const holdsName = await namedIn(ctx.db, personId);
    if (!holdsName) return [];
    const { rows } = await ctx.db.execute<{ words: string; times: number }>(
      sql`select words, sum(times)::int as times from missed_searches where ${holdsName} group by words order by words`,
    );
    if (rows.length === 0) return [];
    const entries = rows.map(({ words, times }) => ({
      label: words,
      value: `cherché ${times} fois, par des visiteurs`,
    }));
    return [{ title: 'Recherches du site qui portent votre nom', entries }];
  },
  async erase(tx, personId) {
    const holdsName = await namedIn(tx, personId);
    if (holdsName) await tx.execute(sql`delete from missed_searches where ${holdsName}`);
    return [];
  },
};

/** Whether the words hold all those of the person's name; null when her name says nothing. */
async function namedIn(db: Reader, personId: string): Promise<SQL | null> {
  const name = wordsKey((await personCards(db, [personId])).get(personId)?.name ?? '');
  if (!name.includes(' ')) return null;
  return sql`string_to_array(words, ' ') @> string_to_array(${name}, ' ')`;
}
