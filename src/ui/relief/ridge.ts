/** A line of relief, left edge to right edge, as knots joined by smooth curves. */
export interface Ridge {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

const whole = Math.round;

/**
 * Draws a ridge whose knots go up and down by turns, irregularly spaced, so that it never looks like a sine.
 * @param base mean height in the drawing (y grows downwards)
 * @param swing how far knots stray from it
 */
export function ridge(random: () => number, width: number, base: number, swing: number, bumps: number): Ridge {
  const xs = [0];
  const ys: number[] = [];
  let up = random() < 0.5;
  for (let knot = 0; knot <= bumps; knot++) {
    ys.push(whole(base + (up ? -1 : 1) * swing * (0.35 + random() * 0.65)));
    up = !up;
    if (knot > 0 && knot < bumps) xs.push(whole((width * (knot + (random() - 0.5) * 0.7)) / bumps));
  }
  xs.push(width);
  return { xs, ys };
}

const signed = (value: number): string => (value < 0 ? `${value}` : ` ${value}`);

/** The curve alone, relative commands, to follow a `M x0 y0`. */
export function curveOf({ xs, ys }: Ridge): string {
  let path = '';
  for (let knot = 1; knot < xs.length; knot++) {
    const dx = (xs[knot] ?? 0) - (xs[knot - 1] ?? 0);
    const dy = (ys[knot] ?? 0) - (ys[knot - 1] ?? 0);
    const middle = whole(dx / 2);
    path += `c${middle} 0 ${middle}${signed(dy)} ${dx}${signed(dy)}`;
  }
  return path;
}

/** The open line of the ridge. */
export function lineOf(of: Ridge): string {
  return `M0 ${of.ys[0] ?? 0}${curveOf(of)}`;
}

/** The ground under the ridge, down to the bottom. */
export function groundOf(of: Ridge, height: number): string {
  return `${lineOf(of)}V${height}H0z`;
}

/** Height of the ridge at x. */
export function heightAt({ xs, ys }: Ridge, x: number): number {
  for (let knot = 1; knot < xs.length; knot++) {
    const left = xs[knot - 1] ?? 0;
    const right = xs[knot] ?? 0;
    if (x <= right) {
      const along = (x - left) / (right - left || 1);
      const eased = along * along * (3 - 2 * along);
      const from = ys[knot - 1] ?? 0;
      return whole(from + ((ys[knot] ?? 0) - from) * eased);
    }
  }
  return ys.at(-1) ?? 0;
}
