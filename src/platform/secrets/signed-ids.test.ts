import { expect, test } from 'vitest';
import { newId, newToken } from '../ids/ids.ts';
import { openSignedIds } from './signed-ids.ts';

const links = openSignedIds(newToken());
const [hub, other, id] = [newId(), newId(), newId()];

test('a link says the id it was written for, to its hub and purpose alone', () => {
  const text = links.write('poll', hub, id);
  expect(text).toMatch(/^[\w-]{64}$/);
  expect(links.read('poll', hub, text)).toBe(id);
  expect(links.read('answer', hub, text)).toBeNull();
  expect(links.read('poll', other, text)).toBeNull();
  expect(openSignedIds(newToken()).read('poll', hub, text)).toBeNull();
});

test('what was touched or made up says nothing', () => {
  const text = links.write('poll', hub, id);
  for (const touched of ['', 'a', `${text}A`, `A${text.slice(1)}`, `${text.slice(0, -1)}_`, '../..', `${text}=`, id])
    if (touched !== text) expect(links.read('poll', hub, touched)).toBeNull();
});
