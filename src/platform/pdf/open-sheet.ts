import type PDFDocument from 'pdfkit';
import { readable } from './colours.ts';
import { fontFile, fontNames } from './font-files.ts';
import type { PdfOptions, PaperSize } from './pdf-document.ts';
import type { Sheet } from './sheet.ts';

/** ISO 216, in points. */
const paper: Record<PaperSize, readonly [number, number]> = {
  A3: [841.89, 1190.55],
  A4: [595.28, 841.89],
  A5: [419.53, 595.28],
  A6: [297.64, 419.53],
};

const footerRoom = 26;

/** An empty document ready to be drawn on. */
export function openSheet(Writer: typeof PDFDocument, options: PdfOptions, isScratch = false): Sheet {
  const { title, identity, size = 'A4', layout = 'portrait', margin = 48, footer = true } = options;
  const [narrow, long] = paper[size];
  const [width, height] = layout === 'portrait' ? [narrow, long] : [long, narrow];
  const bottom = margin + (footer ? footerRoom : 0);
  const date = new Date(options.date.epochMilliseconds);
  const pdf = new Writer({
    // Heights are measured on a page that never ends.
    size: [width, isScratch ? 1_000_000 : height],
    margins: { top: margin, left: margin, right: margin, bottom },
    info: { Title: title, Author: identity.name, Creator: 'Essaim', CreationDate: date, ModDate: date },
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    bufferPages: true,
    compress: true,
    font: null as never,
  });
  for (const name of fontNames) pdf.registerFont(name, fontFile(name));
  // What a link leads to is said with it (ISO 14289-1, 7.18.5).
  const link = pdf.link.bind(pdf);
  pdf.link = (x, y, wide, high, url, more) =>
    link(x, y, wide, high, url, { ...more, Contents: new String(url) as string });
  const parent = pdf.struct('Document');
  pdf.addStructure(parent);
  pdf.x = margin;
  // Away from the top, where headings take no space above them.
  pdf.y = isScratch ? margin + 100 : margin;
  let scratch: Sheet | undefined;
  return {
    pdf,
    brand: readable(identity.brandColor),
    left: margin,
    width: width - 2 * margin,
    bottom: pdf.page.height - bottom,
    flows: true,
    parent,
    isScratch,
    scratch: () => (scratch ??= openSheet(Writer, options, true)),
  };
}
