import { encodeQR } from 'qr';
import { currentSettings } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { createDocument, sendPdf, type Box, type PdfDocument } from '#platform/pdf/index.ts';
import { seatsInWords } from '../../domain/workshops.ts';
import type { Registrant } from '../../queries/registrants-of.ts';
import { expectedAt } from '../queries/door.ts';
import { doorAsked } from './door-page.tsx';

const [across, down] = [2, 5];
const margin = 28;

/** `GET /gestion/agenda/:id/badges.pdf`: ten badges a sheet, to cut, with the code of the ticket. */
export async function sendBadges(exchange: Exchange): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const people = (await expectedAt(exchange.ctx, door)).map((one) => one.registrant);
  const { name, brandColor } = await currentSettings(exchange.ctx);
  const identity = { name, brandColor, lines: [], origin: exchange.hub.origin };
  const title = `Badges : ${door.date.title}`;
  const pdf = await createDocument({
    title,
    identity,
    date: exchange.ctx.clock.now(),
    letterhead: false,
    footer: false,
    margin,
  });
  const size = { width: (pdf.page.width - 2 * margin) / across, height: (pdf.page.height - 2 * margin) / down };
  const aSheet = across * down;
  people.forEach((person, at) => {
    const place = at % aSheet;
    if (at > 0 && place === 0) pdf.pageBreak();
    const x = margin + (place % across) * size.width;
    const y = margin + Math.floor(place / across) * size.height;
    const seats = seatsInWords(door.offer.seatKinds, person);
    drawBadge(pdf, { x, y, ...size }, person, { event: door.date.title, hub: exchange.hub.name, seats });
  });
  if (people.length === 0) pdf.paragraph('Personne n’est attendu à cette date.');
  return sendPdf(await pdf.finish(), title);
}

function drawBadge(
  pdf: PdfDocument,
  box: Box,
  person: Registrant,
  words: { event: string; hub: string; seats: string },
): void {
  const padding = 12;
  const codeSize = 56;
  pdf.frame(
    box,
    (badge) => {
      badge.paragraph(words.hub, { size: 8, colour: 'muted', after: 4 });
      badge.fitted(person.name, { height: 44, largest: 22, smallest: 12, level: 2, colour: 'brand' });
      badge.paragraph(person.organizationName, { size: 11, after: 4, maxHeight: 28 });
      badge.paragraph(words.seats, { size: 8, colour: 'muted', maxHeight: 32 });
    },
    { padding, border: true },
  );
  const foot = { x: box.x + padding, width: box.width - 2 * padding - codeSize, height: codeSize };
  pdf.frame({ ...foot, y: box.y + box.height - padding - codeSize + 18 }, (inside) => {
    inside.paragraph(words.event, { size: 8, colour: 'muted', maxHeight: 24, after: 2 });
    inside.paragraph(person.code, { size: 8, bold: true });
  });
  const corner = { x: box.x + box.width - padding - codeSize, y: box.y + box.height - padding - codeSize };
  pdf.frame({ ...corner, width: codeSize, height: codeSize }, (inside) =>
    inside.drawing(ticketSvg(person.code), { width: codeSize, height: codeSize, alternative: `Billet ${person.code}` }),
  );
}

/** The code of a ticket as a drawing. */
function ticketSvg(code: string): string {
  const rows = encodeQR(code, 'raw', { border: 1 });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000"/></svg>`;
}
