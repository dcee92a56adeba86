import { pipeline } from 'node:stream/promises';
import { type Readable, Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OutboundRefused } from './outbound-refused.ts';

const maxRatio = 100;
/** Below this size a high ratio is only a repetitive page, and can hurt nobody. */
const harmlessBytes = 64 * 1024;

/**
 * Reads a body up to `maxBytes` once decompressed, stopping the download at the first byte too many.
 * @throws OutboundRefused `too_large`, `suspicious_compression`, `encoding`, `broken_content`
 */
export async function readBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const compressed = isCompressed(encoding);
  const received = { bytes: 0 };
  const kept: Buffer[] = [];
  let size = 0;

  body.on('data', (chunk: Buffer) => (received.bytes += chunk.length)).pause();
  const keep = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(new OutboundRefused('too_large'));
      if (compressed && size > harmlessBytes && size > received.bytes * maxRatio) {
        return done(new OutboundRefused('suspicious_compression'));
      }
      kept.push(chunk);
      done();
    },
  });

  try {
    await (compressed ? pipeline(body, createGunzip(), keep, { signal }) : pipeline(body, keep, { signal }));
  } catch (error) {
    if (error instanceof OutboundRefused || signal.aborted) throw error;
    throw new OutboundRefused('broken_content', { cause: error });
  }
  return Buffer.concat(kept, size);
}

function isCompressed(encoding: string): boolean {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return false;
    case 'gzip':
    case 'x-gzip':
      return true;
    default:
      throw new OutboundRefused('encoding');
  }
}
