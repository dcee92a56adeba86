import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { officePath } from '../paths.ts';
import { mayKeepDirectory } from '../policy.ts';

/** What the directory asks of the employee: drafts to publish, points to place. */
export async function directoryTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepDirectory(ctx.actor)) return [];
  const { rows } = await ctx.db.execute<{ drafts: number; lost: number }>(sql`
    select count(*) filter (where status = 'draft')::int as drafts,
      count(*) filter (where status = 'published' and not exists (select from organization_locations l
        where l.hub_id = o.hub_id and l.organization_id = o.id and l.lon is not null))::int as lost
    from organizations o where trashed_at is null`);
  const { drafts = 0, lost = 0 } = rows[0] ?? {};
  const entries: TodoEntry[] = [];
  const add = (count: number, group: TodoEntry['group'], title: string, detail: string, filter: string): void => {
    if (count > 0)
      entries.push({
        group,
        title,
        detail,
        action: { label: 'Voir', path: `${officePath}?${filter}` },
        since: null,
        hue: 'leaf',
      });
  };
  add(
    drafts,
    'to-validate',
    plural(drafts, 'fiche en brouillon', 'fiches en brouillon'),
    'Relisez-les, puis publiez-les d’un coup.',
    'etat=draft',
  );
  add(
    lost,
    'can-wait',
    plural(lost, 'structure hors de la carte', 'structures hors de la carte'),
    'Il leur manque une commune ou un point.',
    'sans-point=oui',
  );
  return entries;
}
