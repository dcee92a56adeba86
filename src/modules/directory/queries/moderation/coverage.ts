import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { municipalityByInsee } from '#platform/geo/index.ts';

/** How well the directory knows its territory. */
export interface Coverage {
  total: number;
  /** Municipalities of the territory, or those of the sheets when the hub has none; the emptiest known by their zero. */
  municipalities: { insee: string; name: string; population: number; count: number; confirmed: number }[];
  /** Sheets outside the territory, or in no known municipality. */
  elsewhere: number;
  themes: { id: string; label: string; count: number }[];
  withoutTheme: number;
  ages: { key: ConfirmationAge; count: number }[];
}

export const confirmationAges = ['fresh', 'half', 'year', 'old', 'never'] as const;
export type ConfirmationAge = (typeof confirmationAges)[number];

/** Published sheets by municipality, by theme, and by the age of their last confirmation. */
export async function coverage(ctx: Context, territory: readonly string[]): Promise<Coverage> {
  const [places, themes, ages] = await Promise.all([byMunicipality(ctx), byTheme(ctx), byAge(ctx)]);
  const known = new Set(territory.length > 0 ? territory : places.keys());
  const municipalities = [...known].flatMap((insee) => {
    const municipality = municipalityByInsee(insee);
    const found = places.get(insee);
    return municipality
      ? [
          {
            insee,
            name: municipality.name,
            population: municipality.population,
            count: found?.count ?? 0,
            confirmed: found?.confirmed ?? 0,
          },
        ]
      : [];
  });
  const total = ages.reduce((sum, { count }) => sum + count, 0);
  const within = municipalities.reduce((sum, { count }) => sum + count, 0);
  return {
    total,
    municipalities: municipalities.sort((a, b) => b.count - a.count || b.population - a.population),
    elsewhere: Math.max(0, total - within),
    themes: themes.filter(({ id }) => id !== ''),
    withoutTheme: themes.find(({ id }) => id === '')?.count ?? 0,
    ages,
  };
}

async function byMunicipality(ctx: Context): Promise<Map<string, { count: number; confirmed: number }>> {
  const { rows } = await ctx.db.execute<{ insee: string; count: number; confirmed: number }>(sql`
    select l.municipality_insee as insee, count(*)::int as count,
      count(*) filter (where o.confirmed_at > ${monthsAgo(ctx, 12)})::int as confirmed
    from organizations o join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where o.status = 'published' and o.trashed_at is null and l.municipality_insee is not null group by 1`);
  return new Map(rows.map((row) => [row.insee, row]));
}

/** By themes of the first level, those under them included; a sheet counts once a theme. */
async function byTheme(ctx: Context): Promise<{ id: string; label: string; count: number }[]> {
  const { rows } = await ctx.db.execute<{ id: string; label: string; count: number }>(sql`
    with recursive tops as (
      select id, id as top from themes where parent_id is null
      union all select t.id, u.top from themes t join tops u on t.parent_id = u.id
    ), shown as (select id from organizations where status = 'published' and trashed_at is null),
    held as (select distinct s.id, u.top from shown s join organization_themes h on h.organization_id = s.id join tops u on u.id = h.theme_id)
    select t.id::text as id, t.label, count(h.id)::int as count from themes t left join held h on h.top = t.id
      where t.parent_id is null group by t.id, t.label
    union all
    select '', '', (select count(*) from shown s where not exists (select from held h where h.id = s.id))::int
    order by 3 desc, 2`);
  return rows;
}

async function byAge(ctx: Context): Promise<Coverage['ages']> {
  const { rows } = await ctx.db.execute<Record<ConfirmationAge, number>>(sql`
    select count(*) filter (where confirmed_at > ${monthsAgo(ctx, 6)})::int as fresh,
      count(*) filter (where confirmed_at <= ${monthsAgo(ctx, 6)} and confirmed_at > ${monthsAgo(ctx, 12)})::int as half,
      count(*) filter (where confirmed_at <= ${monthsAgo(ctx, 12)} and confirmed_at > ${monthsAgo(ctx, 24)})::int as year,
      count(*) filter (where confirmed_at <= ${monthsAgo(ctx, 24)})::int as old,
      count(*) filter (where confirmed_at is null)::int as never
    from organizations where status = 'published' and trashed_at is null`);
  return confirmationAges.map((key) => ({ key, count: rows[0]?.[key] ?? 0 }));
}

function monthsAgo(ctx: Context, months: number): string {
  return ctx.clock.now().toZonedDateTimeISO(ctx.zone).subtract({ months }).toInstant().toString();
}
