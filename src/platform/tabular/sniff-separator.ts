export type Separator = ',' | ';' | '\t' | '|';

const candidates: readonly Separator[] = [';', ',', '\t', '|'];
const sampleLength = 64_000;
const sampleRecords = 60;

/** Number of cells of each of the first records, quoted newlines and separators respected. */
function cellCounts(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let cellStart = true;
  for (let index = 0; index < text.length && counts.length < sampleRecords; index += 1) {
    const character = text[index];
    if (character === '"') {
      if (quoted && text[index + 1] === '"') index += 1;
      else if (quoted) quoted = false;
      else if (cellStart) quoted = true;
      cellStart = false;
    } else if (!quoted && character === separator) {
      cells += 1;
      cellStart = true;
    } else if (!quoted && character === '\n') {
      counts.push(cells);
      cells = 1;
      cellStart = true;
    } else if (character !== '\r' && character !== ' ') cellStart = false;
  }
  if (counts.length === 0 || (cells > 1 && text.length < sampleLength)) counts.push(cells);
  return counts;
}

/** How regular the table looks: records of the commonest width, weighed by that width. */
function regularity(counts: readonly number[]): number {
  const byWidth = new Map<number, number>();
  for (const count of counts) if (count > 1) byWidth.set(count, (byWidth.get(count) ?? 0) + 1);
  let best = 0;
  for (const [width, times] of byWidth) best = Math.max(best, (times / counts.length) ** 2 * Math.log2(1 + width));
  return best;
}

/** The separator under which the beginning of the text is most like a table; a comma when nothing separates. */
export function sniffSeparator(text: string): { separator: Separator; skip: number } {
  const declared = /^"?sep=([,;|\t])"?\r?\n/i.exec(text);
  if (declared) return { separator: declared[1] as Separator, skip: declared[0].length };
  const sample = text.slice(0, sampleLength);
  let best: Separator = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = regularity(cellCounts(sample, candidate));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return { separator: best, skip: 0 };
}
