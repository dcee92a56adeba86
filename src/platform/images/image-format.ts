/** What may be uploaded. SVG is a program, not an image: it is never among them. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';

/** The photos of recent iPhones: their compression is patented, and no free decoder of ours reads it. */
export function isHeic(bytes: Uint8Array): boolean {
  const brand = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  return (
    /^ftyp(hei[cmsx]|hev[cmsx])/.test(brand.slice(4)) ||
    (brand.slice(4) === 'ftypmif1' && imageFormatOf(bytes) === null)
  );
}

/** The format that the first bytes declare, whatever the file is called. */
export function imageFormatOf(bytes: Uint8Array): ImageFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (start.slice(4, 8) === 'ftyp' && /^(avif|avis|mif1)/.test(start.slice(8)) && /avi[fs]/.test(start.slice(8)))
    return 'avif';
  return null;
}
