import type { Context } from '#platform/context/context.ts';
import { idAt } from './index/directory-columns.ts';
import type { DirectoryFilters } from './index/directory-filters.ts';
import { directoryIndex } from './index/directory-index.ts';
import { newestFirst } from './index/directory-snapshot.ts';
import { organizationCards, type OrganizationCard } from './organization-cards.ts';

export interface NewestOrganization extends OrganizationCard {
  readonly publishedAt: Temporal.Instant;
}

/** The structures published last, among those that pass the filters. */
export async function newestOrganizations(
  ctx: Context,
  filters: DirectoryFilters,
  most: number,
): Promise<NewestOrganization[]> {
  const { columns, lookup, select } = await directoryIndex(ctx.db, ctx.hubId);
  const rows = newestFirst(columns, select(filters).rows).slice(0, most);
  const cards = await organizationCards(
    ctx.db,
    rows.map((row) => idAt(columns, row)),
  );
  return cards.map((card) => ({
    ...card,
    publishedAt: Temporal.Instant.fromEpochMilliseconds((columns.publishedAt[lookup.rowOf(card.id)] ?? 0) * 1000),
  }));
}
