import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { Interactions } from './support/interactions.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

describe('acts of the employee’s hour, counted', () => {
  it('5: a proposal that is fine is published in 2 at most, from the day view', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const proposal = page.locator('.todo', { hasText: 'Actualité proposée' }).first();
    const does = new Interactions(page);
    await does.click(proposal.getByRole('link', { name: 'Relire' }));
    await page.waitForURL(/\/gestion\/a-valider\//);
    const title = await page.locator('.review-text h2').innerText();
    await does.click(page.getByRole('button', { name: 'Publier' }));
    const visitor = await openPage(browser);
    await visitor.goto(`${origin}/actualites`);
    expect(await visitor.locator('main').innerText()).toContain(title.trim());
    expect(does.count).toBeLessThanOrEqual(2);
  });

  it('11: a structure told by phone is on the map in 7 at most', async () => {
    const page = await staffPage(browser);
    const does = new Interactions(page);
    await page.goto(`${origin}/gestion`);
    await does.click(page.locator('.office-nav').getByRole('link', { name: 'Réseau' }));
    await does.click(page.getByRole('link', { name: 'Ajouter une structure' }));
    await does.fill(page.locator('[name=name]'), 'Les Ruches du Canut');
    await does.type(page.locator('[name=town]'), 'Guichen');
    await does.click(page.locator('[role=option]'));
    await does.fill(page.locator('[name=phone]'), '02 61 91 00 88');
    await does.click(page.getByRole('button', { name: 'Ajouter à l’annuaire' }));
    const points = await (
      await page.request.get(`${origin}/annuaire/carte.json?bbox=-2.5,47.5,-1,48.5&zoom=10&q=ruches`)
    ).json();
    expect(JSON.stringify(points)).toContain('Les Ruches du Canut');
    expect(does.count).toBeLessThanOrEqual(7);
  });

  it('13: a structure confirms its sheet in 2 at most, from the yearly mail, without an account', async () => {
    const employee = await staffPage(browser);
    await employee.goto(`${origin}/gestion/annuaire/a-confirmer`);
    await employee.locator('.tabs a').nth(2).click();
    await employee.waitForURL(/comment=/);
    await employee.locator('tbody [name=ids]').first().check();
    await employee.getByRole('button', { name: 'Demander par mail' }).click();
    await expect
      .poll(async () => (await employee.request.get(`${origin}/courrier-local`)).text(), { timeout: 30_000 })
      .toMatch(/juste/i);
    const visitor = await openPage(browser);
    await visitor.goto(`${origin}/courrier-local`);
    await visitor.getByRole('link', { name: /juste/i }).first().click();
    const does = new Interactions(visitor);
    await does.click(visitor.locator('main .actions .button'));
    await does.click(visitor.getByRole('button', { name: 'Oui, tout est juste' }));
    expect(await visitor.locator('h1').innerText()).toContain('confirmé');
    expect(does.count).toBeLessThanOrEqual(2);
  });
});
