import { foldForSearch } from '#platform/french/index.ts';
import { buildColumns, idAt, nameAt, type DirectoryColumns } from './directory-columns.ts';
import type { IndexedRow } from './indexed-row.ts';
import type { RowLookup } from './row-lookup.ts';

/** The columns once the changed sheets were taken out, and those still published put back in their place. */
export function mergeRows(
  before: DirectoryColumns,
  lookup: RowLookup,
  changedIds: readonly string[],
  present: readonly IndexedRow[],
): DirectoryColumns {
  const removed = [...new Set(changedIds.map((id) => lookup.rowOf(id)).filter((row) => row !== -1))].sort(
    (a, b) => a - b,
  );
  const inserted = present.map((row) => ({ row, at: placeFor(before, row) }));
  const builder = buildColumns(before.themes, before.size + present.length);
  let from = 0;
  const cuts = [...removed.map((at) => ({ at, row: null })), ...inserted].sort(
    (a, b) => a.at - b.at || (a.row ? 0 : 1) - (b.row ? 0 : 1),
  );
  for (const { at, row } of cuts) {
    builder.copy(before, from, at);
    from = Math.max(from, at);
    if (row) builder.add(row);
    else from = at + 1;
  }
  builder.copy(before, from, before.size);
  return builder.finish();
}

/** The first row that comes after this one in order of name, then id. */
function placeFor(columns: DirectoryColumns, row: IndexedRow): number {
  let [low, high] = [0, columns.size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const key = foldForSearch(nameAt(columns, middle));
    if (key < row.nameKey || (key === row.nameKey && idAt(columns, middle) < row.id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
