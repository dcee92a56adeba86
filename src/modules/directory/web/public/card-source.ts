import type { Context } from '#platform/context/context.ts';
import type { CardSource, ContentCard } from '#platform/contributions/module.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { noFilters, type DirectoryFilters } from '../../queries/index/directory-filters.ts';
import { themesAt } from '../../queries/index/directory-columns.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { readThemeTree } from '../../queries/index/theme-tree.ts';
import { findOrganizations } from '../../queries/named-organizations.ts';
import { newestOrganizations } from '../../queries/newest-organizations.ts';
import { organizationCards, type OrganizationCard } from '../../queries/organization-cards.ts';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';

/** Structures that any page of the site may show as cards. */
export const organizationCardSource: CardSource = {
  kind: 'organization',
  label: 'Structures',
  listPath: directoryPath,
  async latest(ctx, { count, theme }) {
    const filters = theme ? await ofTheme(ctx, theme) : noFilters;
    return cardsOf(ctx, await newestOrganizations(ctx, filters, count));
  },
  chosen: async (ctx, ids) => cardsOf(ctx, await organizationCards(ctx.db, ids)),
  async find(ctx, words, limit) {
    const found = await findOrganizations(ctx.db, words, limit);
    return found.map(({ id, name }) => ({ id, label: name }));
  },
};

/** Those whose work is to help others: shown to whoever looks for help. */
export const supportBodyCardSource: CardSource = {
  ...organizationCardSource,
  kind: 'support-body',
  label: 'Structures qui accompagnent',
  listPath: `${directoryPath}?avec=accompagnement`,
  async latest(ctx, { count, theme }) {
    const filters = theme ? await ofTheme(ctx, theme) : noFilters;
    return cardsOf(ctx, await newestOrganizations(ctx, { ...filters, marks: ['support'] }, count));
  },
};

/** The newest structures of these legal forms, as cards. */
export async function organizationCardsOfForms(
  ctx: Context,
  legalForms: DirectoryFilters['legalForms'],
  count: number,
): Promise<ContentCard[]> {
  return cardsOf(ctx, await newestOrganizations(ctx, { ...noFilters, legalForms }, count));
}

/** The filters of a theme of the hub, by id. */
export async function ofTheme(ctx: Context, theme: string): Promise<DirectoryFilters> {
  const known = (await readThemeTree(ctx.db)).find(({ id }) => id === theme);
  return known ? { ...noFilters, themes: [known.slug] } : noFilters;
}

async function cardsOf(ctx: Context, cards: readonly OrganizationCard[]): Promise<ContentCard[]> {
  const { columns, lookup } = await directoryIndex(ctx.db, ctx.hubId);
  return cards.map((card) => ({
    id: card.id,
    href: organizationPath(card.slug),
    title: card.name,
    facts: [card.city, card.legalForm && legalFormLabel(card.legalForm)].filter(Boolean).join(' · '),
    text: card.mission,
    picture: card.photo,
    hue: categoryHues[themesAt(columns, lookup.rowOf(card.id))[0]?.hue ?? categoryOf(card.id)],
  }));
}
