import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { slugify } from '#platform/french/index.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../../facts.ts';
import { freeThemeSlug } from '../saving/theme-tree.ts';
import { themeMatcher } from './theme-matcher.ts';

/** More than these in one list are no themes but free words. */
export const mostListThemes = 60;

const input = z.object({ importId: z.uuid(), labels: z.array(z.string().trim().min(2).max(80)).max(mostListThemes) });

/** Adds the themes of a list that the hub does not have. Done again, it adds nothing. */
export const addListThemes = command({
  name: 'directory.add-list-themes',
  input,
  // Called by the job that a member of the team asked for.
  allow: () => true,
  async run(work, { importId, labels }) {
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`themes ${work.hubId}`}, 0))`);
    const missing = (await themeMatcher(work.db)).unknownAmong(labels);
    for (const label of missing) {
      const id = work.newId();
      const slug = await freeThemeSlug(work.db, slugify(label) || 'theme', id);
      await work.db.execute(sql`insert into themes (id, label, slug, position)
        values (${id}, ${label}, ${slug}, (select coalesce(max(position) + 1, 0) from themes where parent_id is null))`);
    }
    if (missing.length > 0) work.publish(themesChanged());
    work.record({
      subjectKind: 'import',
      subjectId: importId,
      summary: `${missing.length} thèmes ajoutés par un import`,
      details: { labels: missing },
    });
    return accept({ added: missing.length });
  },
});
