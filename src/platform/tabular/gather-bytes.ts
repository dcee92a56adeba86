import type { TableLimits } from './limits.ts';
import { TableRefused } from './table-refused.ts';

/** Collects a stream, and stops reading as soon as it passes the limit. */
export async function gatherBytes(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  limits: TableLimits,
): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.byteLength > limits.bytes) throw new TableRefused('too_large', limits);
    return source;
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > limits.bytes) throw new TableRefused('too_large', limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
