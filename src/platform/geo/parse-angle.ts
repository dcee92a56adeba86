const sexagesimal =
  /^([+-]?\d{1,3})\s*[°ºd]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′m]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″s]|''|’’))?\s*([NSEWO])?$/i;
const decimal = /^([+-]?\d{1,9}(?:[.,]\d+)?(?:e[+-]?\d{1,3})?)\s*°?\s*([NSEWO])?$/i;

const signOf = (hemisphere: string | undefined) => (/^[swo]$/i.test(hemisphere ?? '') ? -1 : 1);
const toNumber = (text: string | undefined) => Number((text ?? '0').replace(',', '.'));

/** A number of degrees or metres: decimal point or comma, scientific notation, or degrees, minutes and seconds. */
export function parseAngle(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value
    .trim()
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^[−–]/, '-');
  const unfinished = /^([+-]?\d{1,3}\.\d{3,}),\d{0,3}$/.exec(text)?.[1];
  const spaced = /^[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(text) ? text.replaceAll(' ', '') : text;
  // « 41.93414,8 »: a comma typed after a number that was whole.
  const plain = decimal.exec(unfinished ?? spaced);
  if (plain) return toNumber(plain[1]) * signOf(plain[2]);
  const [, degrees, minutes, seconds, hemisphere] = sexagesimal.exec(text) ?? [];
  if (degrees === undefined) return undefined;
  const size = Math.abs(Number(degrees)) + toNumber(minutes) / 60 + toNumber(seconds) / 3600;
  return (degrees.startsWith('-') ? -size : size) * signOf(hemisphere);
}
