import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import type { Category } from '#ui/theme/categories.ts';
import { defaultThemes, type ThemeHue } from '../domain/default-themes.ts';
import { themesChanged } from '../facts.ts';
import { mayArrangeDirectory } from '../policy.ts';
import { lockThemes } from './saving/theme-tree.ts';

/** Gives a hub without themes the common list, to rename and prune. Changes nothing when it has some. */
export const ensureThemes = command({
  name: 'directory.ensure-themes',
  input: z.object({}),
  allow: mayArrangeDirectory,
  async run(work) {
    const known = await lockThemes(work.db);
    if (known.size > 0) {
      work.record({
        subjectKind: 'theme',
        subjectId: null,
        summary: 'Liste commune de thèmes déjà remplacée par celle du pôle',
      });
      return accept({ count: 0 });
    }
    const rows = defaultThemes.flatMap((family, position) => {
      const id = work.newId();
      const own = {
        id,
        parent_id: null as string | null,
        label: family.label,
        slug: family.key,
        hue: nearestHue[family.hue] as string | null,
        position,
      };
      return [
        own,
        ...family.children.map((child, place) => ({
          id: work.newId(),
          parent_id: id,
          label: child.label,
          slug: child.key,
          hue: null,
          position: place,
        })),
      ];
    });
    await work.db.execute(sql`insert into themes (id, parent_id, label, slug, hue, position)
      select id, parent_id, label, slug, hue, position from jsonb_populate_recordset(null::themes, ${JSON.stringify(rows)}::jsonb)`);
    work.publish(themesChanged());
    work.record({ subjectKind: 'theme', subjectId: null, summary: `Liste commune de ${rows.length} thèmes installée` });
    return accept({ count: rows.length });
  },
});

/** The interface tells eight colours apart; families beyond share the nearest one. */
const nearestHue: Readonly<Record<ThemeHue, Category>> = {
  leaf: 'leaf',
  moss: 'leaf',
  earth: 'clay',
  amber: 'clay',
  sun: 'sun',
  coral: 'coral',
  plum: 'plum',
  sky: 'sky',
  slate: 'sky',
  sea: 'lagoon',
  ink: 'plum',
  rose: 'rose',
};
