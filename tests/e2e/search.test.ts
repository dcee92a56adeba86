import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { tabTo } from './support/keyboard.ts';
import { ownSite } from './support/own-site.ts';

const { origin } = ownSite();

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
  page = await openPage(browser);
});
afterAll(() => browser.close());

const field = 'main [name=q]';
const options = 'main [role=option]';

async function type(text: string): Promise<void> {
  await page.goto(`${origin}/recherche`);
  await tabTo(page, field);
  await page.waitForFunction(() => document.querySelector('main [name=q]')?.getAttribute('role') === 'combobox');
  await page.keyboard.type(text);
  await page.locator(options).first().waitFor();
}

it('suggests while one types, by the keyboard, and leads to what is chosen', async () => {
  await type('café asso');
  const input = page.locator(field);
  expect(await input.getAttribute('aria-expanded')).toBe('true');
  expect(await page.locator('main [role=listbox]').getAttribute('aria-label')).toBe('Propositions');
  await page.keyboard.press('ArrowDown');
  const active = await input.getAttribute('aria-activedescendant');
  expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator(`[id="${active}"]`).innerText()).toContain('Café associatif La Tablée');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/annuaire/cafe-associatif-la-tablee');
});

it('folds with Escape, then searches what was typed', async () => {
  await type('café');
  await page.keyboard.press('Escape');
  await page.locator(options).first().waitFor({ state: 'hidden' });
  expect(await page.locator(field).inputValue()).toBe('café');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/recherche?q=caf*');
  expect(await page.locator('main mark').count()).toBeGreaterThan(0);
});

it('moves nothing of the page', async () => {
  await page.goto(`${origin}/recherche`);
  await page.evaluate(() => {
    const moved = window as unknown as { shifts: number };
    moved.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tabTo(page, field);
  await page.keyboard.type('atelier');
  await page.locator(options).first().waitFor();
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
});

it('shows no answer to what is no longer asked', async () => {
  await page.goto(`${origin}/recherche`);
  let answered = 0;
  await page.route('**/recherche/suggestions**', async (route) => {
    const isFirst = new URL(route.request().url()).searchParams.get('q') === 'ate';
    await new Promise((resolve) => setTimeout(resolve, isFirst ? 1_500 : 0));
    answered += 1;
    await route.continue().catch(() => {});
  });
  await tabTo(page, field);
  await page.keyboard.type('ate');
  await page.waitForTimeout(400);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('café asso');
  await page.locator(options).first().waitFor();
  await page.waitForTimeout(2_000);
  expect(answered).toBeGreaterThan(1);
  expect(await page.locator(options).first().innerText()).toContain('Café associatif');
  await page.unroute('**/recherche/suggestions**');
});

it('works without script', async () => {
  const bare = await openPage(browser, { javaScriptEnabled: false });
  await bare.goto(`${origin}/recherche`);
  await bare.fill(field, 'maréchage');
  await bare.locator('main form button').first().click();
  expect(await bare.locator('main').innerText()).toContain('voici');
  await bare.close();
});
