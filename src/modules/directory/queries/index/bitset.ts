/** A set of row numbers, one bit each. */
export type Bitset = Uint32Array;

export function emptyBitset(size: number): Bitset {
  return new Uint32Array((size + 31) >>> 5);
}

export function fullBitset(size: number): Bitset {
  const all = emptyBitset(size).fill(0xffff_ffff);
  if (size & 31) all[all.length - 1] = (1 << (size & 31)) - 1;
  return all;
}

export function addTo(set: Bitset, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function isIn(set: Bitset, row: number): boolean {
  return ((set[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

/** Keeps in the first set what is in the second too. */
export function intersect(kept: Bitset, other: Bitset): void {
  for (let at = 0; at < kept.length; at++) kept[at] = (kept[at] ?? 0) & (other[at] ?? 0);
}

/** Adds the second set to the first. */
export function unite(grown: Bitset, other: Bitset): void {
  for (let at = 0; at < grown.length; at++) grown[at] = (grown[at] ?? 0) | (other[at] ?? 0);
}

export function sizeOf(set: Bitset): number {
  let size = 0;
  for (const word of set) size += bitsOf(word);
  return size;
}

/** How many rows both sets hold. */
export function sizeOfBoth(one: Bitset, other: Bitset): number {
  let size = 0;
  for (let at = 0; at < one.length; at++) size += bitsOf((one[at] ?? 0) & (other[at] ?? 0));
  return size;
}

/** The rows from the `skip`th, in order, at most `take`. */
export function rowsOf(set: Bitset, skip = 0, take = Number.POSITIVE_INFINITY): number[] {
  const rows: number[] = [];
  let passed = 0;
  for (let at = 0; at < set.length && rows.length < take; at++) {
    let word = set[at] ?? 0;
    const held = bitsOf(word);
    if (passed + held <= skip) {
      passed += held;
      continue;
    }
    for (; word !== 0 && rows.length < take; word &= word - 1) {
      if (passed++ >= skip) rows.push((at << 5) + 31 - Math.clz32(word & -word));
    }
  }
  return rows;
}

// Hamming weight of 32 bits, without a table (Hacker's Delight, 5-2).
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
