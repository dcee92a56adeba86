import { buffer } from 'node:stream/consumers';
import type { ImageAnswer } from './image-maker.ts';
import { ImageRefused } from './image-refused.ts';
import { makeImageVariants, type VariantOptions } from './make-image-variants.ts';

/** Child process of `image-maker.ts`: reads one image on its input, answers by message, ends. */
async function answer(): Promise<ImageAnswer> {
  try {
    const options = JSON.parse(process.argv[2] ?? '{}') as VariantOptions;
    return { made: await makeImageVariants(await buffer(process.stdin), options) };
  } catch (error) {
    return error instanceof ImageRefused ? { refused: error.reason } : { failed: String(error) };
  }
}

process.send?.(await answer(), () => process.disconnect?.());
