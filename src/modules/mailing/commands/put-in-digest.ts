import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { digestChoices } from '../digest/tables.ts';
import { itemFields } from '../domain/mailing-fields.ts';
import { mayKeepMailings } from '../policy.ts';

/** Wants an information in the next digest, however old it is. */
export const putInDigest = command({
  name: 'mailing.put-in-digest',
  input: z.object({ items: z.array(itemFields).max(60) }),
  allow: mayKeepMailings,
  async run(work, { items }) {
    const [first] = items;
    if (!first) return refuse('nothing_read');
    for (const { kind, id: itemId } of items)
      await work.db
        .insert(digestChoices)
        .values({ kind, itemId, isWanted: true, at: work.now() })
        .onConflictDoUpdate({
          target: [digestChoices.hubId, digestChoices.kind, digestChoices.itemId],
          set: { isWanted: true, isLeftOut: false, at: work.now() },
        });
    work.record({
      subjectKind: 'mailing',
      subjectId: null,
      summary: `« ${first.title} » ira dans le prochain récapitulatif`,
    });
    return accept({ count: items.length });
  },
});
