import type { Box, PdfDocument } from '#platform/pdf/index.ts';

/** Something drawn whole, in one column. */
export type Block = (inside: PdfDocument) => void;

/** Puts blocks one under the other in a row of boxes; gives those that found no room. */
export function fillBoxes(doc: PdfDocument, blocks: readonly Block[], boxes: readonly Box[]): readonly Block[] {
  let at = 0;
  for (const box of boxes) {
    let y = box.y;
    const bottom = box.y + box.height;
    for (; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block) break;
      const height = heightIn(doc, box.width, block);
      // A block taller than a whole box is cut there, rather than never drawn.
      if (y + height > bottom && !(y === box.y && height > box.height)) break;
      doc.frame({ ...box, y, height: Math.min(height, bottom - y) + 1 }, block);
      y += height;
    }
  }
  return blocks.slice(at);
}

/** Blocks in columns over as many pages as they need; the first page begins where the document stands. */
export function flowInColumns(doc: PdfDocument, blocks: readonly Block[], columns: number, space = 24): void {
  let left = blocks;
  for (let isFirst = true; left.length > 0; isFirst = false) {
    if (!isFirst) doc.pageBreak();
    const width = (doc.width - space * (columns - 1)) / columns;
    const row = (height: number): Box[] =>
      Array.from({ length: columns }, (_, at) => ({ x: doc.x + at * (width + space), y: doc.y, width, height }));
    left = fillBoxes(doc, left, row(evenHeight(doc, left, { width, columns })));
  }
}

/** Whether blocks in columns need no other page than this one. */
export function fitsInColumns(doc: PdfDocument, blocks: readonly Block[], columns: number, space = 24): boolean {
  const width = (doc.width - space * (columns - 1)) / columns;
  return (
    columnsUsed(
      blocks.map((block) => heightIn(doc, width, block)),
      doc.room,
    ) <= columns
  );
}

function columnsUsed(heights: readonly number[], most: number): number {
  let [used, y] = [1, 0];
  for (const height of heights) {
    if (y > 0 && y + height > most) [used, y] = [used + 1, 0];
    y += height;
  }
  return used;
}

/** What is left on a last page stands in columns of one height. */
function evenHeight(
  doc: PdfDocument,
  blocks: readonly Block[],
  { width, columns }: { width: number; columns: number },
): number {
  const heights = blocks.map((block) => heightIn(doc, width, block));
  if (columnsUsed(heights, doc.room) > columns) return doc.room;
  let most = Math.max(heights.reduce((sum, height) => sum + height, 0) / columns, ...heights);
  while (columnsUsed(heights, most) > columns) most += 8;
  return Math.min(most + 1, doc.room);
}

/** Height of a block in a width. */
function heightIn(doc: PdfDocument, width: number, block: Block): number {
  let height = 0;
  doc.heightOf((inside) =>
    inside.frame({ x: inside.x, y: inside.y, width, height: 100_000 }, (box) => {
      const { y } = box;
      block(box);
      height = box.y - y;
    }),
  );
  return height;
}
