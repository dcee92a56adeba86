import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { openTestSite, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

test('a picture kept for the team is seen by whoever sent it, and by nobody else outside', async () => {
  const hub = await site.hub();
  const sender = await hub.person('contributor');
  const drawn = sharp({ create: { width: 400, height: 300, channels: 3, background: '#3a7' } });
  const picture = {
    bytes: new Uint8Array(await drawn.jpeg().toBuffer()),
    alternative: '',
    credit: '',
    visibility: 'staff',
  } as const;
  const { imageId } = unwrap(await keepPicture(await hub.context(sender.actor), site.site.ports, picture));
  const path = `/images/${imageId}/320.webp`;
  const statusFor = async (cookie?: string): Promise<number> => (await hub.get(path, cookie)).status;
  expect(await statusFor(sender.cookie)).toBe(200);
  expect(await statusFor(await hub.signIn('employee'))).toBe(200);
  expect(await statusFor(await hub.signIn('contributor'))).toBe(404);
  expect(await statusFor()).toBe(404);
  expect((await hub.get(path, sender.cookie)).headers.get('cache-control')).toBe('private, no-store');
});
