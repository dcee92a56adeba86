import { line, muted, soft } from './colours.ts';
import type { Box, FrameOptions, PdfDocument } from './pdf-document.ts';
import { artifact, content, need, shown, tagged, type Sheet } from './sheet.ts';
import { write } from './texts.ts';

/** Boxes to sign in, side by side, three at most on a line. */
export function drawSignatures(
  sheet: Sheet,
  boxes: Parameters<PdfDocument['signatures']>[0],
  { height = 92 }: { height?: number },
): void {
  const { pdf } = sheet;
  const across = Math.min(3, Math.max(1, boxes.length));
  const space = 12;
  const width = (sheet.width - space * (across - 1)) / across;
  for (let first = 0; first < boxes.length; first += across) {
    need(sheet, height + space);
    const top = pdf.y;
    boxes.slice(first, first + across).forEach(({ label, lines = [] }, at) => {
      const box = { x: sheet.left + at * (width + space), y: top, width, height };
      artifact(sheet, () => pdf.lineWidth(0.8).strokeColor(line).roundedRect(box.x, box.y, width, height, 4).stroke());
      inBox(sheet, box, 8, () =>
        tagged(sheet, 'Sect', {}, () => {
          const look = { size: 9, align: 'left' } as const;
          content(sheet, 'P', {}, () =>
            write(sheet, shown(label, 'text-bold'), { ...look, face: 'text-bold', colour: '#1b1b1b' }),
          );
          for (const text of lines)
            content(sheet, 'P', {}, () =>
              write(sheet, shown(text, 'text-regular'), { ...look, size: 8.5, face: 'text-regular', colour: muted }),
            );
        }),
      );
    });
    pdf.x = sheet.left;
    pdf.y = top + height + space;
  }
}

/** A box at a place of the page; the pen comes back where it was. */
export function drawFrame(
  sheet: Sheet,
  box: Box,
  { padding = 0, fill, border = false, radius = 0 }: FrameOptions,
  draw: () => void,
): void {
  const { pdf } = sheet;
  const { x, y } = pdf;
  const shape = (): Sheet['pdf'] =>
    radius > 0
      ? pdf.roundedRect(box.x, box.y, box.width, box.height, radius)
      : pdf.rect(box.x, box.y, box.width, box.height);
  if (fill || border)
    artifact(sheet, () => {
      if (fill) shape().fill({ soft, brand: sheet.brand, white: '#ffffff' }[fill]);
      pdf.lineWidth(0.8).strokeColor(line);
      if (border) shape().stroke();
    });
  inBox(sheet, box, padding, draw);
  pdf.x = x;
  pdf.y = y;
}

/** Draws in a part of the page, where what does not fit is cut. */
export function inBox(sheet: Sheet, box: Box, padding: number, draw: () => void): void {
  const before = { left: sheet.left, width: sheet.width, bottom: sheet.bottom, flows: sheet.flows };
  Object.assign(sheet, {
    left: box.x + padding,
    width: box.width - 2 * padding,
    bottom: box.y + box.height - padding,
    flows: false,
  });
  sheet.pdf.x = sheet.left;
  sheet.pdf.y = box.y + padding;
  draw();
  Object.assign(sheet, before);
}

export function drawRule(sheet: Sheet, after = 8): void {
  const { pdf, left, width } = sheet;
  need(sheet, 2);
  artifact(sheet, () =>
    pdf
      .lineWidth(0.8)
      .strokeColor(line)
      .moveTo(left, pdf.y)
      .lineTo(left + width, pdf.y)
      .stroke(),
  );
  pdf.y += after;
}
