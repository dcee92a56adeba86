import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { tabTo } from './support/keyboard.ts';
import { ownSite } from './support/own-site.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

const focusedDay = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('data-day') ?? null);
const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

describe('the month, without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${origin}/agenda/mois`);
    await page.locator('es-month-grid table[role=grid]').waitFor();
  });

  it('is one stop, from which the arrows move by day and by week', async () => {
    await tabTo(page, '.month td[tabindex="0"]');
    const start = await page.locator('.month td:not(.other-month)').nth(10).getAttribute('data-day');
    await page.locator(`td[data-day="${start}"]`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedDay(page)).toBe(plusDays(start ?? '', 1));
    await page.keyboard.press('ArrowDown');
    expect(await focusedDay(page)).toBe(plusDays(start ?? '', 8));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    expect(await focusedDay(page)).toBe(start);
    await page.keyboard.press('Home');
    expect(Temporal.PlainDate.from((await focusedDay(page)) ?? '').dayOfWeek).toBe(1);
    await page.keyboard.press('End');
    expect(Temporal.PlainDate.from((await focusedDay(page)) ?? '').dayOfWeek).toBe(7);
    expect(await page.locator('.month td[tabindex="0"]').count()).toBe(1);
  });

  it('enters a day to reach its dates, and comes back to it', async () => {
    const day = page.locator('.month td:not(.other-month):has(.month-date)').first();
    const iso = await day.getAttribute('data-day');
    await day.focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
    expect(await focusedDay(page)).toBe(iso);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TD');
  });

  it('turns to the next month', async () => {
    const next = await page.locator('.month-steps a[rel=next]').getAttribute('href');
    await page.locator('.month td').nth(12).focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(`**${next}`);
  });

  it('has nothing to be reproached once the arrows work', async () => {
    await page.goto(`${origin}/agenda/mois`);
    await page.locator('es-month-grid table[role=grid]').waitFor();
    expect(await axeFindings(page, 'mois')).toEqual([]);
  });
});

describe('without script, on a small phone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  });

  it('narrows the agenda, opens a date and its page', async () => {
    await page.goto(`${origin}/agenda`);
    expect(await page.locator('.date-group .card').count()).toBeGreaterThan(2);
    await page.locator('main select[name=type]').selectOption({ index: 1 });
    await page.locator('.filter-bar > button').click();
    await page.waitForURL(/type=/);
    expect(await page.locator('.filters-active .chip').count()).toBe(1);
    await page.locator('.date-group .card-title a').first().click();
    await page.locator('.event-panel').waitFor();
    expect(await page.locator('.page-facts time').count()).toBe(1);
  });

  it('reads the month as a list of its days', async () => {
    await page.goto(`${origin}/agenda/mois`);
    const empty = page.locator('.month td.empty:not(.today, .holiday)');
    if ((await empty.count()) > 0) expect(await empty.first().isVisible()).toBe(false);
    expect(await page.locator('.month td:not(.other-month) .month-date').first().isVisible()).toBe(true);
  });

  it.each(['/agenda', '/agenda/mois', '/agenda/communes', '/agenda/carte', '/agenda/passes', '/agenda/cadre/mois'])(
    'keeps %s within the screen',
    async (path) => {
      await page.goto(origin + path);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBe(0);
    },
  );
});
