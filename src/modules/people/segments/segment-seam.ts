import type { SQL } from 'drizzle-orm';
import type { SegmentCondition, SegmentReading } from '#platform/contributions/module.ts';
import { readDefinition } from './queries/read-definition.ts';
import { savedSegment, savedSegments } from './queries/segments.ts';

/** The saved segments, as other modules use them. */
export interface SavedSegments {
  list(ctx: SegmentReading): Promise<{ id: string; name: string }[]>;
  /** A select of one column, `person_id`; null when there is no such segment, or when it can not be read any more. */
  people(ctx: SegmentReading, id: string): Promise<SQL | null>;
}

/** Saved segments among the conditions that modules know. */
export function segmentSeam(known: () => readonly SegmentCondition[]): SavedSegments {
  return {
    list: async ({ db }) => (await savedSegments(db)).map(({ id, name }) => ({ id, name })),
    async people(ctx, id) {
      const saved = await savedSegment(ctx.db, id);
      return saved && (await readDefinition(ctx, known(), saved.definition)).people;
    },
  };
}
