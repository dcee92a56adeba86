import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { lockThemes } from './saving/theme-tree.ts';

const input = z.object({ id: z.uuid(), towards: z.enum(['up', 'down']) });

/** Moves a theme one place up or down among those beside it. */
export const shiftTheme = command({
  name: 'directory.shift-theme',
  input,
  allow: mayArrangeDirectory,
  async run(work, { id, towards }) {
    const themes = await lockThemes(work.db);
    const theme = themes.get(id);
    if (!theme) return refuse('not_found');
    const order = [...themes.values()].filter((other) => other.parent_id === theme.parent_id).map((other) => other.id);
    const from = order.indexOf(id);
    const to = Math.min(order.length - 1, Math.max(0, from + (towards === 'up' ? -1 : 1)));
    order.splice(to, 0, ...order.splice(from, 1));
    await work.db.execute(sql`update themes t set position = o.place::int
      from jsonb_array_elements_text(${JSON.stringify(order)}::jsonb) with ordinality as o (id, place) where t.id = o.id::uuid`);
    work.publish(themesChanged());
    work.record({ subjectKind: 'theme', subjectId: id, summary: `Thème « ${theme.label} » déplacé` });
    return accept({ id });
  },
});
