import type { MailingDependencies } from '#modules/mailing/index.ts';
import { readSegmentDefinition, segmentSeam } from '#modules/people/index.ts';
import type { SegmentCondition } from '#platform/contributions/module.ts';

/** The segments of people, and the conditions they are made of, as mailings use them. */
export function mailingSegments(known: () => readonly SegmentCondition[]): MailingDependencies['segments'] {
  return {
    ...segmentSeam(known),
    async matching(ctx, { key, value }) {
      const { people, sentence } = await readSegmentDefinition(ctx, known(), {
        join: 'all',
        conditions: [{ key, value, isContrary: false }],
      });
      return people && { people, words: sentence };
    },
    async choices(ctx, key) {
      const asked = known().find((condition) => condition.key === key)?.value;
      return asked?.kind === 'choice' ? asked.choices(ctx) : [];
    },
  };
}
