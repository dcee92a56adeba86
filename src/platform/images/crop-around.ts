/** A point that must stay visible, as fractions of the width and height from the top left corner. */
export type FocalPoint = { x: number; y: number };

export type Rectangle = { left: number; top: number; width: number; height: number };

/** The largest rectangle of the given ratio (width / height) inside an image, as centred on the point as can be. */
export function cropAround(
  image: { width: number; height: number },
  ratio: number,
  focus: FocalPoint = { x: 0.5, y: 0.5 },
): Rectangle {
  if (!(ratio > 0) || !Number.isFinite(ratio)) throw new RangeError('a ratio is a positive number');
  const width = clamp(Math.round(Math.min(image.width, image.height * ratio)), 1, image.width);
  const height = clamp(Math.round(Math.min(image.height, image.width / ratio)), 1, image.height);
  const left = clamp(Math.round(focus.x * image.width - width / 2), 0, image.width - width);
  const top = clamp(Math.round(focus.y * image.height - height / 2), 0, image.height - height);
  return { left, top, width, height };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
