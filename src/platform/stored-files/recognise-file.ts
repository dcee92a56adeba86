import type { ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import { FileRefused } from './file-refused.ts';
import { mediaTypes, mostFileBytes, type FileType } from './file-types.ts';

const openDocuments = ['odt', 'ods', 'odp'] as const;

/** The part that each office format cannot do without. */
const officeParts: Readonly<Record<string, FileType>> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
};

const mostEntries = 20_000;

/**
 * The type of an upload, from its content; its name only tells a table from a text, and a sound from noise. Nothing is
 * unpacked.
 * @throws FileRefused
 */
export async function recogniseFile(bytes: Uint8Array, name: string): Promise<FileType> {
  if (bytes.byteLength === 0) throw new FileRefused('empty');
  if (bytes.byteLength > mostFileBytes) throw new FileRefused('too_heavy');
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\u0003\u0004')) return recogniseArchive(bytes);
  if (isPicture(bytes)) throw new FileRefused('picture');
  if (isOldOffice(bytes)) throw new FileRefused('old_office');
  if (extension === 'mp3' && isSound(bytes)) return 'mp3';
  if ((extension === 'csv' || extension === 'txt') && isPlainText(bytes)) return extension;
  throw new FileRefused('type');
}

async function recogniseArchive(bytes: Uint8Array): Promise<FileType> {
  // OpenDocument puts its type first, uncompressed, at a fixed place (ODF 1.3, part 2, §3.3).
  if (textAt(bytes, 30, 8) === 'mimetype') {
    const type = openDocuments.find((one) => {
      const media = mediaTypes[one];
      const next = textAt(bytes, 38 + media.length, 2);
      // Templates and masters have a longer name that starts the same way.
      return textAt(bytes, 38, media.length) === media && next === 'PK';
    });
    if (type) return type;
  }
  const names = await entriesOf(bytes);
  if ([...names].some((entry) => /vbaproject\.bin$/i.test(entry))) throw new FileRefused('macros');
  if (names.has('[Content_Types].xml'))
    for (const [part, type] of Object.entries(officeParts)) if (names.has(part)) return type;
  throw new FileRefused('archive');
}

async function entriesOf(bytes: Uint8Array): Promise<Set<string>> {
  try {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      fromBuffer(buffer, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    return await new Promise<Set<string>>((resolve, reject) => {
      const names = new Set<string>();
      zip.on('error', reject);
      zip.on('end', () => resolve(names));
      zip.on('entry', ({ fileName }: { fileName: string }) => {
        names.add(fileName);
        if (names.size > mostEntries) reject(new FileRefused('archive'));
        else zip.readEntry();
      });
      zip.readEntry();
    });
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused('broken', { cause: error });
  }
}

function isPicture(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '\u0089PNG') ||
    startsWith(bytes, 'GIF8') ||
    (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) ||
    (startsWith(bytes, 'RIFF') && textAt(bytes, 8, 4) === 'WEBP') ||
    /^ftyp(avif|avis|heic|heix|mif1)/.test(textAt(bytes, 4, 8))
  );
}

/** Word, Excel and PowerPoint before 2007: a format that carries macros nobody can see. */
function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1');
}

/** An ID3 tag, or the first frame of MPEG layer III. */
function isSound(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
}

/** Letters of any one-byte alphabet or of UTF-8, without control characters other than tabs and line ends. */
function isPlainText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 32 && byte !== 127) || byte === 9 || byte === 10 || byte === 12 || byte === 13);
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return textAt(bytes, 0, start.length) === start;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
