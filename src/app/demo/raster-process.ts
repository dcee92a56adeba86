import sharp from 'sharp';

/** Child process of `draw-demo-photo.ts`: takes drawings of ours, answers JPEGs, ends. */
process.once('message', (drawings: string[]) => {
  void (async () => {
    const photos: Uint8Array[] = [];
    for (const drawing of drawings)
      photos.push(
        await sharp(Buffer.from(drawing)).flatten({ background: '#ffffff' }).jpeg({ quality: 88 }).toBuffer(),
      );
    process.send?.(photos, () => process.disconnect?.());
  })();
});
