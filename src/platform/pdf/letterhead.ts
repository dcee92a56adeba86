import { ink, line, muted } from './colours.ts';
import { inBox } from './boxes.ts';
import type { PaperIdentity } from './pdf-document.ts';
import { drawImage } from './pictures.ts';
import { artifact, content, shown, type Sheet } from './sheet.ts';
import { write } from './texts.ts';

/** Head of the first page: the hub's band, its name or logo, how to reach it. */
export function drawLetterhead(sheet: Sheet, { name, lines, logo }: PaperIdentity): void {
  const { pdf, left, width } = sheet;
  const top = pdf.y;
  artifact(sheet, () => pdf.rect(0, 0, pdf.page.width, 7).fill(sheet.brand));
  const half = width * 0.52;
  let bottom = top;
  inBox(sheet, { x: left, y: top, width: half, height: 200 }, 0, () => {
    if (logo) drawImage(sheet, logo, { alternative: '', width: half, height: 40, after: 4 });
    content(sheet, 'P', {}, () =>
      write(sheet, shown(name, 'display'), { face: 'display', size: 14, align: 'left', colour: sheet.brand, gap: -1 }),
    );
    bottom = Math.max(bottom, pdf.y);
  });
  inBox(sheet, { x: left + half + 16, y: top + 3, width: width - half - 16, height: 200 }, 0, () => {
    for (const text of lines)
      content(sheet, 'P', {}, () =>
        write(sheet, shown(text, 'text-regular'), {
          face: 'text-regular',
          size: 8.5,
          align: 'right',
          colour: muted,
          gap: 1,
        }),
      );
    bottom = Math.max(bottom, pdf.y);
  });
  pdf.x = left;
  pdf.y = bottom + 22;
}

/** Foot of every page: whose paper it is, and « 2/5 ». */
export function drawFooters(sheet: Sheet, { name, origin }: PaperIdentity): void {
  const { pdf } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  const label = shown(`${name} · ${origin.replace(/^https?:\/\//, '')}`, 'text-regular');
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(start + at);
    const y = pdf.page.height - 34;
    // Under the margin the writer would turn the page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    artifact(
      sheet,
      () => {
        const { left, width } = sheet;
        pdf
          .lineWidth(0.6)
          .strokeColor(line)
          .moveTo(left, y - 7)
          .lineTo(left + width, y - 7)
          .stroke();
        pdf.font('text-regular').fontSize(8).fillColor(ink);
        pdf.text(label, left, y, { width: width - 50, height: 10, ellipsis: true });
        pdf.text(`${at + 1}/${count}`, left, y, { width, align: 'right' });
      },
      'Pagination',
    );
    pdf.page.margins.bottom = bottom;
  }
}
