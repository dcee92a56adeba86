import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { Interactions } from './support/interactions.ts';
import { staffPage } from './support/staff.ts';

const origin = inject('siteOrigin');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

describe('memberships, counted', () => {
  it('15: an association joins from the home in 14 at most, without script, and reads how to pay', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(origin);
    const does = new Interactions(page);
    await does.click(page.locator('footer').getByRole('link', { name: 'Adhérer' }));
    await does.click(page.getByRole('link', { name: 'Une association' }));
    await does.fill(page.locator('[name=organizationName]'), 'Les Lavandières de la Seiche');
    await does.fill(page.locator('[name=givenName]'), 'Aliénor');
    await does.fill(page.locator('[name=familyName]'), 'Tréfiction');
    await does.fill(page.locator('[name=email]'), 'alienor@lavandieres.example');
    await does.choose(page.locator('[name=budget]'), await page.locator('[name=budget] option').nth(2).innerText());
    await does.click(page.locator('[name=acceptsCharter]'));
    await does.click(page.locator('[name=paymentWay][value=cheque]'));
    expect(await page.locator('[name=wantsLetter]').isChecked()).toBe(false);
    await does.click(page.getByRole('button', { name: 'Adhérer' }));
    expect(await page.locator('h1').innerText()).toBe('Merci, c’est noté\u202f!');
    await does.click(page.getByRole('link', { name: 'Voir comment faire' }));
    expect(await page.locator('main').innerText()).toMatch(/à l’ordre|ordre/i);
    expect(does.count).toBeLessThanOrEqual(14);
  });

  it('8: a paper membership is typed with its cheque, and its receipt numbered, in 9 at most', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const does = new Interactions(page);
    await does.click(page.locator('.office-nav').getByRole('link', { name: 'Adhésions' }));
    await does.click(page.getByRole('link', { name: 'Saisir un bulletin' }));
    const budget = await page.locator('[name=scaleId] option', { hasText: 'Association' }).first().innerText();
    await does.choose(page.locator('[name=scaleId]'), budget);
    await does.fill(page.locator('[name=organizationName]'), 'L’Atelier du Meu');
    await does.fill(page.locator('[name=givenName]'), 'Yvonne');
    await does.fill(page.locator('[name=familyName]'), 'Fabulette');
    await does.fill(page.locator('[name=budget]'), '12000');
    await does.fill(page.locator('[name="received.number"]'), '0098765');
    await does.click(page.getByRole('button', { name: 'Enregistrer' }));
    await page.waitForURL(/\/demandes\//);
    expect(await page.locator('body').innerText()).toMatch(/Reçu R-\d{4}-\d{4}/);
    expect(does.count).toBeLessThanOrEqual(9);
  });

  it('9: all who have to renew are asked in 3 at most, one person a structure, and the link renews', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const does = new Interactions(page);
    await does.click(page.locator('.todo', { hasText: 'à renouveler' }).getByRole('link', { name: 'Relancer' }));
    const waiting = await page.locator('#mails tbody tr').count();
    await does.click(page.getByRole('button', { name: `Relancer les ${waiting}` }));
    expect(await page.locator('body').innerText()).toContain(`${waiting}\u00a0mails partent`);
    expect(does.count).toBeLessThanOrEqual(3);
    // Asked again at once, nobody is.
    expect(await page.locator('#mails').count()).toBe(0);
    const letter = page.getByRole('link', { name: /renouveler l’adhésion de/ }).first();
    await expect
      .poll(
        async () => {
          await page.goto(`${origin}/courrier-local`);
          return letter.count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
    await letter.click();
    await page.locator('main .actions .button').first().click();
    await page.waitForURL(/\/renouveler\//);
    expect(await page.locator('[name=email]').inputValue()).toContain('@');
    expect(await page.locator('[name=acceptsCharter]').isChecked()).toBe(false);
  });
});
