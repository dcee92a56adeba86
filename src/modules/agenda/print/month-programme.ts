import { createDocument, type PaperIdentity } from '#platform/pdf/index.ts';
import { dayBlocks, regularBlocks } from './date-blocks.ts';
import { fitsInColumns, flowInColumns } from './flow-in-columns.ts';
import type { PrintedMonth } from './printed-dates.ts';

export interface MonthProgramme extends PrintedMonth {
  /** « Mars 2026 » */
  title: string;
  /** Where the month is on the site, always up to date. */
  href: string;
  format: 'A3' | 'A4';
  /** The line of relief of the hub's land. */
  landscape: string;
}

/** The dates of a month, to pin up or to hand out. */
export async function drawMonthProgramme(
  { title, href, format, dates, regular, landscape }: MonthProgramme,
  identity: PaperIdentity,
  date: Temporal.Instant,
): Promise<Uint8Array> {
  const isLarge = format === 'A3';
  const scale = isLarge ? 1.22 : 1;
  const doc = await createDocument({
    title: `Agenda, ${title} — ${identity.name}`,
    identity,
    date,
    size: format,
    letterhead: false,
  });
  const { width } = doc.page;
  const band = isLarge ? 150 : 104;
  doc.frame({ x: 0, y: 0, width, height: band }, (inside) => inside.drawing(landscape, { height: band }));
  doc.gap(band - 48 + 14);
  const qr = 78 * scale;
  doc.columns([4, 1], (column, at) => {
    if (at === 1) column.qr(href, { size: qr, align: 'right', caption: null });
    else {
      column.paragraph(identity.name, { size: 13 * scale, bold: true, colour: 'brand', after: 0 });
      column.fitted(title, { height: 64 * scale, largest: 46 * scale, smallest: 26 });
      column.paragraph([{ text: 'Toujours à jour sur ' }, { text: href.replace(/^https?:\/\//, ''), href }], {
        size: 9 * scale,
        after: 0,
      });
    }
  });
  doc.gap(14);
  const columns = isLarge ? 3 : 2;
  const at = (tried: number) => [...dayBlocks(dates, tried), ...regularBlocks(regular, tried)];
  // One page when smaller letters are enough for that.
  const tried = [1, 0.93, 0.86, 0.8].map((share) => share * scale);
  const chosen = tried.find((each) => fitsInColumns(doc, at(each), columns)) ?? scale;
  if (dates.length + regular.length === 0)
    doc.paragraph('Rien n’est encore annoncé ce mois-ci. Vous préparez quelque chose\u202f? Proposez-le sur le site.', {
      size: 13,
    });
  else flowInColumns(doc, at(chosen), columns);
  return doc.finish();
}
