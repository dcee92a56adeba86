import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { ownSite } from './support/own-site.ts';

const { origin } = ownSite();
const pictures = '/pages/une-annee-en-images';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
  page = await openPage(browser);
});
afterAll(() => browser.close());

describe('the menu', () => {
  const summary = '.site-nav .nav-group > summary';

  it('opens a group by the keyboard, one at a time, and gives the focus back', async () => {
    await page.goto(origin);
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    const first = page.locator('.site-nav .nav-group').first();
    await first.locator('a').first().waitFor({ state: 'visible' });
    expect(await axeFindings(page, page.url())).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.nav-group ul') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await first.locator('a').first().waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.locator(summary).nth(0).click();
    await page.locator(summary).nth(1).click();
    expect(await page.locator('.site-nav .nav-group[open]').count()).toBe(1);
  });

  it('opens without script', async () => {
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.goto(origin);
    await plain.locator(summary).first().click();
    const link = plain.locator('.site-nav .nav-group a').first();
    const href = await link.getAttribute('href');
    await link.click();
    await plain.waitForURL(origin + href);
    await plain.context().close();
  });
});

describe('the gallery', () => {
  it('shows photos large by the keyboard, from one to the next, and comes back', async () => {
    await page.goto(origin + pictures);
    await tabTo(page, '.gallery a');
    await page.keyboard.press('Enter');
    const large = page.locator('.lightbox');
    await large.waitFor({ state: 'visible' });
    expect(await axeFindings(page, page.url())).toEqual([]);
    const said = large.locator('[role="status"]');
    expect(await said.innerText()).toMatch(/^1 \/ \d/);
    await page.keyboard.press('ArrowRight');
    expect(await said.innerText()).toMatch(/^2 \/ \d/);
    await page.keyboard.press('Escape');
    await large.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.closest('.gallery') !== null)).toBe(true);
  });

  it('leads to the photo itself without script', async () => {
    const plain = await openPage(browser, { javaScriptEnabled: false });
    await plain.goto(origin + pictures);
    const href = await plain.locator('.gallery a').first().getAttribute('href');
    const answer = await plain.request.get(origin + href);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/webp']);
    await plain.context().close();
  });
});

describe('layout', () => {
  it.each(['/', '/pour/association', '/le-pole', pictures])('%s does not move while it comes', async (path) => {
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 400);
        }),
    );
    expect(shift).toBeLessThan(0.01);
  });
});
