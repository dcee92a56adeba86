import { and, eq, isNull, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { synonymsChanged } from '../facts.ts';
import { mayKeepSearch } from '../policy.ts';
import { searchSynonyms } from '../tables.ts';
import { takenMessage, takenWords } from './synonym-group.ts';

const input = z.object({ id: z.uuid() });

/** Takes a group away; it can come back. */
export const removeSynonyms = command({
  name: 'search.remove-synonyms',
  input,
  allow: mayKeepSearch,
  async run(work, { id }) {
    const [group] = await work.db
      .update(searchSynonyms)
      .set({ removedAt: work.now() })
      .where(and(eq(searchSynonyms.id, id), isNull(searchSynonyms.removedAt)))
      .returning();
    if (!group) return refuse('not_found');
    work.publish(synonymsChanged());
    work.record({
      subjectKind: 'search_synonyms',
      subjectId: id,
      summary: `Synonymes retirés : ${group.words.join(', ')}`,
    });
    return accept({ id });
  },
});

/** Puts back a group that was taken away, unless one of its words went to another group since. */
export const restoreSynonyms = command({
  name: 'search.restore-synonyms',
  input,
  allow: mayKeepSearch,
  async run(work, { id }) {
    const [group] = await work.db
      .update(searchSynonyms)
      .set({ removedAt: null, updatedAt: work.now() })
      .where(and(eq(searchSynonyms.id, id), isNotNull(searchSynonyms.removedAt)))
      .returning();
    if (!group) return refuse('not_found');
    const taken = await takenWords(work.db, group.words, id);
    if (taken.length > 0) return refuse('taken', { fields: { words: takenMessage(taken) } });
    work.publish(synonymsChanged());
    work.record({
      subjectKind: 'search_synonyms',
      subjectId: id,
      summary: `Synonymes remis : ${group.words.join(', ')}`,
    });
    return accept({ id });
  },
});
