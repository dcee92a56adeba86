import { z } from 'zod';

/** How the conditions of a segment come together. */
export const segmentJoins = ['all', 'any'] as const;
export type SegmentJoin = (typeof segmentJoins)[number];

/** One condition as it was chosen: which one, true or contrary, and the value beside it. */
export interface ChosenCondition {
  key: string;
  isContrary: boolean;
  value: string;
}

/** Whom a segment is made of: people of whom all, or any, of these are true. Without condition, everyone. */
export interface SegmentDefinition {
  join: SegmentJoin;
  conditions: readonly ChosenCondition[];
}

export const mostConditions = 20;

export const segmentDefinition = z.object({
  join: z.enum(segmentJoins),
  conditions: z
    .array(
      z.object({
        key: z.string().min(1).max(80),
        isContrary: z.boolean(),
        value: z.string().trim().max(200),
      }),
    )
    .max(mostConditions, 'Vingt conditions au plus.'),
});

/** Whether a value is fit for a condition that asks a number or a day. */
export function isFit(kind: 'number' | 'day', value: string): boolean {
  if (kind === 'number') return /^\d{1,6}$/.test(value);
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!found) return false;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
