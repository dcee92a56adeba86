/** The hours a hub keeps: what is received in the evening does not wait before the next morning. */
const opening = { from: 9, to: 17 } as const;

/** Minutes in a working day. */
export const workingDay = (opening.to - opening.from) * 60;

/** Minutes of work between two moments: Monday to Friday, nine to five, French public holidays left out. */
export function workingMinutes(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const start = from.toZonedDateTimeISO(zone);
  const end = to.toZonedDateTimeISO(zone);
  let minutes = 0;
  for (
    let date = start.toPlainDate();
    Temporal.PlainDate.compare(date, end.toPlainDate()) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (!isWorkingDay(date)) continue;
    const opens = date.toZonedDateTime({ timeZone: zone, plainTime: { hour: opening.from } });
    const closes = date.toZonedDateTime({ timeZone: zone, plainTime: { hour: opening.to } });
    const begins = later(opens, start);
    const ends = earlier(closes, end);
    minutes += Math.max(0, Math.floor(begins.until(ends, { largestUnit: 'minutes' }).total('minutes')));
  }
  return minutes;
}

/** « moins d’une heure ouvrée », « 3 heures ouvrées », « 2 jours ouvrés ». */
export function workingTimeInWords(minutes: number): string {
  if (minutes < 60) return 'moins d’une heure ouvrée';
  if (minutes < workingDay) return counted(Math.floor(minutes / 60), 'heure ouvrée', 'heures ouvrées');
  return counted(Math.floor(minutes / workingDay), 'jour ouvré', 'jours ouvrés');
}

/** Whether the hub works that day. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && !isPublicHoliday(date);
}

// Article L3133-1 of the Code du travail; Alsace and Moselle have two more, overseas one, not counted here.
function isPublicHoliday(date: Temporal.PlainDate): boolean {
  const fixed = ['1-1', '1-5', '8-5', '14-7', '15-8', '1-11', '11-11', '25-12'];
  if (fixed.includes(`${date.day}-${date.month}`)) return true;
  return [1, 39, 50].includes(easter(date.year).until(date).days);
}

/** Easter Sunday, by the algorithm of Meeus, Jones and Butcher. */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rest = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(rest / 31), day: (rest % 31) + 1 });
}

const later = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  Temporal.ZonedDateTime.compare(one, other) < 0 ? other : one;
const earlier = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): Temporal.ZonedDateTime =>
  Temporal.ZonedDateTime.compare(one, other) < 0 ? one : other;
const counted = (count: number, one: string, many: string): string => `${count}\u00a0${count < 2 ? one : many}`;
