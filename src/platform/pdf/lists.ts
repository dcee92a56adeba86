import { hexOf, ink } from './colours.ts';
import { faceOf } from './font-files.ts';
import type { PdfDocument, TextOptions } from './pdf-document.ts';
import { artifact, content, need, roomOf, shown, tagged, type Sheet } from './sheet.ts';
import { textSize, write } from './texts.ts';

/** A list, with dots or numbers. */
export function drawList(
  sheet: Sheet,
  items: readonly string[],
  {
    numbered = false,
    size = textSize,
    colour = 'ink',
    after = size * 0.6,
    ...rest
  }: TextOptions & { numbered?: boolean },
): void {
  const face = faceOf(rest);
  const look = { face, size, align: 'left', colour: hexOf(colour, sheet.brand) } as const;
  const indent = numbered ? size * 1.9 : size * 1.25;
  tagged(sheet, 'L', {}, () => {
    items.forEach((item, at) => {
      need(sheet, size * 1.5);
      tagged(sheet, 'LI', {}, () => {
        content(sheet, 'Lbl', {}, () => beside(sheet, () => write(sheet, numbered ? `${at + 1}.` : '•', look)));
        within(sheet, indent, () => content(sheet, 'LBody', {}, () => write(sheet, shown(item, face), look)));
      });
      sheet.pdf.y += size * 0.15;
    });
  });
  sheet.pdf.y += after;
}

/** Labels in bold, values beside them. */
export function drawFacts(
  sheet: Sheet,
  entries: Parameters<PdfDocument['facts']>[0],
  { size = textSize, after = size * 0.8 }: { size?: number; after?: number },
): void {
  const kept = entries.filter(({ value }) => value !== '');
  if (kept.length === 0) return;
  const { pdf } = sheet;
  pdf.font('text-bold').fontSize(size);
  const widest = Math.max(...kept.map(({ label }) => pdf.widthOfString(shown(label, 'text-bold'))));
  const indent = Math.min(widest + size * 1.2, sheet.width * 0.4);
  const look = { size, align: 'left', colour: ink } as const;
  tagged(sheet, 'L', {}, () => {
    for (const { label, value } of kept) {
      need(sheet, size * 1.6);
      const top = pdf.y;
      let labelEnd = top;
      tagged(sheet, 'LI', {}, () => {
        content(sheet, 'Lbl', {}, () =>
          beside(sheet, () => {
            narrowed(sheet, indent - size * 0.6, () =>
              write(sheet, shown(label, 'text-bold'), { ...look, face: 'text-bold' }),
            );
            labelEnd = pdf.y;
          }),
        );
        const page = pdf.page;
        within(sheet, indent, () =>
          content(sheet, 'LBody', {}, () =>
            write(sheet, shown(value, 'text-regular'), { ...look, face: 'text-regular' }),
          ),
        );
        if (pdf.page === page) pdf.y = Math.max(pdf.y, labelEnd);
      });
      pdf.y += size * 0.25;
    }
  });
  pdf.y += after;
}

/** A square to tick by hand, and its words. */
export function drawTickBox(
  sheet: Sheet,
  text: string,
  { size = textSize, after = size * 0.4, isTicked = false, ...rest }: TextOptions & { isTicked?: boolean },
): void {
  const { pdf } = sheet;
  need(sheet, Math.min(size * 1.6, roomOf(sheet)));
  const face = faceOf(rest);
  const [x, y, side] = [sheet.left, pdf.y + size * 0.12, size * 0.9];
  artifact(sheet, () => {
    pdf.lineWidth(0.9).strokeColor(ink).rect(x, y, side, side).stroke();
    if (isTicked)
      pdf
        .lineWidth(1.4)
        .moveTo(x + side * 0.2, y + side * 0.5)
        .lineTo(x + side * 0.42, y + side * 0.75)
        .lineTo(x + side * 0.82, y + side * 0.22)
        .stroke();
  });
  const words = `${isTicked ? 'Coché : ' : ''}${text}`;
  const top = pdf.y;
  if (text !== '')
    within(sheet, size * 1.6, () =>
      content(sheet, 'P', isTicked ? { alt: words } : {}, () =>
        write(sheet, shown(text, face), {
          face,
          size,
          align: rest.align ?? 'left',
          colour: hexOf(rest.colour ?? 'ink', sheet.brand),
        }),
      ),
    );
  // A box alone is as high as a line.
  pdf.y = Math.max(pdf.y, top + size * 1.45);
  pdf.y += after;
}

/** Draws, then comes back up to where it began. */
function beside(sheet: Sheet, draw: () => void): void {
  const { y } = sheet.pdf;
  draw();
  sheet.pdf.y = y;
}

function within(sheet: Sheet, indent: number, draw: () => void): void {
  const { left, width } = sheet;
  sheet.left = left + indent;
  sheet.width = width - indent;
  draw();
  sheet.left = left;
  sheet.width = width;
}

function narrowed(sheet: Sheet, width: number, draw: () => void): void {
  const before = sheet.width;
  sheet.width = width;
  draw();
  sheet.width = before;
}
