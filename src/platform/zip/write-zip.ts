import { crc32, deflateRawSync } from 'node:zlib';

/** One file of the archive. */
export interface ZipEntry {
  /** Folders are parted by `/`; never absolute, never up. */
  readonly name: string;
  readonly content: Uint8Array;
}

const encoder = new TextEncoder();
/** Names are UTF-8. */
const flags = 0x0800;
const deflated = 8;
const mostBytes = 0xff_ff_ff_ff;

/**
 * A ZIP archive that every system opens by itself, entry by entry (PKWARE APPNOTE 6.3; without ZIP64: 4 GB and 65,535
 * files at most). The same moment and content give the same bytes.
 * @throws RangeError for a name that would leave the folder, twice the same name, or too much
 */
export async function* writeZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  { writtenAt }: { writtenAt: Temporal.PlainDateTime },
): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  const names = new Set<string>();
  const moment = dosMoment(writtenAt);
  let offset = 0;
  for await (const { name, content } of entries) {
    if (!isSafe(name) || names.has(name)) throw new RangeError(`not an entry name: ${name}`);
    names.add(name);
    const path = encoder.encode(name);
    const body = deflateRawSync(content);
    const shared = sharedHeader({ moment, checksum: crc32(content), packed: body.length, size: content.length, path });
    const header = Buffer.concat([number(0x04034b50, 4), shared, number(0, 2), path]);
    directory.push(
      Buffer.concat([
        number(0x02014b50, 4),
        number(20, 2),
        shared,
        // Extra, comment, disk, attributes inside and outside.
        Buffer.alloc(2 + 2 + 2 + 2 + 4),
        number(offset, 4),
        path,
      ]),
    );
    offset += header.length + body.length;
    if (offset > mostBytes || names.size > 0xff_ff) throw new RangeError('too much for one archive');
    yield header;
    yield body;
  }
  const end = Buffer.concat(directory);
  yield end;
  yield Buffer.concat([
    number(0x06054b50, 4),
    Buffer.alloc(4),
    number(names.size, 2),
    number(names.size, 2),
    number(end.length, 4),
    number(offset, 4),
    Buffer.alloc(2),
  ]);
}

/** From « version needed » to the length of the name: the same in both headers. */
function sharedHeader(entry: {
  moment: Uint8Array;
  checksum: number;
  packed: number;
  size: number;
  path: Uint8Array;
}): Uint8Array {
  return Buffer.concat([
    number(20, 2),
    number(flags, 2),
    number(deflated, 2),
    entry.moment,
    number(entry.checksum, 4),
    number(entry.packed, 4),
    number(entry.size, 4),
    number(entry.path.length, 2),
  ]);
}

/** Time, then date, as MS-DOS wrote them. */
function dosMoment({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): Uint8Array {
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  const date = ((Math.max(1980, year) - 1980) << 9) | (month << 5) | day;
  return Buffer.concat([number(time, 2), number(date, 2)]);
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}

function isSafe(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.includes('\\') || name.includes(':')) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
