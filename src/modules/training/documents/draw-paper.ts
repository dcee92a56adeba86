import { createDocument, type PaperIdentity, type PdfDocument } from '#platform/pdf/index.ts';
import type { Paper, PaperBlock } from './paper.ts';

/** Draws a paper as a tagged PDF in the hub's identity. */
export async function drawPaper(paper: Paper, identity: PaperIdentity): Promise<Uint8Array> {
  const document = await createDocument({
    title: paper.title,
    identity,
    layout: paper.layout ?? 'portrait',
    date: Temporal.PlainDate.from(paper.datedOn).toZonedDateTime('UTC').toInstant(),
  });
  document.heading(paper.title, { level: 1 });
  if (paper.subtitle) document.paragraph(paper.subtitle, { size: 13, bold: true, after: 10 });
  for (const block of paper.blocks) drawBlock(document, block);
  return document.finish();
}

function drawBlock(document: PdfDocument, block: PaperBlock): void {
  switch (block.kind) {
    case 'heading':
      document.heading(block.text, { level: 2 });
      return;
    case 'text':
      for (const text of block.text.split('\n').filter(Boolean))
        document.paragraph(text, {
          ...(block.isSmall ? { size: 8.5, colour: 'muted' } : {}),
          bold: block.isStrong ?? false,
        });
      return;
    case 'facts':
      document.facts(block.entries);
      return;
    case 'list':
      document.list(block.items, { numbered: block.isNumbered ?? false });
      return;
    case 'table':
      document.table({
        caption: block.caption,
        columns: block.columns,
        rows: block.rows,
        grid: block.isGrid ?? false,
        ...(block.rowHeight ? { rowHeight: block.rowHeight } : {}),
        ...(block.size ? { size: block.size } : {}),
        after: 10,
      });
      return;
    case 'signatures':
      document.keepTogether((inside) => inside.signatures(block.boxes));
      return;
    case 'ticks':
      for (const { text, isTicked } of block.choices) document.tickBox(text, { isTicked });
      return;
    case 'page':
      document.pageBreak();
  }
}
