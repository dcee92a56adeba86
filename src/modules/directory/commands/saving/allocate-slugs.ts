import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { slugify } from '#platform/french/index.ts';
import type { OrganizationProfile } from '../../profile/organization-profile.ts';

export interface SlugWish {
  id: string;
  profile: Pick<OrganizationProfile, 'name' | 'locations'>;
}

/**
 * Chooses the address of each sheet: its name, else its name and town, else its name and the end of its id. Addresses
 * that another sheet has or had are never given again. To call once the rows exist; writes `organization_slugs`.
 */
export async function allocateSlugs(work: CommandContext, wishes: readonly SlugWish[]): Promise<Map<string, string>> {
  const wanted = wishes.map((wish) => ({ id: wish.id, candidates: candidatesFor(wish) }));
  const owners = await ownersOf(
    work,
    wanted.flatMap((wish) => wish.candidates),
  );
  const chosen = new Map<string, string>();
  for (const { id, candidates } of wanted) {
    const free = candidates.find((slug) => (owners.get(slug) ?? id) === id) ?? lastResort(id, candidates);
    owners.set(free, id);
    chosen.set(id, free);
  }
  await keep(work, chosen);
  return chosen;
}

// Pages of the directory that stand where a sheet would.
const reserved = new Set(['proposer', 'confirmer', 'carte']);

function candidatesFor({ id, profile }: SlugWish): string[] {
  const wished = slugify(profile.name) || 'structure';
  const name = reserved.has(wished) ? `structure-${wished}` : wished;
  const town = slugify(profile.locations[0]?.city ?? '');
  return [name, ...(town ? [`${name}-${town}`] : []), `${name}-${id.slice(-6)}`];
}

function lastResort(id: string, candidates: readonly string[]): string {
  return `${candidates[0]}-${id}`;
}

async function ownersOf(work: CommandContext, slugs: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await work.db.execute<{ slug: string; organization_id: string }>(
    sql`select slug, organization_id from organization_slugs where slug in (select jsonb_array_elements_text(${JSON.stringify(slugs)}::jsonb))`,
  );
  return new Map(rows.map((row) => [row.slug, row.organization_id]));
}

async function keep(work: CommandContext, chosen: Map<string, string>): Promise<void> {
  const rows = [...chosen].map(([id, slug]) => ({ slug, organization_id: id, since: work.now().toString() }));
  const { rows: written } = await work.db.execute<{ slug: string; organization_id: string }>(sql`
    insert into organization_slugs (slug, organization_id, since)
    select slug, organization_id, since from jsonb_populate_recordset(null::organization_slugs, ${JSON.stringify(rows)}::jsonb)
    on conflict (hub_id, slug) do update set since = organization_slugs.since
    returning slug, organization_id`);
  // Someone else took the address in the meantime: the end of the id makes it our own.
  const stolen = written.filter((row) => chosen.get(row.organization_id) !== row.slug).map((row) => row.slug);
  if (stolen.length === 0) return;
  const again = new Map(
    [...chosen].filter(([, slug]) => stolen.includes(slug)).map(([id, slug]) => [id, `${slug}-${id}`]),
  );
  for (const [id, slug] of again) chosen.set(id, slug);
  await keep(work, again);
}
