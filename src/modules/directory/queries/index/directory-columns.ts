import { legalFormFamilies } from '../../domain/legal-forms.ts';
import { categories, type Category } from '#ui/theme/categories.ts';
import type { IndexedRow } from './indexed-row.ts';
import type { IndexedTheme } from './theme-tree.ts';

/** Marks that the public filters on, one bit each. */
export const marks = { member: 1, inspiring: 2, support: 4, lends: 8 } as const;
export type Mark = keyof typeof marks;

/** No municipality, no theme. */
export const none = 0xffff;

/** A town of the directory. */
export interface IndexedTown {
  readonly insee: string;
  readonly name: string;
}

/**
 * Every published sheet of a hub in columns, ordered by name: about 120 bytes a sheet, whatever their number. Never
 * changed once made; a change makes another.
 */
export interface DirectoryColumns {
  readonly size: number;
  /** Four words an id. */
  readonly ids: Uint32Array;
  /** Name then address of each sheet in UTF-8, one after the other. */
  readonly text: Uint8Array;
  /** Where each name begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly nameLengths: Uint16Array;
  readonly lon: Float32Array;
  readonly lat: Float32Array;
  readonly marks: Uint8Array;
  /** Place in `legalFormFamilies`, or 255. */
  readonly legalForms: Uint8Array;
  readonly hues: Uint8Array;
  readonly publishedAt: Uint32Array;
  /** Place in `towns`, or `none`. */
  readonly townOf: Uint16Array;
  readonly towns: readonly IndexedTown[];
  /** Where the themes of each sheet begin in `themeList`; one more at the end. */
  readonly themeStarts: Uint32Array;
  readonly themeList: Uint16Array;
  readonly themes: readonly IndexedTheme[];
}

/** Grows while rows come in order of name. */
export interface ColumnsBuilder {
  add(row: IndexedRow): void;
  /** Copies rows of older columns made with the same themes. */
  copy(from: DirectoryColumns, first: number, end: number): void;
  finish(): DirectoryColumns;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function buildColumns(themes: readonly IndexedTheme[], expected = 1024): ColumnsBuilder {
  const themePlace = new Map(themes.map((theme, place) => [theme.id, place]));
  const towns: IndexedTown[] = [];
  const townPlace = new Map<string, number>();
  let room = expected;
  let size = 0;
  let textSize = 0;
  let themeCount = 0;
  let c = blank(room);

  function fit(rows: number, bytes: number, listed: number): void {
    if (size + rows > room) c = resized(c, (room = Math.max(room * 2, size + rows)));
    if (textSize + bytes > c.text.length) c.text = grown(c.text, textSize + bytes);
    if (themeCount + listed > c.themeList.length) c.themeList = grown(c.themeList, themeCount + listed);
  }

  function placeOfTown(insee: string | null, name: string): number {
    const key = insee ?? '';
    if (key === '') return none;
    let place = townPlace.get(key);
    if (place === undefined) {
      place = towns.length;
      towns.push({ insee: key, name });
      townPlace.set(key, place);
    }
    return place;
  }

  return {
    add(row) {
      const name = encoder.encode(row.name);
      const slug = encoder.encode(row.slug);
      const known = row.themes.map((id) => themePlace.get(id)).filter((place) => place !== undefined);
      fit(1, name.length + slug.length, known.length);
      writeId(c.ids, size, row.id);
      c.starts[size] = textSize;
      c.nameLengths[size] = name.length;
      c.text.set(name, textSize);
      c.text.set(slug, textSize + name.length);
      textSize += name.length + slug.length;
      c.lon[size] = row.lon ?? Number.NaN;
      c.lat[size] = row.lat ?? Number.NaN;
      c.marks[size] =
        (row.isMember ? marks.member : 0) |
        (row.isInspiring ? marks.inspiring : 0) |
        (row.isSupport ? marks.support : 0) |
        (row.lends ? marks.lends : 0);
      const form = legalFormFamilies.findIndex((family) => family === row.legalForm);
      c.legalForms[size] = form === -1 ? 255 : form;
      const hue = known[0] === undefined ? undefined : themes[known[0]]?.hue;
      c.hues[size] = hue ? categories.indexOf(hue) : 255;
      c.publishedAt[size] = row.publishedAt;
      c.townOf[size] = placeOfTown(row.insee, row.city);
      c.themeStarts[size] = themeCount;
      for (const place of known) c.themeList[themeCount++] = place;
      size++;
    },
    copy(from, first, end) {
      if (end <= first) return;
      const [textFrom, textEnd] = [from.starts[first] ?? 0, from.starts[end] ?? 0];
      const [themesFrom, themesEnd] = [from.themeStarts[first] ?? 0, from.themeStarts[end] ?? 0];
      fit(end - first, textEnd - textFrom, themesEnd - themesFrom);
      c.ids.set(from.ids.subarray(first * 4, end * 4), size * 4);
      c.text.set(from.text.subarray(textFrom, textEnd), textSize);
      c.themeList.set(from.themeList.subarray(themesFrom, themesEnd), themeCount);
      c.nameLengths.set(from.nameLengths.subarray(first, end), size);
      c.lon.set(from.lon.subarray(first, end), size);
      c.lat.set(from.lat.subarray(first, end), size);
      c.marks.set(from.marks.subarray(first, end), size);
      c.legalForms.set(from.legalForms.subarray(first, end), size);
      c.hues.set(from.hues.subarray(first, end), size);
      c.publishedAt.set(from.publishedAt.subarray(first, end), size);
      for (let row = first; row < end; row++, size++) {
        c.starts[size] = (from.starts[row] ?? 0) - textFrom + textSize;
        c.themeStarts[size] = (from.themeStarts[row] ?? 0) - themesFrom + themeCount;
        const town = from.towns[from.townOf[row] ?? none];
        c.townOf[size] = town ? placeOfTown(town.insee, town.name) : none;
      }
      textSize += textEnd - textFrom;
      themeCount += themesEnd - themesFrom;
    },
    finish() {
      const exact = resized(c, size);
      exact.starts[size] = textSize;
      exact.themeStarts[size] = themeCount;
      return {
        ...exact,
        size,
        text: c.text.slice(0, textSize),
        themeList: c.themeList.slice(0, themeCount),
        towns,
        themes,
      };
    },
  };
}

/** The id of a row, as it is written. */
export function idAt(columns: DirectoryColumns, row: number): string {
  let hex = '';
  for (let word = 0; word < 4; word++) hex += (columns.ids[row * 4 + word] ?? 0).toString(16).padStart(8, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function nameAt(columns: DirectoryColumns, row: number): string {
  const start = columns.starts[row] ?? 0;
  return decoder.decode(columns.text.subarray(start, start + (columns.nameLengths[row] ?? 0)));
}

export function slugAt(columns: DirectoryColumns, row: number): string {
  return decoder.decode(
    columns.text.subarray((columns.starts[row] ?? 0) + (columns.nameLengths[row] ?? 0), columns.starts[row + 1] ?? 0),
  );
}

export function hueAt(columns: DirectoryColumns, row: number): Category | null {
  return categories[columns.hues[row] ?? 255] ?? null;
}

/** The themes of a row, the one that gives its colour first. */
export function themesAt(columns: DirectoryColumns, row: number): IndexedTheme[] {
  const places = columns.themeList.subarray(columns.themeStarts[row] ?? 0, columns.themeStarts[row + 1] ?? 0);
  return Array.from(places, (place) => columns.themes[place]).filter((theme) => theme !== undefined);
}

/** The words of an id, written with its four dashes. */
export function idWords(id: string): [number, number, number, number] {
  return [
    Number.parseInt(id.slice(0, 8), 16),
    Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16),
    Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16),
    Number.parseInt(id.slice(28, 36), 16),
  ];
}

function writeId(ids: Uint32Array, row: number, id: string): void {
  ids.set(idWords(id), row * 4);
}

function blank(room: number) {
  return {
    ids: new Uint32Array(room * 4),
    text: new Uint8Array(room * 32),
    starts: new Uint32Array(room + 1),
    nameLengths: new Uint16Array(room),
    lon: new Float32Array(room),
    lat: new Float32Array(room),
    marks: new Uint8Array(room),
    legalForms: new Uint8Array(room),
    hues: new Uint8Array(room),
    publishedAt: new Uint32Array(room),
    townOf: new Uint16Array(room),
    themeStarts: new Uint32Array(room + 1),
    themeList: new Uint16Array(room * 2),
  };
}

function resized(c: ReturnType<typeof blank>, room: number): ReturnType<typeof blank> {
  const to = { ...blank(0), text: c.text, themeList: c.themeList };
  to.ids = sized(c.ids, room * 4);
  to.starts = sized(c.starts, room + 1);
  to.nameLengths = sized(c.nameLengths, room);
  to.lon = sized(c.lon, room);
  to.lat = sized(c.lat, room);
  to.marks = sized(c.marks, room);
  to.legalForms = sized(c.legalForms, room);
  to.hues = sized(c.hues, room);
  to.publishedAt = sized(c.publishedAt, room);
  to.townOf = sized(c.townOf, room);
  to.themeStarts = sized(c.themeStarts, room + 1);
  return to;
}

type Column = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

function sized<T extends Column>(column: T, length: number): T {
  const made = new (column.constructor as new (length: number) => T)(length);
  made.set(column.subarray(0, Math.min(length, column.length)));
  return made;
}

function grown<T extends Column>(column: T, least: number): T {
  return sized(column, Math.max(least, column.length * 2));
}
