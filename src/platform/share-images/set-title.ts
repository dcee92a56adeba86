import type { TitleFont } from './title-font.ts';

/** A title broken in lines at the size that fills its box. */
export interface SetTitle {
  lines: string[];
  size: number;
}

export interface TitleBox {
  width: number;
  height: number;
  largest: number;
  smallest: number;
}

/** Height of a line, in font sizes. */
export const leading = 1.08;

/** Breaks a title between words, as large as its box allows; at the smallest size, the last line ends by « … ». */
export function setTitle(title: string, box: TitleBox, widthOf: TitleFont['widthOf']): SetTitle {
  for (let size = box.largest; size >= box.smallest; size -= 4) {
    const lines = brokenAt(title, box.width / size, widthOf);
    const isWide = lines.some((line) => widthOf(line) * size > box.width);
    if (!isWide && lines.length * size * leading <= box.height) return { lines, size };
  }
  const size = box.smallest;
  const room = Math.max(1, Math.floor(box.height / (size * leading)));
  const lines = brokenAt(title, box.width / size, widthOf);
  const kept = lines.slice(0, room).map((line) => cutTo(line, box.width / size, widthOf, false));
  if (lines.length > room) kept[room - 1] = cutTo(kept[room - 1] ?? '', box.width / size, widthOf, true);
  return { lines: kept, size };
}

function brokenAt(title: string, width: number, widthOf: TitleFont['widthOf']): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    // A sign of punctuation set apart never starts a line.
    const sticks = /^[;:!?»]/.test(word);
    if (last !== undefined && (sticks || widthOf(longer) <= width)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cutTo(line: string, width: number, widthOf: TitleFont['widthOf'], isEnded: boolean): string {
  if (!isEnded && widthOf(line) <= width) return line;
  let kept = line;
  while (kept !== '' && widthOf(`${kept}…`) > width)
    kept = kept.includes(' ') ? kept.slice(0, kept.lastIndexOf(' ')) : kept.slice(0, -1);
  return `${kept}…`;
}
