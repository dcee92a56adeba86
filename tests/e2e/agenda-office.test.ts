import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { Interactions } from './support/interactions.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

describe('the agenda in the hour of the employee, counted', () => {
  it('2: an event at a known place, with registrations open, is public in 10 at most, from any page', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/annuaire`);
    const does = new Interactions(page);
    await does.click(page.getByRole('link', { name: 'Nouveau rendez-vous' }));
    await does.fill(page.locator('[name=title]'), 'Petit-déjeuner des voisins');
    await does.choose(page.locator('[name=type]'), 'Petit-déjeuner');
    await does.fill(page.locator('[name=startsOn]'), inDays(151));
    await does.fill(page.locator('[name=startsAt]'), '06:30');
    await does.fill(page.locator('[name=endsAt]'), '07:30');
    await does.type(page.locator('[name=venue]'), 'Ressourcerie');
    await does.click(page.locator('[role=option]'));
    await does.click(page.getByText('Ouvrir les inscriptions'));
    await does.click(page.getByRole('button', { name: 'Publier', exact: true }));
    await page.waitForURL(/\/agenda\/petit-dejeuner-des-voisins/);
    const visitor = await openPage(browser);
    await visitor.goto(page.url());
    expect(await visitor.locator('main').innerText()).toContain('Ressourcerie');
    expect(does.count).toBeLessThanOrEqual(10);
  });

  it('3: a past event is done again in 4 at most, from its public page', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/agenda?vue=passes&qui=pole`);
    // Training sessions stand there too, and lead to where they are kept.
    await page.locator('tbody th a[href^="/gestion/agenda/"]').first().click();
    await page.getByRole('link', { name: 'Voir sur le site' }).click();
    await page.waitForURL(/\/agenda\//);
    const before = page.url();
    const title = (await page.locator('h1').innerText()).trim();
    const does = new Interactions(page);
    await does.click(page.getByRole('link', { name: /Refaire/ }));
    await page.waitForURL(/refaire=/);
    await does.click(page.getByRole('button', { name: 'Publier', exact: true }));
    await page.waitForLoadState();
    const anyway = page.getByRole('button', { name: 'Publier quand même' });
    if (await anyway.isVisible()) await does.click(anyway);
    await page.waitForURL((url) => url.pathname.startsWith('/agenda/'));
    expect(page.url()).not.toBe(before);
    expect((await page.locator('h1').innerText()).trim()).toBe(title);
    expect(does.count).toBeLessThanOrEqual(4);
  });
});

describe('the editor of events', () => {
  it('unfolds what a repetition needs, tells it in words, and what is around', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/agenda/ajouter`);
    await page.locator('[name=startsOn]').fill(inDays(9));
    await page.locator('[name=startsAt]').fill('10:00');
    await page.getByText('Il se répète').click();
    await expect.poll(() => page.getByText('Quels jours ?').isVisible()).toBe(false);
    await page.locator('[name=rhythm]').selectOption('weekly');
    expect(await page.getByText('Quels jours ?').isVisible()).toBe(true);
    await expect.poll(() => page.locator('[data-preview]').innerText()).toMatch(/^Tous les \S+s\. Prochaines dates/);
    expect(await page.getByLabel('Jusqu’au', { exact: true }).isVisible()).toBe(false);
    await page.getByText('Jusqu’à une date').click();
    expect(await page.getByLabel('Jusqu’au', { exact: true }).isVisible()).toBe(true);
  });

  it('has nothing axe would say, empty, filled, and at 320 px', async () => {
    const page = await staffPage(browser, { viewport: { width: 320, height: 800 } });
    const found: string[] = [];
    for (const path of [
      '/gestion/agenda',
      '/gestion/agenda/ajouter',
      '/gestion/agenda/lieux',
      '/gestion/agenda/reglages',
    ]) {
      await page.goto(origin + path);
      found.push(...(await axeFindings(page, path)));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${path} is ${overflow} px too wide`);
    }
    await page.goto(`${origin}/gestion/agenda?q=petit-d%C3%A9jeuner`);
    await page.locator('tbody th a').first().click();
    await page.getByRole('link', { name: 'Ses dates' }).waitFor();
    found.push(...(await axeFindings(page, 'editor')));
    await page.getByRole('link', { name: 'Ses dates' }).click();
    await page.waitForURL(/\/dates$/);
    found.push(...(await axeFindings(page, 'dates')));
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/\/dates\/.+/);
    found.push(...(await axeFindings(page, 'date')));
    expect(found).toEqual([]);
  });
});
