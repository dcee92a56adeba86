import { hexOf } from './colours.ts';
import { faceOf, type FontName } from './font-files.ts';
import type { FittedOptions, HeadingOptions, TextOptions, TextRun } from './pdf-document.ts';
import { content, need, roomOf, shown, tagged, type Sheet } from './sheet.ts';

export const textSize = 10.5;
const headings = {
  1: { size: 21, before: 0, after: 9 },
  2: { size: 14, before: 9, after: 5 },
  3: { size: 11.5, before: 6, after: 3 },
};

/** A title of one of three ranks, never left alone at the foot of a page. */
export function drawHeading(sheet: Sheet, text: string, options: HeadingOptions): void {
  const { level = 2, align = 'left', colour = level === 1 ? 'brand' : 'ink' } = options;
  const { size, before, after } = { ...headings[level], ...(options.size ? { size: options.size } : {}) };
  const words = shown(text, 'display');
  sheet.pdf.font('display').fontSize(size);
  need(sheet, before + sheet.pdf.heightOfString(words, { width: sheet.width }) + 42);
  if (sheet.pdf.y > sheet.pdf.page.margins.top + 1) sheet.pdf.y += before;
  content(sheet, `H${level}`, {}, () =>
    write(sheet, words, { face: 'display', size, align, colour: hexOf(colour, sheet.brand), gap: -size * 0.06 }),
  );
  sheet.pdf.y += options.after ?? after;
}

/** A title as large as its box allows; at the smallest size its end is cut by « … ». */
export function drawFitted(sheet: Sheet, text: string, options: FittedOptions): void {
  const { height, largest, smallest, level = 1, align = 'left', colour = 'ink' } = options;
  const words = shown(text, 'display');
  const { pdf, width } = sheet;
  const top = pdf.y;
  let size = largest;
  pdf.font('display');
  const fits = (): boolean => {
    pdf.fontSize(size);
    const longest = Math.max(...words.split(/[ \n]/).map((word) => pdf.widthOfString(word)));
    return longest <= width && pdf.heightOfString(words, { width, lineGap: -size * 0.12 }) <= height;
  };
  while (size > smallest && !fits()) size = Math.max(smallest, size - Math.max(1, size * 0.04));
  content(sheet, `H${level}`, {}, () =>
    write(sheet, words, {
      face: 'display',
      size,
      align,
      colour: hexOf(colour, sheet.brand),
      gap: -size * 0.12,
      maxHeight: height,
    }),
  );
  pdf.y = Math.min(pdf.y + size * 0.12, top + height);
}

/** Plain text, or runs of which some are bold, italic or lead somewhere. */
export function drawParagraph(sheet: Sheet, text: string | readonly TextRun[], options: TextOptions): void {
  const { size = textSize, align = 'left', colour = 'ink', after = size * 0.6, maxHeight } = options;
  const runs = typeof text === 'string' ? [{ text }] : text;
  const colourHex = hexOf(colour, sheet.brand);
  const pieces = runs
    .map((run) => {
      const face = faceOf({ bold: run.bold ?? options.bold, italic: run.italic ?? options.italic });
      return { face, words: shown(run.text, face), href: run.href };
    })
    .filter(({ words }) => words !== '');
  if (pieces.length === 0) return;
  need(sheet, Math.min(size * 2.6, maxHeight ?? Number.POSITIVE_INFINITY));
  const common = { size, align, colour: colourHex, maxHeight };
  const [only] = pieces;
  if (only && pieces.length === 1 && !only.href)
    content(sheet, 'P', {}, () => write(sheet, only.words, { ...common, face: only.face }));
  else
    tagged(sheet, 'P', {}, () => {
      pieces.forEach(({ face, words, href }, at) => {
        const isContinued = at < pieces.length - 1;
        content(sheet, href ? 'Link' : 'Span', href ? { alt: words } : {}, () =>
          write(sheet, words, { ...common, face, isContinued, isNext: at > 0, href }),
        );
      });
    });
  sheet.pdf.y += after;
}

interface Writing {
  face: FontName;
  size: number;
  align: 'left' | 'center' | 'right';
  colour: string;
  gap?: number;
  maxHeight?: number | undefined;
  isContinued?: boolean;
  isNext?: boolean;
  href?: string | undefined;
}

/** Lines of text in what is being filled; cut by « … » where it may not flow. */
export function write(sheet: Sheet, words: string, writing: Writing): void {
  const { pdf } = sheet;
  const { face, size, align, colour, isContinued = false, isNext = false, href } = writing;
  const gap = writing.gap ?? size * 0.18;
  const limit = sheet.flows
    ? writing.maxHeight
    : Math.min(writing.maxHeight ?? Number.POSITIVE_INFINITY, roomOf(sheet));
  pdf.font(face).fontSize(size).fillColor(colour);
  if (limit !== undefined && limit < pdf.currentLineHeight(true) * 0.9) return;
  const isAlone = !isContinued && !isNext;
  const common = {
    width: sheet.width,
    align,
    lineGap: gap,
    continued: isContinued,
    // A text cut here fits; only pieces of a paragraph are cut by the writer.
    ...(limit === undefined ? {} : isAlone ? { height: limit + size } : { height: limit, ellipsis: true }),
    ...(href ? { link: href, underline: true } : { link: null, underline: false }),
  };
  const kept = limit !== undefined && isAlone ? cut(sheet, words, { limit, gap }) : words;
  if (isNext) pdf.text(kept, common);
  else pdf.text(kept, sheet.left, pdf.y, common);
  pdf.x = sheet.left;
}

/** The beginning of a text that stands in a height, then « … »: the writer's own way forgets it between two lines. */
function cut({ pdf, width }: Sheet, words: string, { limit, gap }: { limit: number; gap: number }): string {
  const most = limit + Math.max(gap, 0) + 0.1;
  const fits = (text: string): boolean => pdf.heightOfString(text, { width, lineGap: gap }) <= most;
  if (fits(words)) return words;
  // Between words; in the middle of one that is too long by itself.
  return shortened(words.split(/(?<=[ \n])/), fits) ?? shortened([...words], fits) ?? '…';
}

function shortened(parts: readonly string[], fits: (text: string) => boolean): string | null {
  const ended = (count: number): string =>
    `${parts
      .slice(0, count)
      .join('')
      .trimEnd()
      .replace(/[,;:]$/, '')}…`;
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(ended(middle))) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : ended(low);
}
