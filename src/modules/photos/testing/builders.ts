import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { createFileStore } from '#platform/files/file-store.ts';
import { createImageMaker } from '#platform/images/image-maker.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepPhoto, type PhotoToKeep } from '../commands/keep-photo.ts';

let made = 0;

/** A small JPEG unlike any other, with the EXIF given. */
export async function aJpeg(exif: Record<string, Record<string, string>> = {}): Promise<Uint8Array> {
  made += 1;
  const background = { r: made % 256, g: (made >> 8) % 256, b: (made * 37) % 256 };
  return sharp({ create: { width: 90 + (made % 40), height: 60, channels: 3, background } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
}

/** A store of files in a temporary folder, and the real maker of images. */
export async function photoPorts(): Promise<Pick<Ports, 'files' | 'images'> & { close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-photos-'));
  return {
    files: createFileStore(folder),
    images: createImageMaker(),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A photo of the bank, described unless told otherwise. */
export async function aPhoto(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'images'>,
  wanted: Partial<PhotoToKeep> = {},
): Promise<string> {
  const photo = {
    bytes: wanted.bytes ?? (await aJpeg()),
    fileName: 'IMG_0001.jpg',
    alternative: 'Des bénévoles trient des vélos sous un hangar',
    credit: 'Anna Le Goff',
    ...wanted,
  };
  return unwrap(await keepPhoto(ctx, ports, photo)).imageId;
}
