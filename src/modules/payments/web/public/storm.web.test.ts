import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import { stormOfNotices } from '#tests/support/payment-deliveries.ts';

const here = { clientId: 'ici', clientSecret: 'secret-ici', organizationSlug: 'pole-ici' };
const there = { clientId: 'ailleurs', clientSecret: 'secret-ailleurs', organizationSlug: 'pole-ailleurs' };

// A light dose in every run; `npm run ordeal -- payments` plays the whole of it, and reads what was found.
const count = Number(process.env['STORM_DELIVERIES'] ?? 110);
const seed = Number(process.env['STORM_SEED'] ?? 7);
const report = process.env['STORM_REPORT'];

let paying: PayingSite;
beforeAll(async () => {
  paying = await openPayingSite([here, there]);
});
afterAll(async () => {
  expect(paying.site.failures).toEqual([]);
  await paying.site.close();
  await paying.helloasso[Symbol.asyncDispose]();
});

test('notices repeated, out of order, forged or for another hub leave the ledger as the provider tells', async () => {
  const [hub, other] = [await paying.hub(here), await paying.hub(there)];
  const found = await stormOfNotices(paying, { hub, other, count, seed });
  if (report) writeFileSync(report, JSON.stringify(found));
  expect(found.deliveries).toBeGreaterThanOrEqual(count);
  expect(found.duplicates / found.deliveries).toBeGreaterThan(0.25);
  expect(found.forged).toBeGreaterThan(3);
  expect(found).toMatchObject({ wrongAnswers: [], wrongSums: 0, receivedTwice: 0, strayLines: 0, reconciled: 0 });
  // Control: a ledger that believed what it is told would be wrong.
  expect(found.naiveWrong).toBeGreaterThan(10);
}, 3_600_000);
