import { createDocument, type Box, type PaperIdentity, type PdfDocument } from '#platform/pdf/index.ts';
import { dayBlocks } from './date-blocks.ts';
import { fillBoxes } from './flow-in-columns.ts';
import type { PrintedDate } from './printed-dates.ts';

export interface TownLeaflet {
  town: string;
  /** « de mars à mai 2026 » */
  period: string;
  dates: readonly PrintedDate[];
  /** The dates of the town on the site. */
  href: string;
  landscape: string;
  /** Panels of a side, once folded. */
  panels: 2 | 3;
}

const padding = 26;

/**
 * An A4 sheet to print on both sides (turned on its short edge) and fold in two or three: cover and back outside, dates
 * inside and on the flap that is left.
 */
export async function drawTownLeaflet(
  leaflet: TownLeaflet,
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const { town, panels, dates } = leaflet;
  const doc = await createDocument({
    title: `Près de chez vous\u00a0: ${town} — ${identity.name}`,
    identity,
    date,
    layout: 'landscape',
    margin: padding,
    letterhead: false,
    footer: false,
  });
  const boxes = panelsOf(doc, panels);
  const [flap] = boxes;
  const cover = boxes.at(-1);
  const back = boxes.at(-2);
  if (cover) drawCover(doc, cover, leaflet, identity);
  const blocks = dayBlocks(dates, 1);
  // Inside first; what it does not hold goes on the flap, which only a sheet folded in three has.
  const inside = boxes.map(inner);
  const fitting = countFitting(doc, blocks, inside);
  const onFlap = blocks.slice(fitting);
  const left = panels === 3 && flap && onFlap.length > 0 ? fillBoxes(doc, onFlap, [inner(flap)]).length : onFlap.length;
  if (back) drawBack(doc, back, { ...leaflet, left }, identity);
  doc.pageBreak();
  if (blocks.length === 0 && inside[0])
    doc.frame(inside[0], (box) =>
      box.paragraph('Rien n’est encore annoncé ici. Vous préparez quelque chose\u202f? Proposez-le sur le site.', {
        size: 13,
      }),
    );
  fillBoxes(doc, blocks.slice(0, fitting), inside);
  return doc.finish();
}

function panelsOf(doc: PdfDocument, count: number): Box[] {
  const { width, height } = doc.page;
  return Array.from({ length: count }, (_, at) => ({ x: (at * width) / count, y: 0, width: width / count, height }));
}

function inner({ x, y, width, height }: Box): Box {
  return { x: x + padding * 0.8, y: y + padding, width: width - padding * 1.6, height: height - 2 * padding };
}

function drawCover(
  doc: PdfDocument,
  panel: Box,
  { town, period, landscape }: TownLeaflet,
  { name }: PaperIdentity,
): void {
  const land = 250;
  doc.frame({ ...panel, y: panel.height - land, height: land }, (inside) =>
    inside.drawing(landscape, { height: land }),
  );
  doc.frame({ ...inner(panel), height: panel.height - land - padding }, (inside) => {
    inside.paragraph(name, { size: 13, bold: true, colour: 'brand', after: 40 });
    inside.paragraph('Près de chez vous', { size: 15, after: 4 });
    inside.fitted(town, { height: 120, largest: 44, smallest: 20, colour: 'brand' }).gap(8);
    inside.paragraph(period, { size: 14, bold: true });
  });
}

function drawBack(
  doc: PdfDocument,
  panel: Box,
  { href, left }: TownLeaflet & { left: number },
  { name, lines, origin }: PaperIdentity,
): void {
  doc.frame({ ...inner(panel), y: panel.height * 0.42, height: panel.height * 0.58 - padding }, (inside) => {
    inside.heading('Et tout le reste', { level: 2, align: 'center' });
    inside.paragraph(
      left > 0
        ? 'Cette feuille ne suffit pas : d’autres dates vous attendent sur le site, toujours à jour.'
        : 'Les dates changent parfois : elles sont à jour sur le site.',
      { align: 'center', size: 10.5 },
    );
    inside.qr(href, { size: 104, align: 'center', caption: null });
    inside.paragraph([{ text: origin.replace(/^https?:\/\//, ''), href }], { align: 'center', size: 10, after: 18 });
    inside.paragraph(name, { align: 'center', bold: true, colour: 'brand', size: 11, after: 2 });
    for (const line of lines) inside.paragraph(line, { align: 'center', size: 9, colour: 'muted', after: 1 });
    inside.gap(10).paragraph('Ne pas jeter sur la voie publique', { align: 'center', size: 8, colour: 'muted' });
  });
}

/** How many blocks find room in these boxes, without drawing them. */
function countFitting(doc: PdfDocument, blocks: Parameters<typeof fillBoxes>[1], boxes: readonly Box[]): number {
  let count = 0;
  doc.heightOf((scratch) => {
    count = blocks.length - fillBoxes(scratch, blocks, boxes).length;
  });
  return count;
}
