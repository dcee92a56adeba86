import { asc, eq } from 'drizzle-orm';
import type { SegmentCondition, SegmentReading } from '#platform/contributions/module.ts';
import type { Reader } from '#platform/db/database.ts';
import { isId } from '#platform/ids/ids.ts';
import { segmentDefinition, type SegmentDefinition } from '../domain/segment-definition.ts';
import { peopleSegments } from '../tables.ts';
import { readDefinition, type ReadSegment } from './read-definition.ts';
import { countSegment, type SegmentCount } from './segment-people.ts';

/** A saved segment. */
export interface SavedSegment {
  id: string;
  name: string;
  version: number;
  definition: SegmentDefinition;
}

const columns = {
  id: peopleSegments.id,
  name: peopleSegments.name,
  version: peopleSegments.version,
  definition: peopleSegments.definition,
};

/** The saved segments of the hub by name. */
export async function savedSegments(db: Reader): Promise<SavedSegment[]> {
  const rows = await db.select(columns).from(peopleSegments).orderBy(asc(peopleSegments.nameKey));
  return rows.map(checked);
}

/** One saved segment, or null. */
export async function savedSegment(db: Reader, id: string): Promise<SavedSegment | null> {
  if (!isId(id)) return null;
  const [row] = await db.select(columns).from(peopleSegments).where(eq(peopleSegments.id, id));
  return row ? checked(row) : null;
}

const checked = ({ definition, ...row }: Omit<SavedSegment, 'definition'> & { definition: unknown }): SavedSegment => ({
  ...row,
  definition: segmentDefinition.parse(definition),
});

export type CountedSegment = SavedSegment & { read: ReadSegment; count: SegmentCount };

/** All saved segments with their sentence and count. */
export async function countedSegments(
  ctx: SegmentReading,
  known: readonly SegmentCondition[],
): Promise<CountedSegment[]> {
  return Promise.all(
    (await savedSegments(ctx.db)).map(async (saved) => {
      const read = await readDefinition(ctx, known, saved.definition);
      return { ...saved, read, count: await countSegment(ctx.db, read) };
    }),
  );
}
