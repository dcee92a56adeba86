import { legalFormFamilies, type LegalFormFamily } from '../../domain/legal-forms.ts';
import { addTo, emptyBitset, fullBitset, intersect, rowsOf, sizeOf, sizeOfBoth, unite, type Bitset } from './bitset.ts';
import { marks, none, type DirectoryColumns, type Mark } from './directory-columns.ts';
import { filtersKey, type DirectoryFilters, type FilterField } from './directory-filters.ts';
import { lookupRows, type RowLookup } from './row-lookup.ts';
import type { IndexedTheme } from './theme-tree.ts';

/** How many sheets each choice would leave. */
export interface Facets {
  readonly themes: readonly { theme: IndexedTheme; count: number }[];
  readonly legalForms: readonly { family: LegalFormFamily; count: number }[];
  /** The most frequent first. */
  readonly towns: readonly { insee: string; name: string; count: number }[];
  readonly marks: Readonly<Record<Mark, number>>;
}

export interface Selection {
  readonly rows: Bitset;
  readonly count: number;
}

/** The index of a hub at one moment: its columns, and what is computed from them once. */
export interface DirectorySnapshot {
  readonly columns: DirectoryColumns;
  readonly lookup: RowLookup;
  /** Those that pass the filters. */
  select(filters: DirectoryFilters): Selection;
  /** Counts of each choice among what the other fields' filters leave. */
  facets(filters: DirectoryFilters): Facets;
  /** The rows of ids a search found, in its order; those not in the index left out. */
  foundRows(ids: readonly string[]): readonly number[];
  /** Room for what is computed of this snapshot under some name, dropped with it. */
  kept<Value>(name: string): Map<string, Value>;
}

const markNames = Object.keys(marks) as Mark[];
const mostKept = 64;

/** Makes the row sets of each choice: the filters are then intersections of bits. */
export function takeSnapshot(columns: DirectoryColumns): DirectorySnapshot {
  const { size } = columns;
  const sets = postings(columns);
  const lookup = lookupRows(columns);
  const selections = new Map<string, Selection>();
  const facetsKept = new Map<string, Facets>();
  const rooms = new Map<string, Map<string, unknown>>();

  // A search's answer is asked for several times while its page is made: looked up once.
  const foundOnce = new WeakMap<readonly string[], readonly number[]>();
  function foundRows(ids: readonly string[]): readonly number[] {
    let rows = foundOnce.get(ids);
    if (!rows) foundOnce.set(ids, (rows = ids.map((id) => lookup.rowOf(id)).filter((row) => row !== -1)));
    return rows;
  }

  function rowsPassing(filters: DirectoryFilters, except?: FilterField): Bitset {
    const rows = fullBitset(size);
    const keep = (field: FilterField, chosen: readonly (Bitset | undefined)[]): void => {
      if (chosen.length === 0 || field === except) return;
      const any = emptyBitset(size);
      for (const set of chosen) if (set) unite(any, set);
      intersect(rows, any);
    };
    keep(
      'themes',
      filters.themes.map((slug) => sets.themes[columns.themes.findIndex((theme) => theme.slug === slug)]),
    );
    keep(
      'legalForms',
      filters.legalForms.map((family) => sets.legalForms[legalFormFamilies.indexOf(family)]),
    );
    keep(
      'towns',
      filters.towns.map((insee) => rowsOfTown(columns, insee)),
    );
    // Each mark narrows: « adhérente » and « prête du matériel ».
    for (const mark of filters.marks) keep('marks', [sets.marks[mark]]);
    if (filters.near?.within != null)
      intersect(rows, rowsNear(columns, { ...filters.near, within: filters.near.within }));
    if (filters.found) intersect(rows, setOf(size, foundRows(filters.found)));
    return rows;
  }

  // The same question is asked several times while a page is made.
  const selectedOnce = new WeakMap<DirectoryFilters, Selection>();
  function select(filters: DirectoryFilters): Selection {
    let selection = selectedOnce.get(filters);
    if (selection) return selection;
    const make = (): Selection => {
      const rows = rowsPassing(filters);
      return { rows, count: sizeOf(rows) };
    };
    selection = isKept(filters) ? remembered(selections, filtersKey(filters), make) : make();
    selectedOnce.set(filters, selection);
    return selection;
  }

  const isKept = (filters: DirectoryFilters): boolean => filters.found === null && filters.near?.within == null;

  return {
    columns,
    lookup,
    foundRows,
    kept<Value>(name: string) {
      const room = rooms.get(name) ?? new Map<string, unknown>();
      rooms.set(name, room);
      return room as Map<string, Value>;
    },
    select,
    facets(filters) {
      // A field that narrows nothing leaves what all filters leave.
      const passing = (except: FilterField): Bitset =>
        filters[except].length === 0 ? select(filters).rows : rowsPassing(filters, except);
      const make = (): Facets => countFacets(columns, sets, passing);
      return isKept(filters) ? remembered(facetsKept, filtersKey(filters), make) : make();
    },
  };
}

interface Postings {
  themes: Bitset[];
  legalForms: Bitset[];
  marks: Record<Mark, Bitset>;
}

function postings(columns: DirectoryColumns): Postings {
  const { size } = columns;
  const sets: Postings = {
    themes: columns.themes.map(() => emptyBitset(size)),
    legalForms: legalFormFamilies.map(() => emptyBitset(size)),
    marks: {
      member: emptyBitset(size),
      inspiring: emptyBitset(size),
      support: emptyBitset(size),
      lends: emptyBitset(size),
    },
  };
  for (let row = 0; row < size; row++) {
    const form = sets.legalForms[columns.legalForms[row] ?? 255];
    if (form) addTo(form, row);
    for (const mark of markNames) if ((columns.marks[row] ?? 0) & marks[mark]) addTo(sets.marks[mark], row);
    for (let at = columns.themeStarts[row] ?? 0; at < (columns.themeStarts[row + 1] ?? 0); at++) {
      for (const place of columns.themes[columns.themeList[at] ?? none]?.line ?? []) {
        const set = sets.themes[place];
        if (set) addTo(set, row);
      }
    }
  }
  return sets;
}

function countFacets(columns: DirectoryColumns, sets: Postings, passing: (except: FilterField) => Bitset): Facets {
  const forThemes = passing('themes');
  const forForms = passing('legalForms');
  // Marks narrow one another: each is counted among what all filters leave.
  const forMarks = passing('marks');
  return {
    themes: columns.themes.map((theme, place) => ({
      theme,
      count: sizeOfBoth(forThemes, sets.themes[place] ?? new Uint32Array()),
    })),
    legalForms: legalFormFamilies
      .map((family, place) => ({ family, count: sizeOfBoth(forForms, sets.legalForms[place] ?? new Uint32Array()) }))
      .filter(({ count }) => count > 0),
    towns: countTowns(columns, passing('towns')),
    marks: Object.fromEntries(markNames.map((mark) => [mark, sizeOfBoth(forMarks, sets.marks[mark])])) as Record<
      Mark,
      number
    >,
  };
}

function countTowns(columns: DirectoryColumns, rows: Bitset): Facets['towns'] {
  const counts = new Uint32Array(columns.towns.length);
  for (const row of rowsOf(rows)) {
    const town = columns.townOf[row] ?? none;
    if (town !== none) counts[town] = (counts[town] ?? 0) + 1;
  }
  // Of the thirty thousand towns of a large directory, few are left once something was searched.
  const held: { insee: string; name: string; count: number }[] = [];
  for (const [place, count] of counts.entries()) {
    const town = count > 0 ? columns.towns[place] : undefined;
    if (town) held.push({ insee: town.insee, name: town.name, count });
  }
  return held.sort((a, b) => b.count - a.count);
}

function rowsOfTown(columns: DirectoryColumns, insee: string): Bitset {
  const set = emptyBitset(columns.size);
  const place = columns.towns.findIndex((town) => town.insee === insee);
  if (place === -1) return set;
  for (let row = 0; row < columns.size; row++) if (columns.townOf[row] === place) addTo(set, row);
  return set;
}

function setOf(size: number, rows: readonly number[]): Bitset {
  const set = emptyBitset(size);
  for (const row of rows) addTo(set, row);
  return set;
}

const kilometresADegree = 111.195;

/** Kilometres between a point and a row, good enough to sort places of one territory; infinite without a point. */
export function distanceTo(columns: DirectoryColumns, row: number, lon: number, lat: number): number {
  const north = (columns.lat[row] ?? Number.NaN) - lat;
  const east = ((columns.lon[row] ?? Number.NaN) - lon) * Math.cos((lat * Math.PI) / 180);
  const distance = Math.hypot(north, east) * kilometresADegree;
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

function rowsNear(columns: DirectoryColumns, near: { lon: number; lat: number; within: number }): Bitset {
  const set = emptyBitset(columns.size);
  for (let row = 0; row < columns.size; row++) {
    if (distanceTo(columns, row, near.lon, near.lat) <= near.within) addTo(set, row);
  }
  return set;
}

/** The rows of a selection nearest first, those without a point last. */
export function nearestFirst(columns: DirectoryColumns, rows: Bitset, lon: number, lat: number): number[] {
  const all = rowsOf(rows);
  const far = new Float64Array(columns.size);
  for (const row of all) far[row] = distanceTo(columns, row, lon, lat);
  return all.sort((a, b) => (far[a] === far[b] ? a - b : (far[a] ?? 0) - (far[b] ?? 0)));
}

/** The rows of a selection, those published last first. */
export function newestFirst(columns: DirectoryColumns, rows: Bitset): number[] {
  return rowsOf(rows).sort((a, b) => (columns.publishedAt[b] ?? 0) - (columns.publishedAt[a] ?? 0) || a - b);
}

/** The value kept under this key, made when it is not there; the one used longest ago goes when there are too many. */
export function remembered<Value>(kept: Map<string, Value>, key: string, make: () => Value, most = mostKept): Value {
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const made = make();
  kept.set(key, made);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
  return made;
}
