import type { Bracket } from './dues.ts';

/** An amount in euros, in cents; null when it is none. */
function cents(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(bare)) return null;
  const [euros = '0', decimals = ''] = bare.split('.');
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
}

/** « 10 000 : 20 » a line, the last one « au-delà : 120 ». Null when a line is not clear. */
export function bracketsTyped(text: string): Bracket[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const brackets: Bracket[] = [];
  for (const line of lines) {
    const [upTo = '', price = ''] = line.split(/[:=;]/);
    const amount = cents(price);
    const isLast = /au[ -]?del|plus|sinon|^\*|^\+/i.test(upTo);
    const count = Number(upTo.replaceAll(/[^\d]/g, ''));
    if (amount === null || (!isLast && (count === 0 || !Number.isSafeInteger(count) || count > 2_000_000_000)))
      return null;
    brackets.push({ upTo: isLast ? null : count, amount });
  }
  return brackets;
}

/** The same, as it is typed. */
export const bracketsWritten = (brackets: readonly Bracket[]): string =>
  brackets
    .map(({ upTo, amount }) => `${upTo === null ? 'au-delà' : upTo} : ${String(amount / 100).replace('.', ',')}`)
    .join('\n');
