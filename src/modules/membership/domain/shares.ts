/**
 * What each of several dues got of a sum received for all of them, in cents, in their order: the first ones are filled
 * first, and what is beyond the total belongs to none. The shares add up to what was received, or to the total.
 */
export function sharesOf(received: number, dues: readonly number[]): number[] {
  let left = Math.max(0, received);
  return dues.map((owed) => {
    const share = Math.min(owed, left);
    left -= share;
    return share;
  });
}
