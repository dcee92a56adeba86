import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

export type Measure = { size: number; sha256: string };

/** Passes a stream through while counting and hashing it; `measure()` is right once it has been read to its end. */
export function measured(source: Readable | Uint8Array): { stream: Readable; measure: () => Measure } {
  const hash = createHash('sha256');
  let size = 0;
  async function* read() {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  }
  return {
    stream: Readable.from(read(), { objectMode: false }),
    measure: () => ({ size, sha256: hash.copy().digest('hex') }),
  };
}

export function measureOf(bytes: Uint8Array): Measure {
  return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
