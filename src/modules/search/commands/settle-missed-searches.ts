import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepSearch } from '../policy.ts';
import { missedSearches } from '../tables.ts';

const input = z.object({
  fingerprints: z
    .array(z.string().regex(/^[\w-]{20,64}$/))
    .min(1, 'Cochez au moins une ligne.')
    .max(200, 'Deux cents lignes à la fois au plus.'),
});

/** Takes searches off the list: answered since, or not to be. Searched again in vain later, they come back. */
export const settleMissedSearches = command({
  name: 'search.settle-missed-searches',
  input,
  allow: mayKeepSearch,
  async run(work, { fingerprints }) {
    const done = await work.db
      .update(missedSearches)
      .set({ settledAt: work.now() })
      .where(
        and(
          inArray(missedSearches.fingerprint, fingerprints),
          isNotNull(missedSearches.words),
          isNull(missedSearches.settledAt),
        ),
      )
      .returning({ words: missedSearches.words });
    return recorded(work, done, 'retirées de la liste');
  },
});

/** Puts them back on the list. */
export const reopenMissedSearches = command({
  name: 'search.reopen-missed-searches',
  input,
  allow: mayKeepSearch,
  async run(work, { fingerprints }) {
    const done = await work.db
      .update(missedSearches)
      .set({ settledAt: null })
      .where(and(inArray(missedSearches.fingerprint, fingerprints), isNotNull(missedSearches.settledAt)))
      .returning({ words: missedSearches.words });
    return recorded(work, done, 'remises dans la liste');
  },
});

function recorded(work: CommandContext, done: readonly { words: string | null }[], what: string) {
  const words = [...new Set(done.map((row) => row.words).filter((word) => word !== null))];
  if (words.length === 0) return refuse('not_found');
  work.record({
    subjectKind: 'missed_search',
    subjectId: null,
    summary: `${plural(words.length, 'recherche')} sans réponse ${what}`,
  });
  return accept({ count: words.length });
}
