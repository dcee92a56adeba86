import type { mailSubjects } from './mail-subjects.ts';
import type { Rhythm } from './rhythms.ts';

/** What may be told. */
export interface PlannedItem {
  /** Its kind and id, as `keyOf` writes them. */
  readonly key: string;
  readonly subject: (typeof mailSubjects)[number];
  readonly publishedAt: Temporal.Instant;
  /** When it is too late to speak of it. */
  readonly expiresAt: Temporal.Instant | null;
  /** Asked for by the employee, however old. */
  readonly isWanted?: boolean;
}

/** Whom it may be told to, what she heard already, and the mails she had lately, from all modules. */
export interface PlannedReader {
  readonly subjects: ReadonlySet<string>;
  readonly rhythm: Rhythm;
  /** When she proved her address: what was said before is not told again for her. */
  readonly since: Temporal.Instant;
  readonly pausedUntil: Temporal.Instant | null;
  /** Keys of what she heard. */
  readonly heard: ReadonlySet<string>;
  /** When her latest mails left; only those of the last seven days matter. */
  readonly mails: readonly Temporal.Instant[];
}

/** Her digest: when it may leave, and what it holds. */
export interface PlannedCopy<Item extends PlannedItem = PlannedItem> {
  readonly leavesAt: Temporal.Instant;
  readonly items: readonly Item[];
}

const budgetHours = 24 * 7;

/** How long an information may wait to be told: three digests of each week, or one of each month and a week more. */
const toldWithin = { at_once: 21, weekly: 21, monthly: 42 } as const;
/** What no digest tells any more. */
export const toldWithinDays = 42;

export const keyOf = (item: { kind: string; id: string }): string => `${item.kind} ${item.id}`;

const isAfter = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) > 0;

/** The first moment, from now on, at which one more mail stays within a budget for seven days. */
export function roomAt(mails: readonly Temporal.Instant[], budget: number, now: Temporal.Instant): Temporal.Instant {
  if (mails.length < budget) return now;
  const latest = mails.toSorted((one, other) => Temporal.Instant.compare(other, one));
  const free = latest[budget - 1]?.add({ hours: budgetHours });
  return free && isAfter(free, now) ? free : now;
}

function isPaused(reader: PlannedReader, now: Temporal.Instant): boolean {
  return reader.pausedUntil !== null && isAfter(reader.pausedUntil, now);
}

/** Whether an information sent alone may reach her now; over her budget, it waits for her next digest. */
export function maySendAlone(
  reader: PlannedReader,
  item: PlannedItem,
  { now, budget }: { now: Temporal.Instant; budget: number },
): boolean {
  return (
    reader.rhythm === 'at_once' &&
    reader.subjects.has(item.subject) &&
    !isPaused(reader, now) &&
    !reader.heard.has(item.key) &&
    (item.expiresAt === null || isAfter(item.expiresAt, now)) &&
    !isAfter(roomAt(reader.mails, budget, now), now)
  );
}

/**
 * The digest of one reader at the moment digests leave: what was said on her subjects that she did not hear yet and that
 * still holds. Null when it is not her day, while she pauses, and when there is nothing to say. When she had her mails
 * of the week, it leaves as soon as there is room.
 */
export function planDigest<Item extends PlannedItem>(
  reader: PlannedReader,
  items: readonly Item[],
  { now, budget, isMonthly }: { now: Temporal.Instant; budget: number; isMonthly: boolean },
): PlannedCopy<Item> | null {
  if (reader.rhythm === 'monthly' && !isMonthly) return null;
  if (isPaused(reader, now)) return null;
  const leavesAt = roomAt(reader.mails, budget, now);
  const oldest = now.subtract({ hours: 24 * toldWithin[reader.rhythm] });
  const hers = items.filter(
    (item) =>
      reader.subjects.has(item.subject) &&
      !reader.heard.has(item.key) &&
      (item.expiresAt === null || isAfter(item.expiresAt, leavesAt)) &&
      (item.isWanted || (isAfter(item.publishedAt, reader.since) && isAfter(item.publishedAt, oldest))),
  );
  return hers.length > 0 ? { leavesAt, items: hers } : null;
}
