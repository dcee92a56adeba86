import { formatNumber } from '#platform/french/index.ts';

/** Units written after the number, in the same breath; words belong to the label. */
const shortUnit = 4;

/** « 1 410 », « 18 % », « 3,2 M€ »: the number with its unit when it is short. */
export function figureValue({ value, unit }: { value: number; unit: string }): string {
  const number = formatNumber(value);
  if (unit === '' || unit.length > shortUnit) return number;
  return `${number}${unit === '%' ? '\u202f' : '\u00a0'}${unit}`;
}

/** The number with its unit, whatever its length: « 1 410 emplois ». */
export function figureInFull({ value, unit }: { value: number; unit: string }): string {
  return unit.length > shortUnit ? `${formatNumber(value)} ${unit}` : figureValue({ value, unit });
}
