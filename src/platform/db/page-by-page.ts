/**
 * Rows of a long list, one page in memory at a time. `read` gives the rows whose key comes after the one given (from
 * the first when null), in the order of the key, `size` at most; a page that is not full is the last.
 */
export async function* pageByPage<Row>(
  size: number,
  read: (after: string | null, size: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let after: string | null = null;
  for (;;) {
    const rows: readonly Row[] = await read(after, size);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = keyOf(last);
  }
}
