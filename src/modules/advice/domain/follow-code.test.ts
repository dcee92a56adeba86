import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { followCode, isLeftBy, readFollowCode } from './follow-code.ts';

it('a code is read as it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
      const code = followCode(bytes);
      expect(code).toMatch(/^[A-HJ-NP-Z]{4}-[A-HJ-NP-Z]{4}$/);
      expect(readFollowCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
    }),
  );
  expect(readFollowCode('ABC')).toBeNull();
  expect(readFollowCode('ABCD-EFGHI')).toBeNull();
});

const left = { name: 'Solenn Ménager', email: 'solenn@exemple.fr', phone: '+33 2 61 91 00 00' };
it.each([
  ['02 61 91 00 00', true],
  ['0261910000', true],
  ['solenn menager', true],
  ['Solenn@exemple.fr', true],
  ['02 61 91 00 01', false],
  ['Solenn', false],
  ['', false],
])('%s: %s', (typed, expected) => expect(isLeftBy(typed, left)).toBe(expected));
