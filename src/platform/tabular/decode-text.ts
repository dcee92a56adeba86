export type DecodedText = { readonly text: string; readonly encoding: string; readonly warnings: readonly string[] };

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);

/** UTF-16 without a mark shows as a NUL in nearly every second byte. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = Math.min(bytes.length, 2_000) & ~1;
  if (sample < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = sample / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

// « Ã© » is é written in UTF-8 and read as Windows-1252 by an earlier program.
const doublyEncoded = /Ã[\u0080-\u00bf©¨ª«®´¹»¼€‰‡\u00a0]|â€[™œ\u009d“”¦]/g;

function repairDoubleEncoding(text: string): string | undefined {
  if (!text.includes('Ã') && !text.includes('â€')) return undefined;
  if (countMatches(text.slice(0, 200_000), doublyEncoded) < 2) return undefined;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 256 ? code : windows1252Bytes.get(code);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  return strictUtf8(bytes);
}

const windows1252Bytes: ReadonlyMap<number, number> = new Map(
  Array.from({ length: 32 }, (_, index) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + index)).charCodeAt(0),
    0x80 + index,
  ]),
);

/** Text of a file whose encoding nobody told: UTF-8 (marked once, twice or not at all), UTF-16 or Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const withoutMarks = (text: string) => text.replace(/^\ufeff+/, '');
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return {
      text: withoutMarks(new TextDecoder(encoding).decode(bytes)),
      encoding: encoding.toUpperCase(),
      warnings: [],
    };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase(), warnings: [] };

  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) {
    const text = withoutMarks(utf8);
    const repaired = repairDoubleEncoding(text);
    if (repaired === undefined) return { text, encoding: 'UTF-8', warnings: [] };
    return {
      text: withoutMarks(repaired),
      encoding: 'UTF-8 doublement encodé',
      warnings: ['Les accents de ce fichier étaient abîmés (« Ã© » pour « é ») : nous les avons réparés.'],
    };
  }

  const tolerant = new TextDecoder('utf-8').decode(bytes);
  const broken = countMatches(tolerant, /\ufffd/g);
  const sound = countMatches(tolerant, /[\u0080-\ufffc]/g);
  if (sound > broken * 20) {
    return {
      text: withoutMarks(tolerant),
      encoding: 'UTF-8',
      warnings: [`${broken} caractères illisibles ont été remplacés par « \ufffd ».`],
    };
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252', warnings: [] };
}
