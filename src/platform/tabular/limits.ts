/** How much a file may hold. Sizes in bytes, lengths in characters. */
export type TableLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellLength: number;
  readonly depth: number;
  /** Values in a JSON document or cells in a workbook: what decides memory. */
  readonly values: number;
  readonly archiveEntries: number;
  readonly unpackedBytes: number;
  readonly unpackedRatio: number;
};

export const defaultTableLimits: TableLimits = {
  bytes: 50 * 1_048_576,
  rows: 100_000,
  columns: 400,
  cellLength: 20_000,
  depth: 40,
  values: 3_000_000,
  archiveEntries: 2_000,
  unpackedBytes: 100 * 1_048_576,
  unpackedRatio: 100,
};
