import { createDocument, type PaperIdentity, type PdfDocument } from '#platform/pdf/index.ts';
import { reliefCover, type ReliefOptions } from '#ui/relief/relief-cover.ts';
import { photoEdge } from '#ui/relief/landscapes.ts';

/** What the poster of an event says. Empty texts are left out. */
export interface Poster {
  title: string;
  /** « Petit-déjeuner » */
  label: string;
  /** « Annulé », when it will not be as said. */
  warning: string;
  /** « mercredi 18 mars », then « de 14 h à 16 h »; for a series, how it repeats and its next dates. */
  day: string;
  time: string;
  place: string;
  address: string;
  brief: string;
  conditions: string;
  organizers: string;
  contact: string;
  access: string;
  /** Where all the rest is. */
  href: string;
  picture: { bytes: Uint8Array; focalX: number; focalY: number; credit: string } | null;
  /** From what its landscape is drawn. */
  id: string;
  hue: number;
  motif: NonNullable<ReliefOptions['motif']>;
}

const side = 42;
const footHeight = 124;
/** Foot, its line of address, and the air around them. */
const belowText = footHeight + 40;

/** One A4 page, whatever the length of the texts: the picture takes what they leave, and what is too long is cut by « … ». */
export async function drawPoster(poster: Poster, identity: PaperIdentity, date: Temporal.Instant): Promise<Uint8Array> {
  const doc = await createDocument({
    title: `${poster.title} — affiche`,
    identity,
    date,
    margin: side,
    letterhead: false,
    footer: false,
  });
  const { width, height } = doc.page;
  const words = (inside: PdfDocument): void => drawWords(inside, poster);
  const wanted = doc.heightOf(words) + 14;
  const cover = Math.min(440, Math.max(230, height - belowText - wanted));
  drawCover(doc, poster, cover);
  doc.frame({ x: side, y: cover + 10, width: width - 2 * side, height: height - belowText - cover - 6 }, words);
  drawFoot(doc, poster, identity);
  return doc.finish();
}

function drawWords(inside: PdfDocument, poster: Poster): void {
  const label = [poster.label, poster.organizers].filter(Boolean).join(' · ');
  inside.paragraph(label, { size: 13, bold: true, colour: 'brand', maxHeight: 20, after: 5 });
  inside.fitted(poster.title, { height: 124, largest: 58, smallest: 22 }).gap(8);
  if (poster.warning) {
    const plate = { x: inside.x, y: inside.y, width: inside.width, height: 30 };
    inside.frame(
      plate,
      (box) =>
        box.paragraph(poster.warning, { size: 13.5, bold: true, colour: 'white', align: 'center', maxHeight: 20 }),
      { padding: 5, fill: 'brand', radius: 4 },
    );
    inside.gap(40);
  }
  inside.fitted(poster.day, { height: 44, largest: 30, smallest: 15, level: 2, colour: 'brand' }).gap(2);
  if (poster.time) inside.paragraph(poster.time, { size: 17, bold: true, maxHeight: 44, after: 12 });
  if (poster.place) inside.paragraph(poster.place, { size: 16, bold: true, after: 1, maxHeight: 24 });
  if (poster.address) inside.paragraph(poster.address, { size: 12.5, after: 12, maxHeight: 36 });
  if (poster.brief) inside.paragraph(poster.brief, { size: 12.5, maxHeight: 68, after: 0 });
}

/** The picture, or the landscape of the event, cut at its lower edge by a line of relief. */
function drawCover(doc: PdfDocument, { id, hue, motif, picture }: Poster, pictureHeight: number): void {
  const { width } = doc.page;
  doc.frame({ x: 0, y: 0, width, height: pictureHeight }, (inside) => {
    if (!picture) {
      inside.drawing(reliefCover(id, { hue, motif, width: 595, height: pictureHeight, horizon: 0.5 }), {
        height: pictureHeight,
      });
      return;
    }
    inside.image(picture.bytes, { alternative: '', fit: 'cover', height: pictureHeight, ...picture });
  });
  if (picture) {
    const edge = photoEdge(id, hue).replace(' class="relief-card"', ' fill="#ffffff"');
    doc.frame({ x: 0, y: pictureHeight - 69, width, height: 70 }, (inside) => inside.drawing(edge, { height: 70 }));
  }
  if (picture?.credit)
    doc.frame({ x: width - 210, y: 8, width: 200, height: 14 }, (inside) =>
      inside.paragraph(`© ${picture.credit}`, { size: 7.5, align: 'right', colour: 'white' }),
    );
}

/** What to know before coming, whom to ask, and the code that leads to the page. */
function drawFoot(doc: PdfDocument, poster: Poster, identity: PaperIdentity): void {
  const { width, height } = doc.page;
  const top = height - footHeight - 32;
  const qr = 104;
  const ground = { x: side, y: top, width: width - 2 * side, height: footHeight };
  doc.frame(ground, () => undefined, { fill: 'soft', radius: 10 });
  doc.frame({ x: side + 14, y: top + 10, width: ground.width - qr - 46, height: ground.height - 18 }, (inside) => {
    const lines = [poster.conditions, poster.contact, poster.access].filter(Boolean);
    for (const text of lines) inside.paragraph(text, { size: 11, after: 3, maxHeight: 32 });
    inside.paragraph(identity.name, { size: 11.5, bold: true, colour: 'brand', after: 0 });
  });
  doc.frame({ x: ground.x + ground.width - qr - 14, y: top + 5, width: qr, height: ground.height - 4 }, (inside) =>
    inside.qr(poster.href, { size: Math.min(qr, ground.height - 26), align: 'center', caption: null }),
  );
  doc.frame({ x: side, y: height - 26, width: width - 2 * side, height: 14 }, (inside) =>
    inside.columns([3, 2], (column, at) =>
      at === 0
        ? column.paragraph([{ text: poster.href.replace(/^https?:\/\//, ''), href: poster.href }], {
            size: 8,
            after: 0,
          })
        : column.paragraph('Ne pas jeter sur la voie publique', { size: 8, align: 'right', colour: 'muted', after: 0 }),
    ),
  );
}
