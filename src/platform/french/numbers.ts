import { narrowNoBreakSpace, noBreakSpace } from './spaces.ts';

const maxDecimals = 6;
const upTo = formatters((decimals) => ({ maximumFractionDigits: decimals }));
const exactly = formatters((decimals) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals }));

/** « 12 345,6 »: groups of three, comma, a true minus sign; at most `decimals` (default 2, up to 6). */
export function formatNumber(value: number | bigint, options: { decimals?: number } = {}): string {
  return write(value, upTo, options.decimals ?? 2);
}

/** « 12,5 % » from a ratio (0.125); no decimal unless asked for. */
export function formatPercent(ratio: number, options: { decimals?: number } = {}): string {
  return `${write(ratio * 100, upTo, options.decimals ?? 0)}${narrowNoBreakSpace}%`;
}

/**
 * « 1 234,50 € » from integer cents. Round amounts are short (« 12 € ») unless `cents: 'always'`, for columns
 * and documents.
 * @throws RangeError when the amount is not a safe integer
 */
export function formatMoney(amount: number, options: { cents?: 'auto' | 'always' } = {}): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in cents: ${amount}`);
  const decimals = options.cents === 'always' || amount % 100 !== 0 ? 2 : 0;
  return `${write(amount / 100, exactly, decimals)}${noBreakSpace}€`;
}

/** « 850 m », « 3,4 km », « 24 km »: precise near, rounded far. */
export function formatKilometres(kilometres: number): string {
  const metres = Math.round(kilometres * 100) * 10;
  if (metres < 1000) return `${metres}${noBreakSpace}m`;
  return `${formatNumber(kilometres, { decimals: kilometres < 9.95 ? 1 : 0 })}${noBreakSpace}km`;
}

/** « 812 octets », « 1,2 Mo » (powers of ten, as disks and browsers count). */
export function formatBytes(bytes: number): string {
  if (bytes < 2) return `${bytes}${noBreakSpace}octet`;
  if (bytes < 1000) return `${bytes}${noBreakSpace}octets`;
  const units = ['ko', 'Mo', 'Go', 'To', 'Po'];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatNumber(size, { decimals: size < 9.95 ? 1 : 0 })}${noBreakSpace}${units[unit]}`;
}

function write(value: number | bigint, formats: Intl.NumberFormat[], decimals: number): string {
  const format = formats[decimals];
  if (!format) throw new RangeError(`between 0 and ${maxDecimals} decimals, not ${decimals}`);
  return format
    .format(value)
    .replace('-', '−')
    .replace(/^−(0(,0+)?)$/, '$1');
}

function formatters(options: (decimals: number) => Intl.NumberFormatOptions): Intl.NumberFormat[] {
  return Array.from({ length: maxDecimals + 1 }, (_, decimals) => new Intl.NumberFormat('fr-FR', options(decimals)));
}
