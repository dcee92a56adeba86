import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { checkLinks } from '../../jobs/check-links-job.ts';
import { mayRunSite } from '../../policy.ts';
import { webLinks } from '../../tables.ts';

/** Asks that these links be tried again now. */
export const recheckLinks = command({
  name: 'publishing.recheck-links',
  input: z.object({ ids: z.array(z.uuid()).min(1, 'Cochez au moins un lien.').max(200) }),
  allow: mayRunSite,
  async run(work, { ids }) {
    const found = await work.db
      .update(webLinks)
      .set({ nextCheckAt: work.now() })
      .where(inArray(webLinks.id, ids))
      .returning({ id: webLinks.id });
    if (found.length === 0) return refuse('not_found');
    await work.enqueue(checkLinks, {}, { singletonKey: 'now' });
    work.record({
      subjectKind: 'links',
      subjectId: null,
      summary: `Nouvelle vérification de ${found.length} lien(s) demandée`,
    });
    return accept({ count: found.length });
  },
});
