import { readFileSync } from 'node:fs';

export const fontNames = ['text-regular', 'text-bold', 'text-italic', 'display'] as const;
export type FontName = (typeof fontNames)[number];

const read = new Map<FontName, Buffer>();

/** The bytes of one of the faces of the house; read once. */
export function fontFile(name: FontName): Buffer {
  let bytes = read.get(name);
  if (!bytes) read.set(name, (bytes = readFileSync(new URL(`./fonts/${name}.ttf`, import.meta.url))));
  return bytes;
}

/** Which face a run of text is set in. */
export function faceOf({ bold, italic }: { bold?: boolean | undefined; italic?: boolean | undefined }): FontName {
  if (bold) return 'text-bold';
  return italic ? 'text-italic' : 'text-regular';
}
