import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { ownSite } from './support/own-site.ts';

const { origin } = ownSite();

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
  page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
});
afterAll(() => browser.close());

describe('a visitor whose browser runs no script', () => {
  it('unfolds the menu and reaches the directory', async () => {
    await page.goto(origin);
    await page.locator('.site-menu > summary').click();
    await page.locator('.site-menu-panel a[href="/annuaire"]').click();
    await page.waitForURL('**/annuaire');
    expect(await page.locator('.row-card').count()).toBeGreaterThan(10);
    expect(await page.locator('.map-drawing circle').count()).toBeGreaterThan(3);
  });

  it('searches, filters, turns the page and takes a filter off', async () => {
    await page.goto(`${origin}/annuaire`);
    await page.locator('main [name=q]').fill('association');
    await page.locator('main select[name=theme]').selectOption({ index: 1 });
    await page.locator('.filter-bar > button').click();
    await page.waitForURL(/theme=/);
    const chips = await page.locator('.filters-active .chip').count();
    expect(chips).toBeGreaterThan(0);
    await page.locator('.filters-active .chip').first().click();
    expect(await page.locator('.filters-active .chip').count()).toBe(chips - 1);
    await page.goto(`${origin}/annuaire`);
    await page.locator('.pagination a').last().click();
    await page.waitForURL(/page=/);
  });

  it('opens more choices and uses them', async () => {
    await page.goto(`${origin}/annuaire`);
    await page.locator('.more-filters > summary').click();
    await page.locator('.more-filters input').first().check();
    await page.locator('.filter-bar > button').click();
    await page.waitForURL(/forme=/);
  });

  it('opens a profile and writes to the structure, errors first', async () => {
    await page.goto(`${origin}/annuaire/cafe-associatif-la-tablee`);
    await page.locator('.page-header a[href$="/ecrire"]').click();
    await page.locator('[name=message]').fill('Bonjour.');
    await page.locator('[name=fromName]').fill('Lou');
    await page.locator('[name=fromEmail]').fill('lou@exemple');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    expect(await page.locator('.error-summary, .field-error').count()).toBeGreaterThan(0);
    expect(await page.locator('[name=message]').inputValue()).toBe('Bonjour.');
    await page.locator('[name=fromEmail]').fill('lou@exemple.org');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    expect(await page.locator('body').innerText()).toContain('Votre message est parti');
  });

  it('suggests a structure and writes to the hub', async () => {
    await page.goto(`${origin}/annuaire/proposer`);
    await page.locator('[name="proposed.name"]').fill('Chorale des Landes');
    await page.locator('[name="proposed.place"]').fill('35550 Pipriac');
    await page.getByRole('button', { name: 'Proposer' }).click();
    expect(await page.locator('main').innerText()).toMatch(/merci/i);
    await page.goto(`${origin}/contact?vous=projet`);
    await page.locator('[name=message]').fill('Comment commencer ?');
    await page.locator('main [name=name]').fill('Lou');
    await page.locator('main [name=reach]').fill('02 61 91 00 00');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    expect(await page.locator('main').innerText()).not.toContain('à corriger');
  });

  it('sees the map, the words on the social economy and a lost page', async () => {
    await page.goto(`${origin}/carte`);
    expect(await page.locator('.map-drawing').isVisible()).toBe(true);
    await page.goto(`${origin}/c-est-quoi-l-ess`);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.goto(`${origin}/nulle-part`))?.status()).toBe(404);
    await page.locator('main [name=q]').fill('jardin');
    await page.locator('main [type=submit], main form button').first().click();
    await page.waitForURL(/q=jardin/);
  });
});
