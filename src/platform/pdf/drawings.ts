import { artifact, content, need, type Sheet } from './sheet.ts';

type Pdf = Sheet['pdf'];

interface Room {
  width?: number;
  height?: number;
  alternative?: string;
  after?: number;
}

/** One of our SVG drawings in its own proportions, whole, in the room that is left in a cell. */
export function drawWhole(sheet: Sheet, svg: string, room: { height: number; alternative: string }): void {
  const { width, height } = boxOf(svg);
  const scale = Math.min(sheet.width / width, room.height / height);
  drawDrawing(sheet, svg, { ...room, width: width * scale, height: height * scale, after: 0 });
}

/** One of our SVG drawings, as wide as its room, its top cut when the room is lower than the drawing. */
export function drawDrawing(sheet: Sheet, svg: string, { alternative = '', after = 8, ...room }: Room): void {
  const { pdf } = sheet;
  const { width: boxWidth, height: boxHeight } = boxOf(svg);
  const width = room.width ?? sheet.width;
  const height = room.height ?? (width * boxHeight) / boxWidth;
  need(sheet, height);
  const box = { x: sheet.left, y: pdf.y, width, height };
  const scale = Math.max(width / boxWidth, height / boxHeight);
  const draw = (): void => {
    pdf.save();
    pdf.rect(box.x, box.y, width, height).clip();
    pdf.translate(box.x + (width - boxWidth * scale) / 2, box.y + height - boxHeight * scale).scale(scale);
    for (const [, name = '', attributes = ''] of svg.matchAll(/<(path|circle)\s([^>]*?)\/?>/g))
      drawShape(
        pdf,
        name,
        new Map([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
      );
    pdf.restore();
  };
  if (alternative) content(sheet, 'Figure', { alt: alternative, box }, draw);
  else artifact(sheet, draw);
  pdf.x = sheet.left;
  pdf.y = box.y + height + after;
}

function boxOf(svg: string): { width: number; height: number } {
  const [, , width = 1, height = 1] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { width, height };
}

function drawShape(pdf: Pdf, name: string, attributes: ReadonlyMap<string, string>): void {
  const number = (key: string, usual = 0): number => Number(attributes.get(key) ?? usual);
  const fill = attributes.get('fill') ?? '#000000';
  const stroke = attributes.get('stroke');
  pdf.save();
  move(pdf, attributes.get('transform') ?? '');
  if (name === 'circle') pdf.circle(number('cx'), number('cy'), number('r'));
  else pdf.path(attributes.get('d') ?? '');
  if (stroke) {
    pdf.lineWidth(number('stroke-width', 1)).strokeColor(stroke);
    if (attributes.get('stroke-linecap') === 'round') pdf.lineCap('round');
    const dashes = (attributes.get('stroke-dasharray') ?? '')
      .split(' ')
      .map(Number)
      .filter((length) => length > 0);
    // Dashes of no length are dots: their caps make them.
    if (dashes.length > 0) pdf.dash(dashes.length > 1 ? (dashes[0] ?? 1) : 0.01, { space: dashes.at(-1) ?? 1 });
  }
  const isFilled = fill !== 'none' && !(stroke && !attributes.has('fill'));
  if (isFilled && stroke) pdf.fillAndStroke(fill, stroke);
  else if (stroke) pdf.stroke();
  else if (isFilled) pdf.fill(fill);
  pdf.restore();
}

function move(pdf: Pdf, transform: string): void {
  for (const [, act, values = ''] of transform.matchAll(/(translate|rotate|scale)\(([^)]*)\)/g)) {
    const [first = 0, second = 0] = values.trim().split(/[ ,]+/).map(Number);
    if (act === 'translate') pdf.translate(first, second);
    else if (act === 'rotate') pdf.rotate(first);
    else pdf.scale(first, second || first);
  }
}
