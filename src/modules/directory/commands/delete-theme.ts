import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { lockThemes } from './saving/theme-tree.ts';

/** Removes a theme that no structure and no other theme uses. One that is used is merged into another instead. */
export const deleteTheme = command({
  name: 'directory.delete-theme',
  input: z.object({ id: z.uuid() }),
  allow: mayArrangeDirectory,
  async run(work, { id }) {
    const theme = (await lockThemes(work.db)).get(id);
    if (!theme) return refuse('not_found');
    const { rows } = await work.db.execute(sql`select 1 from organization_themes where theme_id = ${id}
      union all select 1 from themes where parent_id = ${id} limit 1`);
    if (rows.length > 0) return refuse('theme_in_use');
    await work.db.execute(sql`delete from themes where id = ${id}`);
    work.publish(themesChanged());
    work.record({ subjectKind: 'theme', subjectId: id, summary: `Thème « ${theme.label} » supprimé` });
    return accept({ id });
  },
});
