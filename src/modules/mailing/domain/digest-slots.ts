/** When digests leave, as the hub set it: 1 is Monday. */
export interface DigestTime {
  readonly weekday: number;
  readonly hour: number;
}

/** A moment at which digests leave. The first of its month serves those who read once a month too. */
export interface DigestSlot {
  readonly at: Temporal.Instant;
  readonly isMonthly: boolean;
}

/** A digest is not caught up with later than this. */
const lateHours = 48;
/** Two digests never follow each other closer, even when the hub changes its day. */
const apartDays = 4;

const slotOn = (date: Temporal.PlainDate, hour: number, zone: string): DigestSlot => ({
  at: date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant(),
  isMonthly: date.day <= 7,
});

/** The last moment at which digests were to leave, up to now. */
export function lastSlot(now: Temporal.Instant, { weekday, hour }: DigestTime, zone: string): DigestSlot {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const date = today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 });
  const slot = slotOn(date, hour, zone);
  return Temporal.Instant.compare(slot.at, now) <= 0 ? slot : slotOn(date.subtract({ days: 7 }), hour, zone);
}

/** The next one. */
export function nextSlot(now: Temporal.Instant, time: DigestTime, zone: string): DigestSlot {
  const last = lastSlot(now, time, zone).at.toZonedDateTimeISO(zone).toPlainDate();
  return slotOn(last.add({ days: 7 }), time.hour, zone);
}

/** Whether the digests of this moment are to be composed now, when the last ones left then. */
export function isTimeFor(slot: DigestSlot, now: Temporal.Instant, lastLeft: Temporal.Instant | null): boolean {
  if (Temporal.Instant.compare(now, slot.at.add({ hours: lateHours })) > 0) return false;
  return lastLeft === null || Temporal.Instant.compare(slot.at, lastLeft.add({ hours: 24 * apartDays })) > 0;
}
