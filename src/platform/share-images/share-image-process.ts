import { text } from 'node:stream/consumers';
import { drawShareImage } from './draw-share-image.ts';
import type { SentShareImage, ShareImageAnswer } from './share-image.ts';

/** Child process of `share-image-drawer.ts`: reads one request on its input, answers by message, ends. */
async function answer(): Promise<ShareImageAnswer> {
  try {
    return { drawn: await drawShareImage(JSON.parse(await text(process.stdin)) as SentShareImage) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.send?.(await answer(), () => process.disconnect?.());
