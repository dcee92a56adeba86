/** Numbers that look random and are the same at each run (mulberry32). */
export interface Seeded {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** From 0 to `below`, excluded. */
  whole(below: number): number;
  one<Value>(list: readonly Value[]): Value;
  chance(share: number): boolean;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return { next, whole, one: (list) => list[whole(list.length)] as never, chance: (share) => next() < share };
}
