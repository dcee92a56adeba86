/**
 * The next plausible day of something that took place on these days (at least one): the same interval when the last ones
 * kept one, else the same weekday of the month (« le deuxième mardi »), a year later for what comes once a year.
 */
export function nextPlausibleDay(
  past: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
  { isYearly }: { isYearly: boolean },
): Temporal.PlainDate {
  const days = past.toSorted((a, b) => Temporal.PlainDate.compare(a, b));
  const last = days.at(-1);
  if (!last) return today.add({ days: 1 });
  const interval = isYearly ? null : regularInterval(days.slice(-3));
  const step = (count: number): Temporal.PlainDate => {
    if (interval !== null) return last.add({ days: interval * count });
    return sameWeekdayOf(last, last.with({ day: 1 }).add(isYearly ? { years: count } : { months: count }));
  };
  for (let count = 1; ; count += 1) {
    const next = step(count);
    if (Temporal.PlainDate.compare(next, today) > 0) return next;
  }
}

/** Weeks kept between these days, in days; null when they kept none, or months rather than weeks. */
function regularInterval(days: readonly Temporal.PlainDate[]): number | null {
  const gaps = days.slice(1).map((day, index) => days[index]!.until(day).days);
  const [first] = gaps;
  if (first === undefined || first === 0 || first > 21 || first % 7 !== 0) return null;
  return gaps.every((gap) => gap === first) ? first : null;
}

/** The day of a month on the same weekday, as often come: the last one when there is no fifth. */
function sameWeekdayOf(day: Temporal.PlainDate, month: Temporal.PlainDate): Temporal.PlainDate {
  const first = month.with({ day: 1 });
  const start = first.add({ days: (day.dayOfWeek - first.dayOfWeek + 7) % 7 });
  const wanted = start.add({ weeks: Math.ceil(day.day / 7) - 1 });
  return wanted.month === first.month ? wanted : wanted.subtract({ weeks: 1 });
}
