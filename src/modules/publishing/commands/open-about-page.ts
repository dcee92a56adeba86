import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { aboutSlug, defaultAboutFields } from '../content/default-about.ts';
import { mayRunSite } from '../policy.ts';
import { hasAboutPage } from '../queries/has-about-page.ts';
import { addPublication } from './saving/add-publication.ts';

/** Gives a hub the page that presents it, for its people to rewrite. Once in its life, like its doors. */
export const openAboutPage = command({
  name: 'publishing.open-about-page',
  input: z.object({}),
  allow: (actor) => actor === null || mayRunSite(actor),
  async run(work) {
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`about ${work.hubId}`}, 0))`);
    if (await hasAboutPage(work.db)) return refuse('page_already_open');
    const page = await addPublication(work, {
      kind: 'page',
      fields: defaultAboutFields(() => work.newId()),
      status: 'published',
      slugWish: aboutSlug,
    });
    work.record({ subjectKind: 'publication', subjectId: page.id, summary: '«  Le pôle » : page ouverte' });
    return accept({ id: page.id });
  },
});
