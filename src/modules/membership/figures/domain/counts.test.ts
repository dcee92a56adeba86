import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsBy, movements } from './counts.ts';

const member = fc.record({
  memberId: fc.integer({ min: 0, max: 30 }).map(String),
  college: fc.constantFrom('', 'Usagers', 'Structures'),
  municipality: fc.constantFrom('', 'Janzé', 'Rennes'),
  who: fc.constantFrom('person', 'association'),
});
const members = fc.uniqueArray(member, { selector: ({ memberId }) => memberId, maxLength: 30 });

test('the parts of every figure add up to the whole, and the rate is what its lists say', () => {
  fc.assert(
    fc.property(members, members, (before, now) => {
      for (const facet of ['college', 'municipality', 'who'] as const)
        expect(countsBy(now, facet).reduce((sum, { count }) => sum + count, 0)).toBe(now.length);
      const { stayed, came, left, rate } = movements(before, now);
      expect(stayed.length + came.length).toBe(now.length);
      expect(stayed.length + left.length).toBe(before.length);
      if (before.length > 0) expect(rate).toBe(stayed.length / before.length);
      else expect(rate).toBeNull();
    }),
  );
});
