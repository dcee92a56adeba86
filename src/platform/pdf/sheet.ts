import type { Font } from 'fontkit';
import { fontFile, fontNames, type FontName } from './font-files.ts';

type Pdf = PDFKit.PDFDocument;
export type Element = ReturnType<Pdf['struct']>;

/** The document under the pen: what every part of it is drawn with. */
export interface Sheet {
  readonly pdf: Pdf;
  readonly brand: string;
  /** Bottom of what is being filled, in points from the top of the page. */
  bottom: number;
  left: number;
  width: number;
  /** Whether what does not fit goes on to the next page; otherwise it is cut. */
  flows: boolean;
  /** The element that what comes next belongs to. */
  parent: Element;
  /** Measuring only: nothing of it is kept. */
  readonly isScratch: boolean;
  /** The sheet where heights are measured. */
  readonly scratch: () => Sheet;
}

export interface ElementOptions {
  alt?: string;
  scope?: 'Row' | 'Column';
  box?: { x: number; y: number; width: number; height: number };
}

/** Draws under a structure element of its own; elements drawn inside belong to it. */
export function tagged(sheet: Sheet, type: string, options: ElementOptions, draw: () => void): void {
  const element = begin(sheet, type, options);
  const parent = sheet.parent;
  sheet.parent = element;
  draw();
  sheet.parent = parent;
  element.end();
}

/** Draws marked content under a structure element of its own: what a reader hears. */
export function content(sheet: Sheet, type: string, options: ElementOptions, draw: () => void): void {
  const element = begin(sheet, type, options);
  element.add(draw);
  element.end();
}

/** Draws what a reader need not hear. */
export function artifact(sheet: Sheet, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  sheet.pdf.markContent('Artifact', { type });
  draw();
  sheet.pdf.endMarkedContent();
}

function begin(sheet: Sheet, type: string, { alt, scope, box }: ElementOptions): Element {
  const bbox = box && ([box.x, box.y, box.x + box.width, box.y + box.height] as const);
  const element = sheet.pdf.struct(type, {
    ...(alt === undefined ? {} : { alt }),
    ...(scope ? { scope } : {}),
    ...(bbox ? { bbox: [...bbox] } : {}),
  } as never);
  sheet.parent.add(element);
  return element;
}

/** Height left in what is being filled. */
export function roomOf(sheet: Sheet): number {
  return sheet.bottom - sheet.pdf.y;
}

/** Goes to the next page unless this much height is left. */
export function need(sheet: Sheet, height: number): void {
  const { pdf } = sheet;
  const isAtTop = pdf.y <= pdf.page.margins.top + 1;
  if (sheet.flows && !isAtTop && height > roomOf(sheet)) nextPage(sheet);
}

export function nextPage({ pdf, left }: Sheet): void {
  pdf.addPage();
  pdf.x = left;
  pdf.y = pdf.page.margins.top;
}

const opened = new Map<FontName, Font>();

/** Opens the faces of the house, with their reader, which only documents need. To be awaited before a sheet is drawn. */
export async function openFaces(): Promise<void> {
  if (opened.size > 0) return;
  const { create } = await import('fontkit');
  for (const face of fontNames) opened.set(face, create(fontFile(face)) as Font);
}

/** The same text with signs that the face has: marks dropped from letters it lacks, « ? » for other scripts. */
export function shown(text: string, face: FontName): string {
  const font = opened.get(face);
  if (!font) throw new Error(`the face ${face} was not opened`);
  const has = (sign: string) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
  let kept = '';
  for (const sign of text.normalize('NFC').replaceAll('\t', ' ').replaceAll('\r', '')) {
    if (sign === '\n' || has(sign)) kept += sign;
    else if (/\s/u.test(sign)) kept += ' ';
    else if (/\p{L}|\p{N}/u.test(sign)) kept += bare(sign, has);
  }
  // A sign left out leaves no space of its own.
  const single = kept.replaceAll(/ {2,}/g, ' ');
  return text.startsWith(' ') ? single : single.replace(/^ +/, '');
}

function bare(sign: string, has: (sign: string) => boolean): string {
  const base = [...sign.normalize('NFKD')].filter(has).join('');
  return base === '' ? '?' : base;
}
