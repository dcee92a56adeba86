import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { Interactions } from './support/interactions.ts';
import { join } from './support/joining.ts';
import { enterOn, tabTo } from './support/keyboard.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

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
    expect(await page.locator('[name=wantsLetter]').isChecked()).toBe(false);
    await join(page, does, {
      name: 'Les Lavandières de la Seiche',
      givenName: 'Aliénor',
      familyName: 'Trefiction',
      way: 'cheque',
    });
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
    // Consent and price are asked again; what the hub knows is not.
    expect(await page.locator('[name=acceptsCharter]').isChecked()).toBe(false);
    await page.locator('[name=acceptsCharter]').check();
    await page.locator('[name=paymentWay][value=cheque]').check();
    await page.getByRole('button', { name: 'Renouveler' }).click();
    await page.waitForURL(/\/adhesion\/.*merci/);
    expect(await page.locator('main').innerText()).toMatch(/chèque/i);
  });

  it('money that came by itself is matched by keyboard alone: read, proposed, accepted, never twice', async () => {
    const payer = await openPage(browser, { javaScriptEnabled: false });
    await payer.goto(`${origin}/adherer/association`);
    const name = 'Les Tisserandes du Canut';
    await join(payer, new Interactions(payer), { name, givenName: 'Odile', familyName: 'Navette', way: 'transfer' });
    await payer.getByRole('link', { name: 'Voir comment faire' }).click();
    const owed = /(\d+(?:,\d\d)?)\s€/.exec(await payer.locator('h1').innerText())?.[1] ?? '';

    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/adhesions/rapprochement/ajouter`);
    await tabTo(page, '[name=lines]');
    await page.keyboard.insertText(`12/11/2026;VIR ${name.toUpperCase()} COTISATION;${owed}`);
    await enterOn(page, page.getByRole('button', { name: 'Lire' }));
    const line = page.locator('.panel', { hasText: name.toUpperCase() });
    expect(await line.innerText()).toContain('même nom');
    expect(await axeFindings(page, 'money to match')).toEqual([]);
    const stale = await page.context().newPage();
    await stale.goto(page.url());
    await enterOn(page, line.getByRole('button', { name: `C’est pour ${name}` }));
    expect(await page.locator('body').innerText()).toContain('rapprochés');
    expect(await line.count()).toBe(0);

    // A colleague who still sees it pays nothing twice.
    await enterOn(stale, stale.getByRole('button', { name: `C’est pour ${name}` }));
    expect(await stale.locator('body').innerText()).not.toContain('suit son chemin');
    await payer.reload();
    expect(await payer.locator('h1').innerText()).toBe('C’est payé, merci');
    await page.goto(`${origin}/gestion/adhesions/rapprochement?vue=rapproches`);
    expect(await line.innerText()).toContain(`Pour ${name}`);
    expect(await line.count()).toBe(1);
  });
});
