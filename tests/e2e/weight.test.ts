import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { ownSite } from './support/own-site.ts';

const { origin } = ownSite();
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
  '/pour/association',
  '/actualites',
  '/actualites/proposer',
  '/histoires',
  '/projets',
  '/actions',
  '/ressources',
  '/veille',
  '/experiences',
  '/chiffres',
  '/mon-projet-est-il-ess',
  '/accompagnement',
  '/phototheque',
  '/pages/une-annee-en-images',
  '/flux',
];
/** Lists one page of which is weighed too. */
const lists = ['/actualites', '/histoires', '/projets', '/actions', '/ressources', '/veille', '/experiences'];
const withMap = ['/carte'];
/** The live map comes by itself where there is room for it. */
const mapOnDesk = ['/annuaire'];
const kilobyte = 1_000;
/** Pages weighed at the same time. */
const lanes = 3;

interface Weighed {
  path: string;
  total: number;
  script: number;
  shift: number;
  /** What was asked of other sites. */
  elsewhere: string[];
  cookies: number;
}

let browser: Browser;
let all: string[];
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
  all = [...paths, ...withMap, ...(await Promise.all(lists.map(firstOf)))];
});
afterAll(() => browser.close());

/** The page that a list names first. */
async function firstOf(list: string): Promise<string> {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(origin + list);
  const links = await page
    .locator(`main :is(h2, h3) a[href^="${list}/"]`)
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  await page.context().close();
  expect(links.length, list).toBeGreaterThan(0);
  return links[0] ?? list;
}

/** Loads a page with an empty cache, leaves it alone a moment, and says what came over the wire and what moved. */
async function weigh(path: string, width: number): Promise<Weighed> {
  const page = await openPage(browser, { viewport: { width, height: 900 } });
  await watchShifts(page);
  const elsewhere: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, origin: from } = new URL(request.url());
    if (protocol.startsWith('http') && from !== origin) elsewhere.push(request.url());
  });
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
  const cookies = (await page.context().cookies()).length;
  await page.context().close();
  return { path, total, script, shift, elsewhere, cookies };
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

async function weighAll(width: number): Promise<Weighed[]> {
  const waiting = [...all];
  const weighed: Weighed[] = [];
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) weighed.push(await weigh(path, width));
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return weighed;
}

const size = (octets: number): string => `${(octets / kilobyte).toFixed(1)} KB`;

describe.each([360, 1280])('a public page at %i px', (width) => {
  let weighed: Weighed[];
  beforeAll(async () => {
    weighed = await weighAll(width);
  });
  const said = ({ path, total, script, shift }: Weighed): string =>
    `${width} px · ${path} · ${size(total)}, script ${size(script)}, shift ${shift.toFixed(4)}`;
  afterAll(() => process.stdout.write(`\n${weighed.map(said).join('\n')}\n`));

  it('weighs at most 100 KB, 25 of script', () => {
    const hasMap = (path: string): boolean => withMap.includes(path) || (width >= 1_000 && mapOnDesk.includes(path));
    const heavy = weighed.filter(
      ({ path, total, script }) => !hasMap(path) && (total > 100 * kilobyte || script > 25 * kilobyte),
    );
    expect(heavy.map(said)).toEqual([]);
  });
  it('does not move while it comes', () => expect(weighed.filter(({ shift }) => shift > 0).map(said)).toEqual([]));
  it('asks nothing of anybody else', () => expect(weighed.flatMap(({ elsewhere }) => elsewhere)).toEqual([]));
  it('keeps no cookie', () => expect(weighed.filter(({ cookies }) => cookies > 0).map(said)).toEqual([]));
});
