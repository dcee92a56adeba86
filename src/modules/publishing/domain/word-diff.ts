/** A run of words that both texts have, or that only one has. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// Two texts with more words than this apart are shown one after the other: nobody reads such a patchwork.
const mostChanges = 1_500;

/** What changed from one text to another, word by word (Myers 1986). The parts joined without the added give `before`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [from, to] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const middle = edits(from, to) ?? [
    { kind: 'removed' as const, text: from.join('') },
    { kind: 'added' as const, text: to.join('') },
  ];
  return joined([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ]);
}

/** Words and what stands between them, each a step of the comparison. */
function wordsOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function edits(a: readonly string[], b: readonly string[]): DiffPart[] | null {
  const reached: Int32Array[] = [];
  const width = 2 * Math.min(mostChanges, a.length + b.length) + 3;
  const middle = (width - 1) / 2;
  let furthest = new Int32Array(width);
  for (let changes = 0; changes <= mostChanges && changes <= a.length + b.length; changes += 1) {
    reached.push(furthest.slice());
    for (let k = -changes; k <= changes; k += 2) {
      const down = k === -changes || (k !== changes && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
      let x = down ? at(furthest, middle + k + 1) : at(furthest, middle + k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return walkedBack(reached, a, b, middle);
    }
  }
  return null;
}

function walkedBack(
  reached: readonly Int32Array[],
  a: readonly string[],
  b: readonly string[],
  middle: number,
): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [a.length, b.length];
  for (let changes = reached.length - 1; changes >= 0; changes -= 1) {
    const furthest = reached[changes];
    if (!furthest) break;
    const k = x - y;
    const down = k === -changes || (k !== changes && at(furthest, middle + k - 1) < at(furthest, middle + k + 1));
    const beforeK = down ? k + 1 : k - 1;
    const beforeX = changes === 0 ? 0 : at(furthest, middle + beforeK);
    const beforeY = changes === 0 ? 0 : beforeX - beforeK;
    while (x > beforeX && y > beforeY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) {
      parts.push({ kind: 'same', text: a[x - 1] ?? '' });
      x -= 1;
      y -= 1;
    }
    if (changes === 0) break;
    if (down) parts.push({ kind: 'added', text: b[y - 1] ?? '' });
    else parts.push({ kind: 'removed', text: a[x - 1] ?? '' });
    [x, y] = [beforeX, beforeY];
  }
  return parts.toReversed();
}

const at = (list: Int32Array, index: number): number => list[index] ?? 0;

/** Runs as people read them: what went, then what came; a space alone between two changes belongs to both. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed) runs.push({ kind: 'removed', text: removed });
    if (added) runs.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const isBridge = part.text.trim() === '' && (removed || added) && next !== undefined && next.kind !== 'same';
    if (part.kind === 'removed') removed += part.text;
    else if (part.kind === 'added') added += part.text;
    else if (isBridge) [removed, added] = [removed + part.text, added + part.text];
    else if (part.text !== '') {
      close();
      const last = runs.at(-1);
      if (last?.kind === 'same') runs[runs.length - 1] = { kind: 'same', text: last.text + part.text };
      else runs.push(part);
    }
  });
  close();
  return runs;
}
