/** A number as French people type it: « 1 410 », « 12,5 », « 12.5 », « −3 », « 18 % ». Null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[%€]$/, '')
    .replace('−', '-')
    .replace(',', '.');
  if (!/^[-+]?\d{1,15}(?:\.\d{1,6})?$/.test(plain)) return null;
  const value = Number(plain);
  return value === 0 ? 0 : value;
}
