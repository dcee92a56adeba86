import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

/** The door of an event that people registered to, on a phone. */
async function openDoor(): Promise<Page> {
  const page = await staffPage(browser, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.goto(`${origin}/gestion/agenda`);
  const lists = await page
    .locator('main a[href^="/gestion/agenda/"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => /^\/gestion\/agenda\/[0-9a-f-]{36}$/.test(href)),
    );
  for (const href of new Set(lists)) {
    const answer = await page.goto(`${origin}${href}/emargement`);
    if (!answer?.ok() || (await page.locator('[data-person]').count()) < 4) continue;
    await page.waitForFunction(() => customElements.get('es-check-in') !== undefined);
    return page;
  }
  throw new Error('the demonstration has no event with people registered');
}

const row = (page: Page, at: number) => page.locator('[data-person]').nth(at);
const tap = (page: Page, at: number, act: string) => row(page, at).locator(`[data-act="${act}"]`).click();
const pressed = (page: Page, at: number, act: string) =>
  row(page, at).locator(`[data-act="${act}"]`).getAttribute('aria-pressed');

describe('at the door', () => {
  it('people are noted without network, and the server hears of it once it is back', async () => {
    const page = await openDoor();
    expect(await axeFindings(page, 'émargement')).toEqual([]);
    const before = await pressed(page, 0, 'present');
    if (before === 'true') await tap(page, 0, 'present');
    await page.waitForLoadState('networkidle');

    await page.context().setOffline(true);
    await tap(page, 0, 'present');
    await tap(page, 1, 'excused');
    await tap(page, 2, 'absent');
    // Changed her mind, still without network: the last one stands.
    await tap(page, 2, 'present');
    await page.getByText('Quelqu’un vient sans s’être inscrit').click();
    await page.locator('[data-walk-in] [name=name]').fill('Yann Imprévu');
    const over = page.locator('[data-walk-in] [name=isOver]');
    if ((await over.count()) > 0) await over.check();
    await page.locator('[data-walk-in] button[type=submit]').click();
    expect(await pressed(page, 0, 'present')).toBe('true');
    await expect.poll(() => page.locator('[data-network]').innerText()).toContain('Sans réseau. 4 à envoyer');

    await page.context().setOffline(false);
    await expect.poll(() => page.evaluate(() => localStorage.length), { timeout: 25_000 }).toBe(0);
    await expect.poll(() => page.getByText('Yann Imprévu').count(), { timeout: 25_000 }).toBe(1);
    const asked = await page.goto(page.url());
    expect(asked?.ok()).toBe(true);
    expect(await page.getByText('Yann Imprévu').count()).toBe(1);
    expect(await page.locator('[data-mark="present"]').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('[data-mark="excused"]').count()).toBeGreaterThanOrEqual(1);
    await page.context().close();
  });

  it('what a closed page had not sent leaves when it is opened again', async () => {
    const page = await openDoor();
    const address = page.url();
    const at = 3;
    const wanted = (await pressed(page, at, 'present')) === 'true' ? 'false' : 'true';
    await page.context().setOffline(true);
    await tap(page, at, 'present');
    await page.goto('about:blank').catch(() => null);
    await page.context().setOffline(false);
    await page.goto(address);
    await expect.poll(() => page.evaluate(() => localStorage.length), { timeout: 25_000 }).toBe(0);
    await page.reload();
    expect(await pressed(page, at, 'present')).toBe(wanted);
    await page.context().close();
  });
});
