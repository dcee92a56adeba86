import { capitalised, formatDate } from '#platform/french/index.ts';

export interface DateGroup<Item> {
  title: string;
  items: Item[];
}

/** Dates in order under « En ce moment », « Ces prochains jours », then month by month. */
export function groupedByDay<Item extends { date: Temporal.PlainDate }>(
  items: readonly Item[],
  today: Temporal.PlainDate,
): DateGroup<Item>[] {
  return grouped(items, ({ date }) => titleOf(date, today));
}

/** Dates month by month: « Mars 2026 ». */
export function groupedByMonth<Item extends { date: Temporal.PlainDate }>(items: readonly Item[]): DateGroup<Item>[] {
  return grouped(items, ({ date }) => monthTitle(date.toPlainYearMonth()));
}

/** « Mars 2026 » */
export function monthTitle(month: Temporal.PlainYearMonth): string {
  return capitalised(formatDate(month.toPlainDate({ day: 1 })).replace(/^\S+\s/, ''));
}

function grouped<Item>(items: readonly Item[], titleOfItem: (item: Item) => string): DateGroup<Item>[] {
  const groups: DateGroup<Item>[] = [];
  for (const item of items) {
    const title = titleOfItem(item);
    const last = groups.at(-1);
    if (last?.title === title) last.items.push(item);
    else groups.push({ title, items: [item] });
  }
  return groups;
}

function titleOf(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(date).days;
  // Begun before today and not over.
  if (days < 0) return 'En ce moment';
  if (days < 7) return 'Ces prochains jours';
  const month = monthTitle(date.toPlainYearMonth());
  return date.year === today.year ? month.replace(/\s\d+$/, '') : month;
}
