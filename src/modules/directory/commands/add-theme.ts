import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { slugify } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { themeHue } from '../profile/organization-profile.ts';
import { freeThemeSlug, mayStandUnder } from './saving/theme-tree.ts';

export const themeLabel = z.string().trim().min(2, 'Donnez un nom à ce thème.').max(80);

const input = z.object({
  label: themeLabel,
  parentId: z.uuid().nullable().default(null),
  hue: themeHue.default(null),
});

/** Adds a theme at the end of its list. Themes stand on three levels at most. */
export const addTheme = command({
  name: 'directory.add-theme',
  input,
  allow: mayArrangeDirectory,
  async run(work, { label, parentId, hue }) {
    const id = work.newId();
    if (parentId && !(await mayStandUnder(work.db, id, parentId))) return refuse('wrong_parent');
    const slug = await freeThemeSlug(work.db, slugify(label) || 'theme', id);
    await work.db.execute(sql`insert into themes (id, parent_id, label, slug, hue, position)
      values (${id}, ${parentId}, ${label}, ${slug}, ${hue},
        (select coalesce(max(position) + 1, 0) from themes where parent_id is not distinct from ${parentId}::uuid))`);
    work.publish(themesChanged());
    work.record({ subjectKind: 'theme', subjectId: id, summary: `Thème « ${label} » ajouté` });
    return accept({ id, slug });
  },
});
