import { expect, test } from 'vitest';
import { threadKinds } from './benefit.ts';

test('what the team noted of a call, a visit or a letter is never read to a member', () => {
  const read = Object.values(threadKinds).flat();
  expect(read.filter((kind) => /appel|rencontre|note|courri|réponse/i.test(kind))).toEqual([]);
});
