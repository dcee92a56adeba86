import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SentShareImage, ShareImage, ShareImageAnswer } from './share-image.ts';

/** Draws the pictures of shared links, one at a time, as PNG of 1200 × 630. */
export interface ShareImageDrawer {
  readonly draw: (image: ShareImage) => Promise<Uint8Array>;
}

const program = fileURLToPath(new URL('./share-image-process.ts', import.meta.url));

/**
 * Each picture is drawn in a process of its own, for the reasons of the image maker: decoders and fonts take 100 MB that
 * this process would keep. It sees none of our settings, and is killed when it takes too long.
 */
export function createShareImageDrawer({ timeoutMs = 30_000 }: { timeoutMs?: number } = {}): ShareImageDrawer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    draw: (image) => {
      const turn = last.then(() => drawApart(image, timeoutMs));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function drawApart({ photo, ...image }: ShareImage, timeoutMs: number): Promise<Uint8Array> {
  const child = fork(program, [], {
    serialization: 'advanced',
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: ['--max-old-space-size=128'],
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const { promise, resolve, reject } = Promise.withResolvers<ShareImageAnswer>();
  child.once('message', resolve).once('error', reject);
  child.once('disconnect', () => reject(new Error('the process that draws shared pictures ended')));
  const sent: SentShareImage = {
    ...image,
    photo: photo && {
      base64: Buffer.from(photo.bytes).toString('base64'),
      focalX: photo.focalX,
      focalY: photo.focalY,
    },
  };
  // A child that ends early closes its input; its exit says why.
  child.stdin?.once('error', () => undefined).end(JSON.stringify(sent));
  const answer = await promise;
  if ('failed' in answer) throw new Error(answer.failed);
  return answer.drawn;
}
