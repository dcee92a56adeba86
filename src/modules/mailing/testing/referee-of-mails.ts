import { keyOf, type PlannedItem, type PlannedReader } from '../domain/plan.ts';

/** What a reader was, what she got, and how her wishes changed. */
export interface ReaderOfYear extends Omit<PlannedReader, 'heard' | 'mails'> {
  subjects: ReadonlySet<string>;
  rhythm: PlannedReader['rhythm'];
  since: Temporal.Instant;
  pausedUntil: Temporal.Instant | null;
  isEnded: boolean;
  heard: Set<string>;
  mails: Temporal.Instant[];
  got: { at: Temporal.Instant; items: readonly PlannedItem[] }[];
  past: { at: Temporal.Instant; subjects: ReadonlySet<string>; rhythm: PlannedReader['rhythm']; hears: boolean }[];
}

export interface Fault {
  fault: 'twice' | 'over budget' | 'lost' | 'too late';
  reader: number;
  what: string;
}

const day = 24 * 3_600_000;
const week = 7 * day;
/** By when one who changed nothing must have heard: her next digest, and the week it may wait for room. */
const promise = { at_once: 2 * week, weekly: 2 * week, monthly: 6 * week } as const;

/** Looks at what each reader got, knowing nothing of how it was decided. */
export function judge(
  readers: readonly ReaderOfYear[],
  items: readonly PlannedItem[],
  { budget, until }: { budget: number; until: Temporal.Instant },
): { faults: Fault[]; promised: number } {
  const faults: Fault[] = [];
  let promised = 0;
  readers.forEach((reader, index) => {
    const note = (fault: Fault['fault'], what: string) => void faults.push({ fault, reader: index, what });
    const heardAt = new Map<string, number>();
    for (const mail of reader.got)
      for (const item of mail.items) {
        if (heardAt.has(keyOf(item))) note('twice', keyOf(item));
        heardAt.set(keyOf(item), mail.at.epochMilliseconds);
        if (item.expiresAt && Temporal.Instant.compare(item.expiresAt, mail.at) <= 0) note('too late', keyOf(item));
      }
    const times = reader.got.map(({ at }) => at.epochMilliseconds).sort((one, other) => one - other);
    for (const [place, time] of times.entries())
      if ((times[place + budget] ?? Number.POSITIVE_INFINITY) - time < week) note('over budget', `at ${time}`);
    for (const item of items) {
      const published = item.publishedAt.epochMilliseconds;
      const was = reader.past.findLast((state) => state.at.epochMilliseconds < published);
      if (!was?.hears || !was.subjects.has(item.subject)) continue;
      const deadline = published + promise[was.rhythm];
      if (deadline > until.epochMilliseconds || (item.expiresAt?.epochMilliseconds ?? deadline + 1) <= deadline)
        continue;
      const changed = reader.past.some(
        ({ at }) => at.epochMilliseconds >= published && at.epochMilliseconds <= deadline,
      );
      if (changed) continue;
      promised += 1;
      if ((heardAt.get(keyOf(item)) ?? Number.POSITIVE_INFINITY) > deadline) note('lost', keyOf(item));
    }
  });
  return { faults, promised };
}
