import { parseCoordinatePair, parseCoordinates, readingOfPair, readingOfSingle } from '#platform/geo/index.ts';
import type { Point } from '#platform/geo/index.ts';
import type { Cell, Cells, Table } from '#platform/tabular/index.ts';
import type { TargetKey } from './column-targets.ts';
import type { ColumnMapping, ConstantMapping, Mapping } from './mapping.ts';

/** A mapping made ready to read rows: columns by target, and what only all rows together can tell. */
export type Reading = {
  readonly columnsOf: (target: TargetKey) => readonly ColumnMapping[];
  readonly constantsOf: (target: TargetKey) => readonly ConstantMapping[];
  /** Point of a row; `unread` when its cells say something that is no place. */
  readonly pointOf: (cells: Cells) => { point: Point | null; unread: { column: string; value: string } | null };
  /** The staff column holds INSEE codes rather than numbers of people. */
  readonly staffIsCoded: boolean;
};

export const shownCell = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? cell.join(' ; ') : String(cell);
};

const isFilled = (cell: Cell | undefined) => cell !== null && cell !== undefined && cell !== '';

function groupByTarget<Item extends { target: TargetKey }>(
  items: readonly Item[],
): (target: TargetKey) => readonly Item[] {
  const groups = new Map<TargetKey, Item[]>();
  for (const item of items) groups.set(item.target, [...(groups.get(item.target) ?? []), item]);
  return (target) => groups.get(target) ?? [];
}

function pointReader(mapping: Mapping, table: Table): Reading['pointOf'] {
  const columnOf = (target: TargetKey) => mapping.columns.find((column) => column.target === target)?.column;
  const [latitude, longitude, single] = [columnOf('latitude'), columnOf('longitude'), columnOf('coordinates')];
  const rows = table.rows.map(({ cells }) => cells);
  const pair = latitude !== undefined && longitude !== undefined ? readingOfPair(latitude, longitude, rows) : undefined;
  const cell = single === undefined ? undefined : readingOfSingle(single, rows);
  return (cells) => {
    let unread: { column: string; value: string } | null = null;
    if (pair?.kind === 'pair') {
      const [y, x] = [cells[pair.latitude], cells[pair.longitude]];
      const point = parseCoordinatePair(y, x, pair.projection);
      if (point) return { point, unread: null };
      const isZero = Number(y) === 0 && Number(x) === 0;
      if ((isFilled(y) || isFilled(x)) && !isZero)
        unread = { column: pair.latitude, value: `${shownCell(y)} ; ${shownCell(x)}` };
    }
    if (cell?.kind === 'single' && isFilled(cells[cell.column])) {
      const point = parseCoordinates(cells[cell.column], cell.order);
      if (point) return { point, unread: null };
      unread ??= { column: cell.column, value: shownCell(cells[cell.column]) };
    }
    return { point: null, unread };
  };
}

const staffCodes = /^(?:NN|0[0-3]|[1-5][1-3])$/;

function staffIsCoded(mapping: Mapping, table: Table): boolean {
  const column = mapping.columns.find(({ target }) => target === 'staff')?.column;
  if (column === undefined) return false;
  const values = table.rows.map(({ cells }) => shownCell(cells[column])).filter((value) => value !== '');
  const coded = values.filter((value) => staffCodes.test(value.replace(/\.0$/, '').padStart(2, '0')));
  return values.length > 0 && coded.length === values.length && values.some((value) => /^(?:NN|0\d)$/.test(value));
}

/** Looks once at all the rows: in which order and system coordinates are, whether staff numbers are codes. */
export function prepareReading(table: Table, mapping: Mapping): Reading {
  return {
    columnsOf: groupByTarget(mapping.columns),
    constantsOf: groupByTarget(mapping.constants),
    pointOf: pointReader(mapping, table),
    staffIsCoded: staffIsCoded(mapping, table),
  };
}
