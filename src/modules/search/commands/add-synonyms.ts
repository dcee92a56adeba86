import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { synonymsChanged } from '../facts.ts';
import { mayKeepSearch } from '../policy.ts';
import { searchSynonyms } from '../tables.ts';
import { groupText, keysOf, mostGroups, takenMessage, takenWords } from './synonym-group.ts';

/** Says that some words mean the same when one searches. */
export const addSynonyms = command({
  name: 'search.add-synonyms',
  input: z.object({ words: groupText }),
  allow: mayKeepSearch,
  async run(work, { words }) {
    const { rows } = await work.db.execute<{ count: number }>(
      sql`select count(*)::int as count from search_synonyms where removed_at is null`,
    );
    if ((rows[0]?.count ?? 0) >= mostGroups) return refuse('too_many');
    const id = work.newId();
    const taken = await takenWords(work.db, words, id);
    if (taken.length > 0) return refuse('taken', { fields: { words: takenMessage(taken) } });
    const now = work.now();
    await work.db.insert(searchSynonyms).values({ id, words, keys: keysOf(words), createdAt: now, updatedAt: now });
    work.publish(synonymsChanged());
    work.record({ subjectKind: 'search_synonyms', subjectId: id, summary: `Synonymes ajoutés : ${words.join(', ')}` });
    return accept({ id });
  },
});
