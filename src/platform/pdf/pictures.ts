import { encodeQR } from 'qr';
import { ink } from './colours.ts';
import type { ImageOptions, PdfDocument } from './pdf-document.ts';
import { artifact, content, need, tagged, type Sheet } from './sheet.ts';
import { write } from './texts.ts';

/** A JPEG or PNG, whole or cut around its focal point. */
export function drawImage(sheet: Sheet, bytes: Uint8Array, options: ImageOptions): void {
  const { pdf } = sheet;
  const { alternative, fit = 'contain', focalX = 50, focalY = 50, after = 8 } = options;
  const image = openImage(pdf, bytes);
  const most = { width: Math.min(options.width ?? sheet.width, sheet.width), height: options.height };
  const grow = fit === 'cover' ? Math.max : Math.min;
  const scale = grow(most.width / image.width, (most.height ?? Number.POSITIVE_INFINITY) / image.height);
  const whole = most.height === undefined ? most.width / image.width : scale;
  const drawn = { width: image.width * whole, height: image.height * whole };
  const box = fit === 'cover' ? { width: most.width, height: most.height ?? drawn.height } : drawn;
  need(sheet, box.height);
  const place = { x: sheet.left, y: pdf.y, ...box };
  const draw = (): void => {
    const start = (length: number, room: number, focus: number): number =>
      Math.min(0, Math.max(room - length, room / 2 - (length * focus) / 100));
    pdf.save().rect(place.x, place.y, box.width, box.height).clip();
    pdf.image(
      image,
      place.x + start(drawn.width, box.width, focalX),
      place.y + start(drawn.height, box.height, focalY),
      drawn,
    );
    pdf.restore();
  };
  if (alternative) content(sheet, 'Figure', { alt: alternative, box: place }, draw);
  else artifact(sheet, draw);
  pdf.x = sheet.left;
  pdf.y = place.y + box.height + after;
}

/** The code of an address, drawn as squares, and the address to type under it. */
export function drawQr(
  sheet: Sheet,
  address: string,
  { size = 84, align = 'left', caption = bare(address) }: NonNullable<Parameters<PdfDocument['qr']>[1]>,
): void {
  const { pdf } = sheet;
  const cells = encodeQR(address, 'raw', { ecc: 'medium', border: 2 });
  const side = size / cells.length;
  need(sheet, size + (caption ? 14 : 0));
  const free = sheet.width - size;
  const x = sheet.left + { left: 0, center: free / 2, right: free }[align];
  const box = { x, y: pdf.y, width: size, height: size };
  content(sheet, 'Figure', { alt: `Code QR vers ${bare(address)}`, box }, () => {
    pdf.rect(x, box.y, size, size).fill('#ffffff');
    cells.forEach((row, at) => {
      for (let from = 0; from < row.length; from++) {
        if (!row[from]) continue;
        const end = row.indexOf(false, from);
        const to = end === -1 ? row.length : end;
        pdf.rect(x + from * side, box.y + at * side, (to - from) * side, side);
        from = to;
      }
    });
    pdf.fill('#000000');
  });
  pdf.y = box.y + size;
  if (caption)
    tagged(sheet, 'P', {}, () =>
      content(sheet, 'Link', { alt: caption }, () =>
        write(sheet, caption, { face: 'text-regular', size: 8, align, colour: ink, href: address }),
      ),
    );
  pdf.x = sheet.left;
  pdf.y += 4;
}

const bare = (address: string): string => address.replace(/^https?:\/\//, '');

/** What the types of the writer leave out: a picture read once, with its size. */
function openImage(pdf: Sheet['pdf'], bytes: Uint8Array): Buffer & { width: number; height: number } {
  return (pdf as unknown as { openImage: (bytes: Buffer) => Buffer & { width: number; height: number } }).openImage(
    Buffer.from(bytes),
  );
}
