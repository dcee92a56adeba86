import type { Reader } from '#platform/db/database.ts';
import { planDigest, type PlannedCopy, type PlannedItem } from '../../domain/plan.ts';
import { digestReaders, type DigestReader } from './digest-readers.ts';

export interface PlannedDigest<Item extends PlannedItem> extends PlannedCopy<Item> {
  reader: DigestReader;
}

/** The digest of each reader who has something to read, were they composed now. */
export async function* plannedDigests<Item extends PlannedItem>(
  db: Reader,
  items: readonly Item[],
  moment: { now: Temporal.Instant; budget: number; isMonthly: boolean },
): AsyncGenerator<PlannedDigest<Item>> {
  for await (const reader of digestReaders(db, moment.now)) {
    const hers = reader.only ? items.filter((item) => reader.only?.has(item.key)) : items;
    const copy = planDigest(reader, hers, moment);
    if (copy) yield { ...copy, reader };
  }
}
