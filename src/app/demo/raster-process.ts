import sharp from 'sharp';
import { makeImageVariants, type ImageVariants } from '#platform/images/make-image-variants.ts';

/** What is made of one drawing: the picture as if it had been sent, and its sizes. */
export interface Rastered {
  bytes: Uint8Array;
  made: ImageVariants;
}

// Uploads are never SVG; these drawings are ours.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });

/** Child process of `draw-demo-photo.ts`: takes drawings of ours, answers pictures in two sizes, ends. */
process.once('message', (drawings: string[]) => {
  void (async () => {
    const pictures: Rastered[] = [];
    for (const drawing of drawings) {
      const bytes = await sharp(Buffer.from(drawing))
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 88 })
        .toBuffer();
      pictures.push({ bytes, made: await makeImageVariants(bytes, { widths: [480, 960] }) });
    }
    process.send?.(pictures, () => process.disconnect?.());
  })();
});
