import { formatMoney } from '#platform/french/index.ts';
import type { CoursePrice } from './course.ts';

/** « Adhérent·e : 40 € · Autres : 120 € », cut where the agenda has no more room. */
export function pricesInWords(prices: readonly CoursePrice[], limit = 255): string {
  const told = prices.map(({ label, cents }) => `${label}\u00a0: ${cents === 0 ? 'gratuit' : formatMoney(cents)}`);
  let words = '';
  for (const price of told) {
    const longer = words === '' ? price : `${words} · ${price}`;
    if (longer.length > limit) break;
    words = longer;
  }
  return words;
}

/** Whether nobody pays anything. */
export function isFreeFor(prices: readonly CoursePrice[], financing: readonly string[]): boolean {
  return prices.length > 0 ? prices.every(({ cents }) => cents === 0) : financing.includes('free');
}
