import type { PlannedItem, PlannedReader } from '../domain/plan.ts';

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
  const end = until.epochMilliseconds;
  const told = items.map((item) => ({
    key: item.key,
    subject: item.subject,
    published: item.publishedAt.epochMilliseconds,
    expires: item.expiresAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  }));
  const byKey = new Map(told.map((item) => [item.key, item]));
  readers.forEach((reader, index) => {
    const note = (fault: Fault['fault'], what: string) => void faults.push({ fault, reader: index, what });
    const heardAt = new Map<string, number>();
    const times = reader.got.map(({ at }) => at.epochMilliseconds);
    reader.got.forEach((mail, place) => {
      const at = times[place] ?? 0;
      for (const { key } of mail.items) {
        if (heardAt.has(key)) note('twice', key);
        heardAt.set(key, at);
        if ((byKey.get(key)?.expires ?? 0) <= at) note('too late', key);
      }
    });
    times.sort((one, other) => one - other);
    for (const [place, time] of times.entries())
      if ((times[place + budget] ?? Number.POSITIVE_INFINITY) - time < week) note('over budget', `at ${time}`);
    const past = reader.past.map((state) => ({ ...state, from: state.at.epochMilliseconds }));
    for (const item of told) {
      const was = past.findLast(({ from }) => from < item.published);
      if (!was?.hears || !was.subjects.has(item.subject)) continue;
      const deadline = item.published + promise[was.rhythm];
      if (deadline > end || item.expires <= deadline) continue;
      if (past.some(({ from }) => from >= item.published && from <= deadline)) continue;
      promised += 1;
      if ((heardAt.get(item.key) ?? Number.POSITIVE_INFINITY) > deadline) note('lost', item.key);
    }
  });
  return { faults, promised };
}
