import { between, type Canvas, fill, house, stroke } from './canvas.ts';
import { curveOf, groundOf, heightAt, lineOf, type Ridge, ridge } from './ridge.ts';

const at = <Item>(list: readonly Item[], rank: number): Item => list[Math.min(rank, list.length - 1)] as Item;

/** A row of round trees standing along a ridge: one dashed stroke, half hidden by the ground drawn after it. */
function hedge({ random, palette }: Canvas, along: Ridge, rank: number, size: number): string {
  const gap = (): number => between(random, Math.round(size * 0.8), Math.round(size * 1.7));
  const rest = between(random, size * 4, size * 9);
  return stroke(at(palette.tree, rank), lineOf(along), size, `0 ${gap()} 0 ${gap()} 0 ${gap()} 0 ${rest}`);
}

function hamlet({ random, palette, width, height }: Canvas, along: Ridge, from: number): string {
  let walls = '';
  let roofs = '';
  let x = Math.round(width * from);
  for (let count = between(random, 2, 3); count > 0; count--) {
    const size = between(random, height * 0.05, height * 0.075);
    const { wall, roof } = house(x, heightAt(along, x + size / 2) + 3, size, between(random, size * 0.5, size * 0.8));
    walls += wall;
    roofs += roof;
    x += size + between(random, 4, 12);
  }
  return fill(palette.wall, walls) + fill(palette.roof, roofs);
}

/** Rolling hills, woods on the crests, a hamlet, a path winding towards it. */
export function hills(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const layers = 4;
  const wooded = between(random, 1, 2);
  const lived = wooded === 1 ? 2 : 1;
  let svg = '';
  for (let layer = 0; layer < layers; layer++) {
    const depth = layer / (layers - 1);
    const rank = layer + (layer > 1 ? 2 : 0);
    const line = ridge(random, width, height * (horizon + depth * (0.87 - horizon)), height * (0.1 - depth * 0.03), 3);
    if (layer === wooded || layer === 3) svg += hedge(canvas, line, rank, Math.round(height * (0.05 + depth * 0.03)));
    if (layer === lived) svg += hamlet(canvas, line, 0.25 + random() * 0.4);
    svg += fill(at(palette.ground, rank), groundOf(line, height));
    if (layer === 2) {
      const x = between(random, width * 0.3, width * 0.7);
      const y = heightAt(line, x);
      const way = between(random, 30, 70) * (random() < 0.5 ? -1 : 1);
      svg += stroke(
        at(palette.line, 3),
        `M${x} ${y}q${way} ${Math.round(height * 0.06)} 0 ${Math.round(height * 0.12)}t0 ${Math.round(height * 0.2)}`,
        5,
      );
    }
  }
  return svg;
}

/** Bocage: a patchwork of fields, each edged by its hedge, and a farm. */
export function hedgerows(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const far = ridge(random, width, height * horizon, height * 0.06, 3);
  const middle = ridge(random, width, height * (horizon + 0.13), height * 0.05, 2);
  const near = ridge(random, width, height * (horizon + 0.3), height * 0.045, 2);
  const size = Math.round(height * 0.045);
  const bottom = height;
  let parcels = '';
  let edges = '';
  for (let count = 0, x = between(random, -width * 0.1, width * 0.12); count < 3; count++) {
    const top = heightAt(near, Math.max(0, x));
    const lean = Math.round((x - width / 2) * 0.5);
    const wide = between(random, width * 0.14, width * 0.22);
    const topEnd = heightAt(near, Math.min(width, x + wide));
    const leanEnd = Math.round((x + wide - width / 2) * 0.5);
    parcels += `M${x} ${top}L${x + wide} ${topEnd}q${leanEnd >> 2} 20 ${leanEnd} ${bottom - topEnd}H${x + lean}Q${x + (lean >> 2)} ${top + 20} ${x} ${top}z`;
    edges += `M${x} ${top}q${lean >> 2} 20 ${lean} ${bottom - top}`;
    x += wide + between(random, width * 0.1, width * 0.2);
  }
  return (
    fill(at(palette.ground, 0), groundOf(far, height)) +
    hedge(canvas, middle, 1, size) +
    fill(at(palette.ground, 1), groundOf(middle, height)) +
    hamlet(canvas, near, 0.15 + random() * 0.6) +
    hedge(canvas, near, 3, Math.round(size * 1.3)) +
    fill(at(palette.ground, 3), groundOf(near, height)) +
    fill(at(palette.ground, random() < 0.5 ? 2 : 4), parcels) +
    stroke(at(palette.tree, 4), edges, Math.round(size * 1.1), `0 ${size} 0 ${Math.round(size * 1.5)}`)
  );
}

/** The sea: a headland with its lighthouse, sails, an island, waves, the dune in front. */
export function coast(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const sea = Math.round(height * (horizon + 0.06));
  const right = random() < 0.5;
  const mirror = (x: number): number => Math.round(right ? width - x : x);
  const way = right ? -1 : 1;
  const w = (share: number): number => Math.round(width * share);
  const h = (share: number): number => Math.round(height * share);

  const isle = between(random, w(0.5), w(0.75));
  let svg = fill(
    at(palette.ground, 0),
    `M${mirror(isle)} ${sea}c${w(0.05) * way}-${h(0.09)} ${w(0.11) * way}-${h(0.05)} ${w(0.22) * way} 0z`,
  );
  svg += fill(at(palette.ground, 1), `M0 ${sea}H${width}V${height}H0z`);

  let waves = '';
  for (let count = 0; count < 5; count++)
    waves += `M${between(random, 0, w(0.85))} ${sea + h(0.04 + count * 0.055)}h${between(random, w(0.06), w(0.16))}`;
  svg += stroke(at(palette.line, 0), waves, 3, '').replace('<path', '<path stroke-linecap="round"');

  const cliff = between(random, h(0.12), h(0.19));
  const cape = between(random, w(0.24), w(0.34));
  const foot = mirror(cape * 0.45);
  const ground = sea - cliff;
  svg += fill(
    at(palette.ground, 3),
    `M${mirror(0)} ${ground - 4}c${w(0.1) * way}-${h(0.05)} ${Math.round(cape * 0.5) * way} ${h(0.03)} ${Math.round(cape * 0.72) * way} ${h(0.04)}q${w(0.05) * way} ${h(0.03)} ${Math.round(cape * 0.28) * way} ${cliff}L${mirror(cape * 1.2)} ${sea + h(0.07)}H${mirror(0)}z`,
  );
  if (random() < 0.7) {
    const tall = between(random, h(0.18), h(0.25));
    svg += fill(palette.wall, `M${foot - 9} ${ground + 8}l4-${tall}h10l4 ${tall}z`);
    svg += fill(
      palette.roof,
      `M${foot - 8} ${ground - Math.round(tall * 0.35)}h16v${Math.round(tall * 0.22)}h-16zM${foot - 7} ${ground + 8 - tall}h14v-9l-7-7-7 7z`,
    );
  } else {
    const size = h(0.08);
    const { wall, roof } = house(foot - size, ground + 8, size, Math.round(size * 0.6));
    svg += fill(palette.wall, wall) + fill(palette.roof, roof);
  }

  let sails = '';
  let hulls = '';
  for (let count = between(random, 1, 3); count > 0; count--) {
    const size = between(random, h(0.07), h(0.13));
    const x = mirror(w(0.3 + count * 0.16 + random() * 0.09));
    const y = sea + between(random, 2, h(0.14)) + size / 5;
    sails += `M${x} ${Math.round(y)}v-${size}q${Math.round(size * 0.6)} ${size >> 1} ${Math.round(size * 0.6)} ${size}zM${x - 3} ${Math.round(y)}v-${Math.round(size * 0.8)}l-${Math.round(size * 0.4)} ${Math.round(size * 0.8)}z`;
    hulls += `M${x - (size >> 1)} ${Math.round(y) + 3}h${Math.round(size * 1.2)}l-${size >> 2} ${size >> 2}h-${Math.round(size * 0.8)}z`;
  }
  svg += fill(palette.sail, sails) + fill(at(palette.tree, 5), hulls);

  const swell = ridge(random, width, height * 0.82, height * 0.025, 4);
  const dune = ridge(random, width, height * 0.92, height * 0.055, 2);
  return (
    svg +
    fill(at(palette.ground, 2), groundOf(swell, height)) +
    fill(at(palette.ground, 5), groundOf(dune, height)) +
    stroke(at(palette.tree, 5), lineOf(dune), Math.round(height * 0.035), `0 ${h(0.05)} 0 ${h(0.03)} 0 ${h(0.3)}`)
  );
}

/** A town: two rows of gables, lit windows, a steeple, trees in the street. */
export function rooftops(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const back = ridge(random, width, height * (horizon + 0.02), height * 0.08, 3);
  const steeple = between(random, width * 0.55, width * 0.78);
  const floor = Math.round(height * (horizon + 0.24));
  const tower = Math.round(height * 0.31);
  let svg = fill(at(palette.ground, 0), groundOf(back, height)) + hedge(canvas, back, 1, Math.round(height * 0.05));
  svg += fill(palette.wall, `M${steeple - 10} ${floor}v-${tower}h20v${tower}z`);
  svg += fill(at(palette.tree, 2), `M${steeple - 13} ${floor - tower}l13-${tower >> 1} 13 ${tower >> 1}z`);
  svg += street(canvas, floor, height * 0.2, palette.wall, palette.roof, at(palette.ground, 3));
  svg += street(
    canvas,
    Math.round(height * (horizon + 0.4)),
    height * 0.25,
    at(palette.ground, 3),
    at(palette.tree, 5),
    palette.sun,
  );
  const pavement = ridge(random, width, height * 0.93, height * 0.025, 2);
  const size = Math.round(height * 0.1);
  return (
    svg +
    stroke(
      at(palette.tree, 4),
      lineOf(pavement),
      size,
      `0 ${size} 0 ${size * 4} 0 ${Math.round(size * 1.3)} 0 ${size * 7}`,
    ) +
    fill(at(palette.ground, 5), groundOf(pavement, height))
  );
}

/** One row of houses across the drawing, with gaps of garden between some of them. */
function street(canvas: Canvas, floor: number, size: number, wall: string, roof: string, pane: string): string {
  const { random, width } = canvas;
  let walls = '';
  let roofs = '';
  let panes = '';
  for (let x = -between(random, 0, size * 0.5); x < width;) {
    const wide = between(random, size * 0.7, size * 1.2);
    const tall = between(random, size * 0.5, size);
    if (random() < 0.82) {
      const drawn = house(x, floor, wide, tall);
      walls += drawn.wall;
      roofs += drawn.roof;
      panes += `M${x + Math.round(wide * 0.28)} ${floor - tall + 12}h${Math.round(wide * 0.5)}`;
    }
    x += wide;
  }
  return (
    fill(wall, walls) +
    fill(roof, roofs) +
    `<path stroke="${pane}" stroke-width="8" stroke-dasharray="6 9" d="${panes}"/>`
  );
}

/** Mountains: faceted peaks under snow, fir woods, a lake holding the light. */
export function mountains(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  let svg = '';
  for (let range = 0; range < 2; range++) {
    const base = Math.round(height * (horizon + 0.22 + range * 0.08));
    let slopes = `M0 ${height}V${base}`;
    let shades = '';
    let snow = '';
    let x = -between(random, 0, width * 0.12);
    while (x < width) {
      const wide = between(random, width * 0.24, width * 0.4);
      const tall = Math.round(height * (range ? 0.2 : 0.36) * (0.65 + random() * 0.45));
      const top = x + Math.round(wide * (0.4 + random() * 0.2));
      const peak = base - tall;
      slopes += `L${top} ${peak}L${x + wide} ${base}`;
      shades += `M${top} ${peak}L${x + wide} ${base}H${top + (wide >> 4)}L${top - (wide >> 4)} ${base - (tall >> 1)}z`;
      if (!range) {
        const cap = 0.3;
        const left = Math.round((top - x) * cap);
        const right = Math.round((x + wide - top) * cap);
        const down = Math.round(tall * cap);
        snow += `M${top} ${peak}l${right} ${down}-${Math.round(right * 0.6)}-${down >> 2}-${Math.round(right * 0.4)} ${down >> 1}-${left >> 1}-${down >> 1}-${left - (left >> 1)} ${down >> 2}z`;
      }
      x += Math.round(wide * 0.82);
    }
    const rank = range ? 2 : 0;
    svg += fill(at(palette.ground, rank), `${slopes}V${height}z`) + fill(at(palette.tree, rank), shades);
    if (snow) svg += fill(palette.sail, snow);
  }
  const shore = Math.round(height * (horizon + 0.3));
  svg += fill(palette.haze, `M0 ${shore}H${width}V${height}H0z`);
  let ripples = '';
  for (let count = 0; count < 4; count++)
    ripples += `M${between(random, width * 0.1, width * 0.8)} ${shore + 9 + count * 9}h${between(random, 24, 70)}`;
  svg += stroke(at(palette.ground, 0), ripples, 3);
  const bank = ridge(random, width, height * 0.86, height * 0.07, 2);
  let firs = '';
  for (let x = between(random, 0, 30); x < width; x += between(random, 13, 34)) {
    if (random() < 0.3) x += between(random, 40, 100);
    const tall = between(random, height * 0.1, height * 0.2);
    firs += `M${x} ${heightAt(bank, x) + 6}l${Math.round(tall * 0.25)}-${tall} ${Math.round(tall * 0.25)} ${tall}z`;
  }
  return svg + fill(at(palette.tree, 4), firs) + fill(at(palette.ground, 5), groundOf(bank, height));
}

/** Plains: a wide sky, ploughed fields running to one point, poplars, a mill or turbines. */
export function plains(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const land = Math.round(height * (horizon + 0.12));
  const far = ridge(random, width, land - height * 0.02, height * 0.02, 3);
  const vanish = between(random, width * 0.25, width * 0.75);
  let light = '';
  let dark = '';
  const strips = 9;
  for (let strip = 0; strip < strips; strip++) {
    const from = Math.round(vanish + (strip - strips / 2) * width * 0.36);
    const top = Math.round(vanish + (strip - strips / 2) * width * 0.1);
    const path = `M${top} ${land}h${Math.round(width * 0.1)}L${from + Math.round(width * 0.36)} ${height}H${from}z`;
    if (strip % 3 === 0) light += path;
    else if (strip % 3 === 1) dark += path;
  }
  let furrows = '';
  for (let count = 0; count < 4; count++)
    furrows += `M${Math.round(vanish + width * (-0.1 + count * 0.055))} ${land}L${Math.round(vanish + width * (-0.4 + count * 0.22))} ${height}`;
  let poplars = '';
  const start = between(random, width * 0.05, width * 0.6);
  for (let count = between(random, 4, 7), x = start; count > 0; count--, x += between(random, 13, 20)) {
    const tall = between(random, height * 0.1, height * 0.17);
    poplars += `M${x} ${land + 3}c-9-${tall >> 1} 0-${tall} 0-${tall}s9 ${tall >> 1} 0 ${tall}z`;
  }
  let landmark = '';
  const x = Math.round(start < width * 0.32 ? width * 0.75 : width * 0.2);
  if (random() < 0.5) {
    const turn = between(random, 0, 119);
    for (const [dx, size] of [
      [0, 1],
      [Math.round(width * 0.09), 0.75],
    ] as const) {
      const tall = Math.round(height * 0.24 * size);
      const blade = Math.round(tall * 0.5);
      landmark += `<path stroke="${at(palette.ground, 1)}" stroke-width="3" d="M${x + dx} ${land}v-${tall}"/><path fill="${at(palette.ground, 1)}" transform="translate(${x + dx} ${land - tall})rotate(${turn + dx})" d="M0 0l-3-4L0-${blade}l3 ${blade - 4}zM0 0l${Math.round(blade * 0.87)} ${blade >> 1}-${Math.round(blade * 0.8)}-${Math.round(blade * 0.34)}zM0 0l-${Math.round(blade * 0.87)} ${blade >> 1} ${Math.round(blade * 0.78)}-${Math.round(blade * 0.58)}z"/>`;
    }
  } else {
    const size = Math.round(height * 0.13);
    const { wall, roof } = house(x - size, land + 4, Math.round(size * 1.5), Math.round(size * 0.5));
    landmark = fill(palette.wall, wall) + fill(palette.roof, roof);
  }
  return (
    fill(at(palette.ground, 0), groundOf(far, height)) +
    fill(at(palette.tree, 2), poplars) +
    landmark +
    fill(at(palette.ground, 2), `M0 ${land}H${width}V${height}H0z`) +
    fill(at(palette.ground, 1), light) +
    fill(at(palette.ground, 4), dark) +
    stroke(at(palette.line, 2), furrows, 2)
  );
}

/** Vineyards: slopes combed by rows of vine, cypresses, a house on the crest. */
export function vineyards(canvas: Canvas): string {
  const { random, palette, width, height, horizon } = canvas;
  const far = ridge(random, width, height * horizon, height * 0.09, 2);
  const crest = ridge(random, width, height * (horizon + 0.16), height * 0.07, 2);
  const near = ridge(random, width, height * (horizon + 0.34), height * 0.06, 2);
  const rows = (of: Ridge, rank: number, count: number, gap: number, size: number): string => {
    let path = '';
    for (let row = 1; row <= count; row++)
      path += `M0 ${Math.round((of.ys[0] ?? 0) + row * gap + row * row)}${curveOf(of)}`;
    return stroke(at(palette.tree, rank), path, size, `0 ${Math.round(size * 1.45)}`);
  };
  let cypress = '';
  const from = between(random, width * 0.15, width * 0.7);
  for (let count = between(random, 3, 5), x = from; count > 0; count--, x += between(random, 12, 26)) {
    const tall = between(random, height * 0.1, height * 0.17);
    cypress += `M${x} ${heightAt(crest, Math.min(width, x)) + 4}c-9-6 0-${tall} 0-${tall}s9 ${tall - 6} 0 ${tall}z`;
  }
  return (
    fill(at(palette.ground, 0), groundOf(far, height)) +
    fill(at(palette.tree, 3), cypress) +
    hamlet(canvas, crest, from > width * 0.45 ? 0.2 : 0.66) +
    fill(at(palette.ground, 2), groundOf(crest, height)) +
    rows(crest, 2, 3, height * 0.045, Math.round(height * 0.022)) +
    fill(at(palette.ground, 4), groundOf(near, height)) +
    rows(near, 5, 4, height * 0.06, Math.round(height * 0.04))
  );
}
