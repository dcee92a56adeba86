import { decodeText } from './decode-text.ts';
import { gatherBytes } from './gather-bytes.ts';
import { defaultTableLimits } from './limits.ts';
import type { TableLimits } from './limits.ts';
import { openArchive } from './open-archive.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readOds } from './read-ods.ts';
import { looksLikeVcard, readVcard } from './read-vcard.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Table } from './table.ts';
import { TableRefused } from './table-refused.ts';

export type FileToRead = {
  readonly fileName: string;
  readonly contentType?: string;
  readonly limits?: Partial<TableLimits>;
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 9;
const isCompoundFile = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
/** PDF, images, gzip: formats a person may pick by mistake. */
const isOtherBinary = (bytes: Uint8Array) =>
  ['%PDF', '\x89PNG', 'GIF8', '\xff\xd8\xff', '\x1f\x8b'].some((magic) =>
    Array.from(magic).every((character, index) => bytes[index] === character.charCodeAt(0)),
  );

async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<Table> {
  const archive = await openArchive(bytes, limits);
  if (archive.names.includes('xl/workbook.xml')) {
    return { format: 'xlsx', encoding: 'UTF-8', ...(await readXlsx(archive, limits)) };
  }
  if (archive.names.includes('content.xml')) {
    return { format: 'ods', encoding: 'UTF-8', ...(await readOds(archive, limits)) };
  }
  throw new TableRefused('unsupported_format', limits);
}

function refuseCompoundFile(bytes: Uint8Array, limits: TableLimits): never {
  const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new TableRefused(encrypted ? 'encrypted' : 'unsupported_format', limits);
}

const looksLikeJson = (text: string, { fileName, contentType }: FileToRead) =>
  /^\s*[[{]/.test(text.slice(0, 1_000)) ||
  (/^\s*(?:var|let|const)?\s*[\w.]{1,60}\s*=\s*[[{]/.test(text.slice(0, 1_000)) && /\.(?:js|json)$/i.test(fileName)) ||
  (/\.(?:geo)?json$/i.test(fileName) && /json/.test(contentType ?? 'json'));

/**
 * Reads a table from CSV, XLSX, ODS, JSON, newline-delimited JSON, GeoJSON, a GoGoCarto answer or vCard, telling the format
 * from the content first and from the name last. Bad lines are reported in `issues`; a file that can not be read at all
 * throws `TableRefused`, and nothing else.
 */
export async function readTable(source: Uint8Array | AsyncIterable<Uint8Array>, file: FileToRead): Promise<Table> {
  const limits: TableLimits = { ...defaultTableLimits, ...file.limits };
  const bytes = await gatherBytes(source, limits);
  if (bytes.length === 0) throw new TableRefused('empty', limits);
  if (isZip(bytes)) return readWorkbook(bytes, limits);
  if (isCompoundFile(bytes)) return refuseCompoundFile(bytes, limits);
  if (isOtherBinary(bytes)) throw new TableRefused('unsupported_format', limits);

  const { text, encoding, warnings } = decodeText(bytes);
  if (text.trim() === '') throw new TableRefused('empty', limits);
  if (/^\s*<(?:!doctype|html|\?xml|svg|rss|feed)/i.test(text.slice(0, 500))) {
    throw new TableRefused('unsupported_format', limits);
  }
  if (looksLikeVcard(text)) {
    const table = readVcard(text, limits);
    return { format: 'vcard', encoding, ...table, warnings: [...warnings, ...table.warnings] };
  }
  if (looksLikeJson(text, file)) {
    const table = await readJson(text, limits);
    return { ...table, encoding, warnings: [...warnings, ...table.warnings] };
  }
  const table = await readCsv(text, limits);
  if (table.rows.length === 0) throw new TableRefused('no_records', limits);
  return { format: 'csv', ...table, encoding, warnings: [...warnings, ...table.warnings] };
}
