/** Days an individual may withdraw (code du travail, art. L6353-5; at a distance, code de la consommation, art. L221-18). */
export const withdrawalDays = { onsite: 10, distance: 14 } as const;

/** Most that may be asked before the course begins, out of a hundred (code du travail, art. L6353-6). */
export const mostBeforeStart = 30;

/** The last day an individual may withdraw: a delay that ends on a day off goes on to the next working day. */
export function lastWithdrawalDay(
  signedOn: Temporal.PlainDate,
  { isDistance }: { isDistance: boolean },
): Temporal.PlainDate {
  let last = signedOn.add({ days: isDistance ? withdrawalDays.distance : withdrawalDays.onsite });
  while (isDayOff(last)) last = last.add({ days: 1 });
  return last;
}

/** What may be asked of an individual on a given day, in cents: nothing until she may no longer withdraw. */
export function mostPayable(contract: {
  priceCents: number;
  signedOn: Temporal.PlainDate | null;
  isDistance: boolean;
  startsOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}): number {
  const { priceCents, signedOn, isDistance, startsOn, today } = contract;
  if (!signedOn) return 0;
  if (Temporal.PlainDate.compare(today, lastWithdrawalDay(signedOn, { isDistance })) <= 0) return 0;
  if (Temporal.PlainDate.compare(today, startsOn) <= 0) return Math.floor((priceCents * mostBeforeStart) / 100);
  return priceCents;
}

/** A Saturday, a Sunday or a public holiday (code du travail, art. L3133-1). */
export function isDayOff(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek >= 6) return true;
  const monthDay = day.toString().slice(5);
  if (['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].includes(monthDay)) return true;
  const easter = easterOf(day.year);
  return [1, 39, 50].some((days) => easter.add({ days }).equals(day));
}

/** Easter Sunday, by the anonymous Gregorian computus. */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}
