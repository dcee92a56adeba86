import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import { agree, formatNumber } from '#platform/french/index.ts';
import { directoryPath } from '../paths.ts';

/** What the published sheets count: structures, members, municipalities. Nothing rather than zeros. */
export async function directoryFigures(ctx: Context): Promise<KeyFigure[]> {
  const { rows } = await ctx.db.execute<{ structures: number; members: number; towns: number }>(sql`
    select count(*)::int as structures, count(*) filter (where is_member)::int as members,
      (select count(distinct l.municipality_insee)::int from organization_locations l
        join organizations s on s.hub_id = l.hub_id and s.id = l.organization_id
        where s.status = 'published' and s.trashed_at is null) as towns
    from organizations where status = 'published' and trashed_at is null`);
  const { structures = 0, members = 0, towns = 0 } = rows[0] ?? {};
  const figures = [
    {
      key: 'directory.organizations',
      count: structures,
      label: `${agree(structures, 'structure')} dans l’annuaire`,
      href: directoryPath,
    },
    {
      key: 'directory.members',
      count: members,
      label: `${agree(members, 'adhérente')} du pôle`,
      href: `${directoryPath}?avec=adherentes`,
    },
    { key: 'directory.municipalities', count: towns, label: `${agree(towns, 'commune')} où elles agissent` },
  ];
  return figures
    .filter((figure) => figure.count > 0)
    .map((figure) => ({ ...figure, value: formatNumber(figure.count) }));
}
