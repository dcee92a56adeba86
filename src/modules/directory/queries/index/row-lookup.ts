import { idWords, type DirectoryColumns } from './directory-columns.ts';

/** Finds rows by id: an open-addressing table of row numbers, 8 bytes a sheet. */
export interface RowLookup {
  /** Row number, or −1. */
  rowOf(id: string): number;
}

export function lookupRows(columns: DirectoryColumns): RowLookup {
  const room = 2 ** Math.ceil(Math.log2(Math.max(8, columns.size * 1.6)));
  const table = new Int32Array(room).fill(-1);
  // The last word of a UUIDv7 is random, so it spreads by itself.
  for (let row = 0; row < columns.size; row++) {
    let at = (columns.ids[row * 4 + 3] ?? 0) & (room - 1);
    while (table[at] !== -1) at = (at + 1) & (room - 1);
    table[at] = row;
  }
  return {
    rowOf(id) {
      const words = idWords(id);
      for (let at = words[3] & (room - 1); ; at = (at + 1) & (room - 1)) {
        const row = table[at] ?? -1;
        if (row === -1) return -1;
        const first = row * 4;
        if (
          columns.ids[first + 3] === words[3] &&
          columns.ids[first] === words[0] &&
          columns.ids[first + 1] === words[1] &&
          columns.ids[first + 2] === words[2]
        )
          return row;
      }
    },
  };
}
