/** One measure beside its bar. */
export interface Measure {
  name: string;
  /** In the unit of the bar; null when it could not be measured, `notes` says why. */
  value: number | null;
  bar: number;
  unit: string;
  /** Whether more is better (pages a second) or less (milliseconds, bytes). */
  better: 'more' | 'less';
  /** Short lines shown under the table: where the time goes. */
  notes: readonly string[];
  /** Looks where the application spends its time; run once everything is measured, since looking takes memory and time. */
  look?: () => Promise<readonly string[]>;
}

/** How far the measure is on the good side of its bar: 1 is just enough. */
export function ratioOf({ value, bar, better }: Measure): number | null {
  if (value === null || value === 0) return null;
  return better === 'more' ? value / bar : bar / value;
}

/** The measures as an aligned table, then the notes of each. */
export function describeMeasures(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const ratio = ratioOf(measure);
    return [
      measure.name,
      measure.value === null ? 'non mesuré' : written(measure.value, measure.unit),
      `${measure.better === 'more' ? '≥' : '≤'} ${written(measure.bar, measure.unit)}`,
      ratio === null ? '–' : `× ${ratio.toFixed(2)}${ratio < 1 ? ' ✗' : ''}`,
    ];
  });
  const notes = measures
    .filter(({ notes }) => notes.length > 0)
    .map(({ name, notes }) => [`\n${name}`, ...notes.map((note) => `  ${note}`)].join('\n'));
  return `${aligned(['mesure', 'trouvé', 'barre', 'rapport'], rows)}\n${notes.join('\n')}\n`;
}

/** Columns as wide as their widest cell, the first to the left and the others to the right. */
export function aligned(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(heads), widths.map((width) => '─'.repeat(width)).join('──'), ...rows.map(line)].join('\n');
}

function written(value: number, unit: string): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: digits })} ${unit}`;
}

/** The value below which this share of the list lies (0.95 for the 95th percentile). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
