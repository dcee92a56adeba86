import { inBox, drawFrame, drawRule, drawSignatures } from './boxes.ts';
import { drawDrawing } from './drawings.ts';
import { drawFooters, drawLetterhead } from './letterhead.ts';
import { drawFacts, drawList, drawTickBox } from './lists.ts';
import { openSheet } from './open-sheet.ts';
import type { PdfDocument, PdfOptions } from './pdf-document.ts';
import { drawImage, drawQr } from './pictures.ts';
import { need, nextPage, openFaces, roomOf, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';
import { drawFitted, drawHeading, drawParagraph } from './texts.ts';

/**
 * Opens a tagged PDF in the hub's identity, in French, to be filled from top to bottom. The writer is loaded with the
 * first document.
 */
export async function createDocument(options: PdfOptions): Promise<PdfDocument> {
  const { default: Writer } = await import('pdfkit');
  await openFaces();
  const sheet = openSheet(Writer, options);
  if (options.letterhead ?? true) drawLetterhead(sheet, options.identity);
  return documentOn(sheet, async () => {
    if (options.footer ?? true) drawFooters(sheet, options.identity);
    return bytesOf(sheet);
  });
}

function documentOn(sheet: Sheet, finish: () => Promise<Uint8Array>): PdfDocument {
  const { pdf } = sheet;
  const self: PdfDocument = {
    get width() {
      return sheet.width;
    },
    get x() {
      return sheet.left;
    },
    get y() {
      return pdf.y;
    },
    get room() {
      return roomOf(sheet);
    },
    get page() {
      return { width: pdf.page.width, height: pdf.page.height };
    },
    heading: (text, options = {}) => done(drawHeading(sheet, text, options)),
    fitted: (text, options) => done(drawFitted(sheet, text, options)),
    paragraph: (text, options = {}) => done(drawParagraph(sheet, text, options)),
    list: (items, options = {}) => done(drawList(sheet, items, options)),
    facts: (entries, options = {}) => done(drawFacts(sheet, entries, options)),
    table: (table) => done(drawTable(sheet, table)),
    signatures: (boxes, options = {}) => done(drawSignatures(sheet, boxes, options)),
    qr: (address, options = {}) => done(drawQr(sheet, address, options)),
    image: (bytes, options) => done(drawImage(sheet, bytes, options)),
    drawing: (svg, options) => done(drawDrawing(sheet, svg, options)),
    tickBox: (text, options = {}) => done(drawTickBox(sheet, text, options)),
    rule: ({ after } = {}) => done(drawRule(sheet, after)),
    gap: (points) => {
      pdf.y += points;
      return self;
    },
    columns: (shares, draw, options) => done(drawColumns(sheet, shares, draw, options?.gap)),
    frame: (box, draw, options = {}) => done(drawFrame(sheet, box, options, () => draw(self))),
    keepTogether: (draw) => {
      need(sheet, heightOn(sheet, draw));
      draw(self);
      return self;
    },
    heightOf: (draw) => heightOn(sheet, draw),
    pageBreak: () => done(nextPage(sheet)),
    finish,
  };
  const done = (_drawn: void): PdfDocument => self;
  return self;
}

function drawColumns(
  sheet: Sheet,
  shares: readonly number[],
  draw: (column: PdfDocument, at: number) => void,
  space = 18,
): void {
  const { pdf, left, width } = sheet;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const free = width - space * (shares.length - 1);
  const widths = shares.map((share) => (free * share) / whole);
  const heights = widths.map((each, at) => heightOn({ ...sheet, width: each }, (column) => draw(column, at)));
  const height = Math.max(0, ...heights);
  need(sheet, height);
  const top = pdf.y;
  const column = documentOn(sheet, refuseToFinish);
  let x = left;
  widths.forEach((each, at) => {
    inBox(sheet, { x, y: top, width: each, height: Math.min(height, sheet.bottom - top) + 0.5 }, 0, () =>
      draw(column, at),
    );
    x += each + space;
  });
  pdf.x = left;
  pdf.y = top + height;
}

/** Draws on the sheet where heights are measured, as wide as this one is now. */
function heightOn(sheet: Sheet, draw: (inside: PdfDocument) => void): number {
  const scratch = sheet.isScratch ? sheet : sheet.scratch();
  const before = { left: scratch.left, width: scratch.width, y: scratch.pdf.y, flows: scratch.flows };
  Object.assign(scratch, { left: sheet.left, width: sheet.width, flows: true });
  draw(documentOn(scratch, refuseToFinish));
  const height = scratch.pdf.y - before.y;
  Object.assign(scratch, { left: before.left, width: before.width, flows: before.flows });
  scratch.pdf.y = before.y;
  return height;
}

function refuseToFinish(): never {
  throw new Error('only the whole document may be finished');
}

async function bytesOf({ pdf, parent }: Sheet): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  pdf.once('end', () => resolve()).once('error', reject);
  parent.end();
  pdf.end();
  await promise;
  return new Uint8Array(Buffer.concat(pieces));
}
