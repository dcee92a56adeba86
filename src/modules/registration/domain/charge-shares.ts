/** What a charge of a booking holds, in cents. */
export interface HeldMoney {
  readonly received: number;
  readonly returned: number;
  /** Still asked. */
  readonly left: number;
}

/** What a charge may answer for: what it holds, and what it still asks. */
export const coveredBy = ({ received, returned, left }: HeldMoney): number => received - returned + left;

/**
 * What each charge should ask for a booking to cost this much, oldest first: never more than it may answer for, so that
 * what it holds beyond shows as owed back. What no charge answers for is to be asked anew.
 */
export function sharesOf(total: number, charges: readonly HeldMoney[]): { shares: number[]; missing: number } {
  let missing = total;
  const shares = charges.map((charge) => {
    const share = Math.min(missing, coveredBy(charge));
    missing -= share;
    return share;
  });
  return { shares, missing };
}
