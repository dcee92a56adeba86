import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';

const origin = inject('siteOrigin');
const profile = '/annuaire/cafe-associatif-la-tablee';
const paths = [
  '/',
  '/annuaire',
  profile,
  `${profile}/ecrire`,
  '/annuaire/proposer',
  '/contact',
  '/le-pole',
  '/c-est-quoi-l-ess',
  '/recherche?q=jardin',
  '/connexion',
  '/mentions-legales',
];
const withMap = ['/carte'];
/** The live map comes by itself where there is room for it. */
const mapOnDesk = ['/annuaire'];
const kilobyte = 1_000;

interface Weighed {
  total: number;
  script: number;
  shift: number;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

/** Loads a page with an empty cache, leaves it alone a moment, and says what came over the wire and what moved. */
async function weigh(path: string, width: number): Promise<Weighed> {
  const page = await openPage(browser, { viewport: { width, height: 900 } });
  await watchShifts(page);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map<string, string>();
  let [total, script] = [0, 0];
  network.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === 'Image') return;
    total += encodedDataLength;
    if (kind === 'Script') script += encodedDataLength;
  });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  const shift = await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
  await page.context().close();
  return { total, script, shift };
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { shifted: number };
    seen.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

describe('a public page', () => {
  const weights: string[] = [];
  afterAll(() => process.stdout.write(`\n${weights.join('\n')}\n`));

  it.each([360, 1280])(
    'weighs at most 100 KB, 25 of script, and does not move while it comes, at %i px',
    async (width) => {
      const heavy: string[] = [];
      for (const path of [...paths, ...withMap]) {
        const { total, script, shift } = await weigh(path, width);
        const said = `${width} px · ${path} · ${(total / kilobyte).toFixed(1)} KB, script ${(script / kilobyte).toFixed(1)} KB, shift ${shift.toFixed(4)}`;
        weights.push(said);
        const hasMap = withMap.includes(path) || (width >= 1_000 && mapOnDesk.includes(path));
        if (shift > 0 || (!hasMap && (total > 100 * kilobyte || script > 25 * kilobyte))) heavy.push(said);
      }
      expect(heavy).toEqual([]);
    },
  );
});

describe('a visitor', () => {
  let context: BrowserContext;
  const elsewhere: string[] = [];
  beforeAll(async () => {
    const page = await openPage(browser);
    context = page.context();
    context.on('request', (request) => {
      const { protocol, origin: from } = new URL(request.url());
      if (protocol.startsWith('http') && from !== origin) elsewhere.push(request.url());
    });
    for (const path of [...paths, ...withMap]) await page.goto(origin + path, { waitUntil: 'networkidle' });
  });

  it('asks nothing of anybody else', () => expect(elsewhere).toEqual([]));
  it('keeps no cookie', async () => expect(await context.cookies()).toEqual([]));
});
