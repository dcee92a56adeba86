/** A member on a day, as figures count her. */
export interface Counted {
  /** The person or the structure. */
  readonly memberId: string;
  readonly college: string;
  readonly municipality: string;
  readonly who: string;
}

export type Facet = 'college' | 'municipality' | 'who';

/** How many members each value has, the largest first; every member is in one line, the sum is the whole. */
export function countsBy(rows: readonly Counted[], facet: Facet): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row[facet], (counts.get(row[facet]) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || one.value.localeCompare(other.value, 'fr'));
}

/** Who stayed, came and left between two days. */
export function movements<Row extends Counted>(
  before: readonly Row[],
  now: readonly Row[],
): { stayed: Row[]; came: Row[]; left: Row[]; rate: number | null } {
  const wasThere = new Set(before.map(({ memberId }) => memberId));
  const isThere = new Set(now.map(({ memberId }) => memberId));
  const stayed = now.filter(({ memberId }) => wasThere.has(memberId));
  return {
    stayed,
    came: now.filter(({ memberId }) => !wasThere.has(memberId)),
    left: before.filter(({ memberId }) => !isThere.has(memberId)),
    rate: before.length === 0 ? null : stayed.length / before.length,
  };
}
