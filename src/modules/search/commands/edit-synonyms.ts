import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { synonymsChanged } from '../facts.ts';
import { mayKeepSearch } from '../policy.ts';
import { searchSynonyms } from '../tables.ts';
import { groupText, keysOf, takenMessage, takenWords } from './synonym-group.ts';

/** Changes the words of a group, unless somebody changed it since it was read. */
export const editSynonyms = command({
  name: 'search.edit-synonyms',
  input: z.object({ id: z.uuid(), version: z.coerce.number().int(), words: groupText }),
  allow: mayKeepSearch,
  async run(work, { id, version, words }) {
    const [group] = await work.db
      .select()
      .from(searchSynonyms)
      .where(and(eq(searchSynonyms.id, id), isNull(searchSynonyms.removedAt)))
      .for('update');
    if (!group) return refuse('not_found');
    if (group.version !== version) return refuse('changed');
    const taken = await takenWords(work.db, words, id);
    if (taken.length > 0) return refuse('taken', { fields: { words: takenMessage(taken) } });
    await work.db
      .update(searchSynonyms)
      .set({ words, keys: keysOf(words), version: version + 1, updatedAt: work.now() })
      .where(eq(searchSynonyms.id, id));
    work.publish(synonymsChanged());
    work.record({
      subjectKind: 'search_synonyms',
      subjectId: id,
      summary: `Synonymes changés : ${words.join(', ')} (avant : ${group.words.join(', ')})`,
    });
    return accept({ id });
  },
});
