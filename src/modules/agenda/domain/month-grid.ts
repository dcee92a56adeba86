/** The weeks that a month touches, Monday first, each of seven days: the days of its neighbours included. */
export function weeksOf(month: Temporal.PlainYearMonth): Temporal.PlainDate[][] {
  const first = month.toPlainDate({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  const weeks: Temporal.PlainDate[][] = [];
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    const start = monday;
    weeks.push(Array.from({ length: 7 }, (_, days) => start.add({ days })));
    monday = monday.add({ days: 7 });
  }
  return weeks;
}

/** Reads « 2026-03 »; null for anything else. */
export function readMonth(text: string): Temporal.PlainYearMonth | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null;
  return Temporal.PlainYearMonth.from(text);
}
