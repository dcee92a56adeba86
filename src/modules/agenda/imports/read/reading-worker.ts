/* oxlint-disable unicorn/require-post-message-target-origin -- workers have no origin. */
import { parentPort } from 'node:worker_threads';
import type { Reading, ReadingOptions } from './incoming-event.ts';
import { readSource } from './read-source.ts';

/** What is asked of the worker, and what it answers. */
export type ReadingTask = { bytes: Uint8Array; options: ReadingOptions };
export type ReadingAnswer = 'ready' | { reading: Reading | null } | { failed: string };

/** Worker of `read-apart.ts`: reads one text, answers, ends. */
parentPort?.once('message', ({ bytes, options }: ReadingTask) => {
  try {
    parentPort?.postMessage({ reading: readSource(bytes, options) } satisfies ReadingAnswer);
  } catch (error) {
    parentPort?.postMessage({ failed: String(error) } satisfies ReadingAnswer);
  }
  parentPort?.close();
});
parentPort?.postMessage('ready' satisfies ReadingAnswer);
