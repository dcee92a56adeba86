import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { ShownPicture } from '#platform/pictures/picture.ts';
import { PhotoImage } from './photo-image.tsx';
import { focusClasses, photoOf } from './photo-of.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const picture: ShownPicture = {
  id,
  width: 3000,
  height: 2000,
  variants: [
    ...[640, 320].flatMap((width) =>
      (['avif', 'webp'] as const).map((format) => ({ format, width, height: width / 2, key: 'k' })),
    ),
    { format: 'jpeg', width: 2400, height: 1600, key: 'k' },
  ],
  alternative: 'Un marché',
  credit: 'Anna Le Goff',
  focalX: 32,
  focalY: 50,
};

test('a photo is offered in each size that was made of it, and no other', () => {
  const photo = photoOf(picture, '100vw');
  expect(photo.srcset).toBe(`/images/${id}/320.webp 320w, /images/${id}/640.webp 640w`);
  expect(photo.avif).toBe(`/images/${id}/320.avif 320w, /images/${id}/640.avif 640w`);
  expect(photo.src).toBe(`/images/${id}/640.webp`);
});

test('its text may be replaced, and emptied', () => {
  expect(photoOf(picture, '').alt).toBe('Un marché');
  expect(photoOf(picture, '', 'La place').alt).toBe('La place');
  expect(photoOf(picture, '', '').alt).toBe('');
});

test('the focal point becomes classes, the nearest tenth', () => {
  expect(focusClasses(50, 50)).toBe('');
  expect(focusClasses(46, 54)).toBe('');
  expect(focusClasses(0, 100)).toBe('focus-x-0 focus-y-100');
  expect(photoOf(picture, '').focus).toBe('focus-x-30');
});

test('the picture is drawn with its lighter form first, without attributes of ours', () => {
  const html = renderToString(<PhotoImage photo={photoOf(picture, '100vw')} eager />);
  expect(html).toMatch(/^<picture><source type="image\/avif" srcset="[^"]+320w[^"]+" sizes="100vw"/);
  expect(html).toContain('class="focus-x-30"');
  expect(html).toContain('fetchpriority="high"');
  expect(html).not.toMatch(/credit|focus=|avif="/);
});
