import { asc } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { indicatorPoints } from '../../tables.ts';

export type StoredIndicatorPoint = Omit<typeof indicatorPoints.$inferSelect, 'hubId'>;

/** All that the hub counted of itself, by indicator then by day. */
export async function readIndicatorPoints(db: Reader): Promise<StoredIndicatorPoint[]> {
  return db.select().from(indicatorPoints).orderBy(asc(indicatorPoints.indicator), asc(indicatorPoints.day));
}
