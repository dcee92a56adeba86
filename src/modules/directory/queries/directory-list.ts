import type { Context } from '#platform/context/context.ts';
import { search } from '#platform/search/search.ts';
import { isIn, rowsOf } from './index/bitset.ts';
import { idAt, themesAt } from './index/directory-columns.ts';
import type { DirectoryFilters } from './index/directory-filters.ts';
import { directoryIndex } from './index/directory-index.ts';
import { nearestFirst, newestFirst, type DirectorySnapshot, type Facets } from './index/directory-snapshot.ts';
import type { IndexedTheme } from './index/theme-tree.ts';
import { organizationCards, type OrganizationCard } from './organization-cards.ts';

/** What a list of structures is asked. */
export interface ListQuestion {
  readonly q: string;
  readonly themes: readonly string[];
  readonly legalForms: DirectoryFilters['legalForms'];
  readonly towns: readonly string[];
  readonly marks: DirectoryFilters['marks'];
  readonly near: { readonly lon: number; readonly lat: number } | null;
  readonly within: number | null;
  readonly sort: 'pertinence' | 'nom' | 'distance' | 'nouveautes' | null;
}

export interface DirectoryList {
  readonly count: number;
  readonly cards: readonly (OrganizationCard & { readonly themes: readonly IndexedTheme[] })[];
  readonly facets: Facets;
  /** The words really searched, when those typed were unknown. */
  readonly corrected: string | null;
  readonly filters: DirectoryFilters;
  readonly snapshot: DirectorySnapshot;
}

export const cardsAPage = 24;
const mostFound = 2_000;

/** The filters of a question, its words searched first. */
export async function filtersOf(
  ctx: Context,
  question: ListQuestion,
): Promise<{ filters: DirectoryFilters; corrected: string | null }> {
  const { q, themes, legalForms, towns, marks, near, within } = question;
  const answer =
    q === '' ? null : await search(ctx.db, q, { kinds: ['organization'], visibilities: ['public'], limit: mostFound });
  const found = answer && answer.matches.map((match) => match.subjectId);
  return {
    filters: { themes, legalForms, towns, marks, near: near && { ...near, within }, found },
    corrected: answer?.corrected ?? null,
  };
}

/** One page of the list, with the counts of every choice: the index, then the cards by primary key. */
export async function directoryList(ctx: Context, question: ListQuestion, page: number): Promise<DirectoryList> {
  const snapshot = await directoryIndex(ctx.db, ctx.hubId);
  const { filters, corrected } = await filtersOf(ctx, question);
  const { count } = snapshot.select(filters);
  const rows = pageOf(snapshot, filters, question, (page - 1) * cardsAPage, cardsAPage);
  const cards = await organizationCards(
    ctx.db,
    rows.map((row) => idAt(snapshot.columns, row)),
  );
  return {
    count,
    facets: snapshot.facets(filters),
    corrected,
    filters,
    snapshot,
    cards: cards.map((card) => ({ ...card, themes: themesOf(snapshot, card.id) })),
  };
}

/** The ids of a whole selection, in the order of the list. */
export async function listedIds(ctx: Context, question: ListQuestion): Promise<string[]> {
  const snapshot = await directoryIndex(ctx.db, ctx.hubId);
  const { filters } = await filtersOf(ctx, question);
  return pageOf(snapshot, filters, question, 0, Number.POSITIVE_INFINITY).map((row) => idAt(snapshot.columns, row));
}

function themesOf({ columns, lookup }: DirectorySnapshot, id: string): IndexedTheme[] {
  const row = lookup.rowOf(id);
  return row === -1 ? [] : themesAt(columns, row);
}

function pageOf(
  snapshot: DirectorySnapshot,
  filters: DirectoryFilters,
  { sort, near }: ListQuestion,
  skip: number,
  take: number,
): number[] {
  const { columns } = snapshot;
  const { rows } = snapshot.select(filters);
  const order = sort ?? (filters.found ? 'pertinence' : near ? 'distance' : 'nom');
  if (order === 'nouveautes') return newestFirst(columns, rows).slice(skip, skip + take);
  if (order === 'distance' && near) return nearestFirst(columns, rows, near.lon, near.lat).slice(skip, skip + take);
  if (order === 'pertinence' && filters.found) return foundFirst(snapshot, filters).slice(skip, skip + take);
  return rowsOf(rows, skip, take);
}

function foundFirst(snapshot: DirectorySnapshot, filters: DirectoryFilters): number[] {
  const { rows } = snapshot.select(filters);
  return snapshot.foundRows(filters.found ?? []).filter((row) => isIn(rows, row));
}
