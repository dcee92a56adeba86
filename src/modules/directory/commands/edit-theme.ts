import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { slugify } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { themeHue } from '../profile/organization-profile.ts';
import { themeLabel } from './add-theme.ts';
import { freeThemeSlug, lockThemes, mayStandUnder } from './saving/theme-tree.ts';

const input = z.object({ id: z.uuid(), label: themeLabel, parentId: z.uuid().nullable(), hue: themeHue });

/** Renames a theme, changes its colour, or moves it under another. */
export const editTheme = command({
  name: 'directory.edit-theme',
  input,
  allow: mayArrangeDirectory,
  async run(work, { id, label, parentId, hue }) {
    const before = (await lockThemes(work.db)).get(id);
    if (!before) return refuse('not_found');
    if (parentId && !(await mayStandUnder(work.db, id, parentId))) return refuse('wrong_parent');
    const slug = before.label === label ? before.slug : await freeThemeSlug(work.db, slugify(label) || 'theme', id);
    await work.db.execute(sql`update themes set label = ${label}, slug = ${slug}, parent_id = ${parentId}, hue = ${hue},
        position = case when parent_id is not distinct from ${parentId}::uuid then position
          else (select coalesce(max(position) + 1, 0) from themes where parent_id is not distinct from ${parentId}::uuid) end
      where id = ${id}`);
    work.publish(themesChanged());
    work.record({
      subjectKind: 'theme',
      subjectId: id,
      summary: before.label === label ? `Thème « ${label} » modifié` : `Thème « ${before.label} » renommé « ${label} »`,
    });
    return accept({ id, slug });
  },
});
