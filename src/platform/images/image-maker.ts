import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkUpload } from './check-upload.ts';
import { ImageRefused, type ImageRefusal } from './image-refused.ts';
import type { ImageVariants, VariantOptions } from './make-image-variants.ts';

export type ImageAnswer = { made: ImageVariants } | { refused: ImageRefusal } | { failed: string };

/** Redraws uploads, one at a time, see `makeImageVariants`. @throws ImageRefused */
export type ImageMaker = { readonly make: (bytes: Uint8Array, options?: VariantOptions) => Promise<ImageVariants> };

const program = fileURLToPath(new URL('./image-process.ts', import.meta.url));

/**
 * Each image is drawn in a process of its own. Decoders fragment the memory of the process they run in (300 MB kept
 * after eight large images, measured), and are where a hostile file does harm: here both end with the image. The
 * process sees none of our settings, and is killed when it takes too long.
 */
export function createImageMaker({ timeoutMs = 60_000 }: { timeoutMs?: number } = {}): ImageMaker {
  let last: Promise<unknown> = Promise.resolve();
  return {
    make: (bytes, options = {}) => {
      const turn = last.then(() => drawApart(bytes, options, timeoutMs));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function drawApart(bytes: Uint8Array, options: VariantOptions, timeoutMs: number): Promise<ImageVariants> {
  checkUpload(bytes, options.limits);
  const child = fork(program, [JSON.stringify(options)], {
    serialization: 'advanced',
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: ['--max-old-space-size=128'],
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const { promise, resolve, reject } = Promise.withResolvers<ImageAnswer>();
  child.once('message', resolve).once('error', reject);
  // Comes after the last message, whether the child ended by itself, crashed or was killed.
  child.once('disconnect', () =>
    reject(new ImageRefused('unreadable', { cause: new Error('the image process ended') })),
  );
  // A child that ends early closes its input; its exit says why.
  child.stdin?.once('error', () => undefined).end(bytes);
  const answer = await promise;
  if ('refused' in answer) throw new ImageRefused(answer.refused);
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.made;
}
