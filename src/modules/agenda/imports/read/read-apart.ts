/* oxlint-disable unicorn/require-post-message-target-origin -- workers have no origin. */
import { Worker } from 'node:worker_threads';
import type { Reading, ReadingOptions } from './incoming-event.ts';
import type { ReadingAnswer, ReadingTask } from './reading-worker.ts';

/** Why a text was not read. */
export type ReadingRefusal = 'not_a_calendar' | 'too_large' | 'too_long_to_read' | 'unreadable_calendar';
export type ReadApart = { ok: true; reading: Reading } | { ok: false; reason: ReadingRefusal };

/** Bounds of `trust.md` A.7: 2 MB, 2 s, 256 MB. */
export const mostBytes = 2_000_000;
const limits = { timeMs: 2000, memoryMb: 256 };
const program = new URL('./reading-worker.ts', import.meta.url);

/**
 * Reads what somebody else wrote in a worker of its own, killed when it takes too long or too much: a hostile calendar
 * stops nothing here. The clock starts once the worker is ready, so that a busy machine refuses nobody.
 */
export async function readApart(
  bytes: Uint8Array,
  options: ReadingOptions,
  { timeMs, memoryMb }: { timeMs: number; memoryMb: number } = limits,
): Promise<ReadApart> {
  if (bytes.length > mostBytes) return { ok: false, reason: 'too_large' };
  const worker = new Worker(program, {
    env: {},
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const { promise, resolve } = Promise.withResolvers<ReadApart>();
  let timer: NodeJS.Timeout | undefined;
  worker.on('message', (answer: ReadingAnswer) => {
    if (answer === 'ready') {
      timer = setTimeout(() => resolve({ ok: false, reason: 'too_long_to_read' }), timeMs);
      worker.postMessage({ bytes: Uint8Array.from(bytes), options } satisfies ReadingTask);
    } else if ('failed' in answer) resolve({ ok: false, reason: 'unreadable_calendar' });
    else resolve(answer.reading ? { ok: true, reading: answer.reading } : { ok: false, reason: 'not_a_calendar' });
  });
  worker.on('error', () => resolve({ ok: false, reason: 'unreadable_calendar' }));
  worker.on('exit', () => resolve({ ok: false, reason: 'unreadable_calendar' }));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
