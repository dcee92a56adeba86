import { expect, it } from 'vitest';
import { isSignature, longestSignature, signatureDrawing } from './signature.ts';

it('knows the path of a pen from everything else', () => {
  for (const path of ['', 'M1 2L3 4', 'M0 0L400 150L12 9M7 7L7 7'])
    expect([path, isSignature(path)]).toEqual([path, true]);
  for (const path of [
    'M1 2',
    'L3 4',
    'M1 2L3 4Z',
    'M1 2L3,4',
    'M-1 2L3 4',
    'M1 2L401 4',
    'M1 2L3 151',
    'M1 2L3 4"/><script>',
    'M1 2L3 4\n',
    `M1 2${'L3 4'.repeat(longestSignature / 4)}`,
  ])
    expect([path, isSignature(path)]).toEqual([path, false]);
});

it('reads a long hostile text at once', () => {
  const started = performance.now();
  expect(isSignature(`${'M1 2L3 4'.repeat(999)}x`)).toBe(false);
  expect(performance.now() - started).toBeLessThan(200);
});

it('draws the path alone', () => {
  expect(signatureDrawing('M1 2L3 4')).toContain('d="M1 2L3 4"');
});
