/** How a sheet shows a number: as a plain number, as a date, or padded with zeros (postcodes). */
export type NumberStyle =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'padded'; readonly length: number };

const plain: NumberStyle = { kind: 'number' };
const builtInDates = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Style of an ECMA-376 number format (§18.8.30), from its id and its code when it is not built in. */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return builtInDates(id) ? { kind: 'date' } : plain;
  if (/^0{2,}$/.test(code)) return { kind: 'padded', length: code.length };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  return /[ymdhs]/i.test(bare) && !/^general$/i.test(bare) ? { kind: 'date' } : plain;
}

const dayMilliseconds = 86_400_000;
const twoDigits = (number: number) => String(number).padStart(2, '0');

/** A serial day number as ISO text: a date, a date and time, or a time alone below one day. */
export function dateFromSerial(serial: number, from1904: boolean): string | undefined {
  if (serial < 0 || serial > 2_958_466) return undefined;
  const minutes = Math.round((serial % 1) * 1_440);
  const time = `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`;
  if (serial < 1) return time;
  // Both epochs counted from 1970; day 60 of the 1900 system is a 29 February that never was.
  const epochDays = Math.floor(serial) - (from1904 ? 24_107 : 25_569) + (!from1904 && serial < 60 ? 1 : 0);
  const date = new Date(epochDays * dayMilliseconds).toISOString().slice(0, 10);
  return minutes === 0 ? date : `${date}T${time}`;
}

export function shownNumber(value: number, style: NumberStyle, from1904: boolean): string | number {
  if (style.kind === 'date') return dateFromSerial(value, from1904) ?? value;
  if (style.kind === 'padded' && Number.isInteger(value) && value >= 0)
    return String(value).padStart(style.length, '0');
  return value;
}
