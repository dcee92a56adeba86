import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { menuChanged } from '../facts.ts';
import { mayRunSite } from '../policy.ts';
import { menuEntries, menus } from '../tables.ts';

/** No menu is read past this. */
const mostLines = 80;

const line = z.object({
  place: z.enum(['header', 'footer']),
  isUnder: z.boolean(),
  label: z.string().trim().min(1, 'Donnez un nom à cette entrée.').max(40, 'Un nom de menu tient en 40 caractères.'),
  href: z
    .string()
    .trim()
    .max(500, 'Cette adresse est trop longue.')
    .refine(
      (href) => href === '' || /^\/(?![/\\])/.test(href) || /^https?:\/\/[^\s/]+/.test(href),
      'Écrivez une page du site (/agenda) ou une adresse complète (https://…).',
    ),
  isHidden: z.boolean(),
});

const version = z.int().min(0);

/** Replaces the hub's menu by these lines. Refuses `edited_meanwhile` when someone changed it since the version given. */
export const saveMenu = command({
  name: 'publishing.save-menu',
  input: z.object({
    version,
    lines: z
      .array(line)
      .min(1, 'Un menu garde au moins une entrée.')
      .max(mostLines, `Un menu tient en ${mostLines} entrées.`),
  }),
  allow: mayRunSite,
  async run(work, { version: known, lines }) {
    if (!(await isStill(work, known))) return refuse('edited_meanwhile');
    await work.db.delete(menuEntries);
    await work.db
      .insert(menuEntries)
      .values(lines.map((entry, position) => ({ ...entry, id: work.newId(), position })));
    return done(work, known, `Menu du site modifié : ${plural(lines.length, 'entrée')}`);
  },
});

/** Puts the common menu back: the hub follows the modules again. */
export const resetMenu = command({
  name: 'publishing.reset-menu',
  input: z.object({ version }),
  allow: mayRunSite,
  async run(work, { version: known }) {
    if (!(await isStill(work, known))) return refuse('edited_meanwhile');
    await work.db.delete(menuEntries);
    return done(work, known, 'Menu du site remis comme au début');
  },
});

/** Whether nobody changed the menu since this version. Its row stays locked until the end. */
async function isStill(work: CommandContext, known: number): Promise<boolean> {
  await work.db.insert(menus).values({ version: 0, updatedAt: work.now() }).onConflictDoNothing();
  const [menu] = await work.db.select({ version: menus.version }).from(menus).for('update');
  return menu?.version === known;
}

async function done(work: CommandContext, known: number, summary: string) {
  const next = known + 1;
  await work.db.update(menus).set({ version: next, updatedAt: work.now() }).where(eq(menus.version, known));
  work.publish(menuChanged());
  work.record({ subjectKind: 'hub', subjectId: work.hubId, summary });
  return accept({ version: next });
}
