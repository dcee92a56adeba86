import { currentSettings, paperIdentity } from '#modules/hub/index.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { createDocument, sendPdf, type PdfDocument } from '#platform/pdf/index.ts';
import { isLabelFormat, labelFormats, postalLines } from '../../domain/label-formats.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailing, type WrittenMailing } from '../../queries/read-mailing.ts';
import { withoutMail, type OtherReader } from '../../queries/without-mail.ts';
import { askedBy } from './recipients-page.tsx';

const pointsAMillimetre = 72 / 25.4;
const margin = 20;

/** `GET /gestion/envois/etiquettes.pdf?…`: labels of those who read on paper. */
export async function sendLabels(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const readers = await withPostalAddress(exchange, deps);
  const { name, brandColor } = await currentSettings(ctx);
  const asked = exchange.query('format');
  const format = labelFormats[isLabelFormat(asked) ? asked : '21'];
  const pdf = await createDocument({
    title: 'Étiquettes',
    identity: { name, brandColor, lines: [], origin: exchange.hub.origin },
    date: ctx.clock.now(),
    letterhead: false,
    footer: false,
    margin,
  });
  const aSheet = format.across * format.down;
  readers.forEach((reader, at) => {
    const place = at % aSheet;
    if (at > 0 && place === 0) pdf.pageBreak();
    const box = {
      x: (format.left + (place % format.across) * format.step) * pointsAMillimetre,
      y: (format.top + Math.floor(place / format.across) * format.height) * pointsAMillimetre,
      width: format.width * pointsAMillimetre,
      height: format.height * pointsAMillimetre,
    };
    pdf.frame(box, (label) => drawAddress(label, reader), { padding: 8 });
  });
  if (readers.length === 0) pdf.paragraph('Personne n’a d’adresse postale parmi ces destinataires.');
  return sendPdf(await pdf.finish(), 'Étiquettes');
}

/** `GET /gestion/envois/:id/lettres.pdf`: the same message on paper, a sheet a reader, for window envelopes. */
export async function sendLetters(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const id = exchange.param('id');
  const mailing = isId(id) ? await readMailing(ctx.db, id) : null;
  if (!mailing) return exchange.notFound();
  const readers = (await withoutMail(ctx, deps.segments, mailing)).filter((reader) => reader.postal);
  const identity = await paperIdentity(ctx, { origin: hub.origin, files: deps.ports.files });
  const pdf = await createDocument({ title: mailing.title, identity, date: ctx.clock.now() });
  const today = formatDate(ctx.clock.now(), { zone: ctx.zone });
  // Without reader, one sheet to copy by hand.
  const sheets: (OtherReader | null)[] = readers.length > 0 ? readers : [null];
  sheets.forEach((reader, at) => {
    if (at > 0) pdf.pageBreak();
    if (reader) pdf.columns([1, 1], (column, side) => void (side === 1 && drawAddress(column, reader)));
    pdf.gap(24).paragraph(today, { align: 'right', after: 16 });
    drawWords(pdf, mailing, hub.origin);
  });
  return sendPdf(await pdf.finish(), mailing.title);
}

function drawAddress(pdf: PdfDocument, { name, postal }: OtherReader): void {
  pdf.paragraph(name, { size: 11, bold: true, after: 2 });
  for (const line of postalLines(postal ?? '')) pdf.paragraph(line, { size: 11, after: 1 });
}

function drawWords(pdf: PdfDocument, mailing: WrittenMailing, origin: string): void {
  pdf.heading(mailing.title, { level: 1 });
  for (const text of mailing.introduction.split(/\n{2,}/).filter(Boolean)) pdf.paragraph(text);
  for (const item of mailing.items)
    pdf.keepTogether((inside) => {
      if (mailing.items.length > 1 || item.title !== mailing.title) inside.heading(item.title, { level: 2 });
      inside.facts(item.facts.map(([label, value]) => ({ label, value })));
      inside.paragraph(item.words);
      inside.qr(origin + item.href, { size: 64 });
    });
}

async function withPostalAddress(exchange: Exchange, deps: MailingDependencies): Promise<OtherReader[]> {
  const readers = await withoutMail(exchange.ctx, deps.segments, askedBy(exchange.url.searchParams));
  return readers.filter((reader) => reader.postal);
}
