/** Days an individual may withdraw (code du travail, art. L6353-5; at a distance, code de la consommation, art. L221-18). */
export const withdrawalDays = { onsite: 10, distance: 14 } as const;

/** Most that may be asked before the course begins, out of a hundred (code du travail, art. L6353-6). */
export const mostBeforeStart = 30;

/** The last day an individual may withdraw: a delay that ends on a day off goes on to the next working day. */
export function lastWithdrawalDay(
  signedOn: Temporal.PlainDate,
  { isDistance, isHoliday }: { isDistance: boolean; isHoliday: (day: Temporal.PlainDate) => boolean },
): Temporal.PlainDate {
  let last = signedOn.add({ days: isDistance ? withdrawalDays.distance : withdrawalDays.onsite });
  while (last.dayOfWeek >= 6 || isHoliday(last)) last = last.add({ days: 1 });
  return last;
}

/** What may be asked of an individual on a given day, in cents: nothing until she may no longer withdraw. */
export function mostPayable(contract: {
  priceCents: number;
  signedOn: Temporal.PlainDate | null;
  isDistance: boolean;
  isHoliday: (day: Temporal.PlainDate) => boolean;
  startsOn: Temporal.PlainDate;
  today: Temporal.PlainDate;
}): number {
  const { priceCents, signedOn, startsOn, today } = contract;
  if (!signedOn) return 0;
  if (Temporal.PlainDate.compare(today, lastWithdrawalDay(signedOn, contract)) <= 0) return 0;
  if (Temporal.PlainDate.compare(today, startsOn) <= 0) return Math.floor((priceCents * mostBeforeStart) / 100);
  return priceCents;
}
