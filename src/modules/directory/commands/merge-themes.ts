import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { lockThemes, mayStandUnder } from './saving/theme-tree.ts';

const input = z.object({ id: z.uuid(), intoId: z.uuid() });

/** Makes one theme of two: structures and sub-themes of the first go to the second, and the first is no more. */
export const mergeThemes = command({
  name: 'directory.merge-themes',
  input,
  allow: mayArrangeDirectory,
  async run(work, { id, intoId }) {
    const themes = await lockThemes(work.db);
    const [theme, into] = [themes.get(id), themes.get(intoId)];
    if (!theme || !into || id === intoId) return refuse('not_found');
    if (!(await mayStandUnder(work.db, id, intoId))) {
      const hasOwn = [...themes.values()].some((other) => other.parent_id === id);
      if (hasOwn) return refuse('wrong_parent');
    }
    await work.db.execute(sql`update themes set parent_id = ${intoId} where parent_id = ${id}`);
    await work.db.execute(sql`insert into organization_themes (organization_id, theme_id, position)
      select organization_id, ${intoId}, position from organization_themes where theme_id = ${id} on conflict do nothing`);
    await work.db.execute(sql`delete from organization_themes where theme_id = ${id}`);
    await work.db.execute(sql`delete from themes where id = ${id}`);
    work.publish(themesChanged());
    work.record({
      subjectKind: 'theme',
      subjectId: intoId,
      summary: `Thème « ${theme.label} » fusionné dans « ${into.label} »`,
    });
    return accept({ id: intoId });
  },
});
