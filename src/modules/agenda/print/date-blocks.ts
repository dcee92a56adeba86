import { capitalised, formatDate } from '#platform/french/index.ts';
import type { Block } from './flow-in-columns.ts';
import type { PrintedDate, PrintedSeries } from './printed-dates.ts';

/** How large a programme is written: 1 on A4. */
export type Scale = number;

/** Dates under their day, each day kept with its first date. */
export function dayBlocks(dates: readonly PrintedDate[], scale: Scale): Block[] {
  return dates.map((date, at) => (inside) => {
    const isNewDay = !dates[at - 1]?.day.equals(date.day);
    if (isNewDay) {
      inside.heading(capitalised(formatDate(date.day, { weekday: true, year: false })), {
        level: 2,
        size: 13 * scale,
        colour: 'brand',
        after: 2 * scale,
      });
      inside.rule({ after: 5 * scale });
    }
    drawDate(inside, date, { lead: date.time, scale });
  });
}

/** What comes back often, under one title. */
export function regularBlocks(series: readonly PrintedSeries[], scale: Scale): Block[] {
  return series.map((one, at) => (inside) => {
    if (at === 0) {
      inside.heading('Et régulièrement', { level: 2, size: 13 * scale, colour: 'brand', after: 2 * scale });
      inside.rule({ after: 5 * scale });
    }
    drawDate(inside, one, { lead: [one.days, one.time].filter(Boolean).join(', '), scale });
  });
}

function drawDate(
  inside: Parameters<Block>[0],
  { title, detail, warning }: PrintedDate,
  { lead, scale }: { lead: string; scale: Scale },
): void {
  const size = 10 * scale;
  if (lead || warning)
    inside.paragraph([{ text: lead }, { text: warning && `${lead && ' · '}${warning}`, bold: true }], {
      size: size * 0.92,
      after: 0,
    });
  inside.paragraph(title, { size: size * 1.08, bold: true, after: detail ? 0 : 8 * scale });
  if (detail) inside.paragraph(detail, { size: size * 0.92, colour: 'muted', after: 8 * scale });
}
