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

const titleOfEvent = 'Visite d’une menuiserie reprise en SCOP';

async function eventPath(): Promise<string> {
  const page = await openPage(browser);
  await page.goto(`${origin}/agenda`);
  return (await page.locator('main a', { hasText: titleOfEvent }).first().getAttribute('href')) ?? '';
}

describe('registrations', () => {
  it('14: a visitor on a phone is registered in 6 at most, from the event to the confirmation', async () => {
    const page = await openPage(browser, { viewport: { width: 360, height: 740 } });
    await page.goto(origin + (await eventPath()));
    const does = new Interactions(page);
    await does.click(page.getByRole('link', { name: 'S’inscrire' }).first());
    expect(await axeFindings(page, 'registration form')).toEqual([]);
    await does.fill(page.locator('[name=p0-name]'), 'Visiteuse Au Navigateur');
    await does.fill(page.locator('[name=p0-email]'), 'visiteuse@navigateur.example');
    await does.click(page.getByRole('button', { name: 'M’inscrire' }));
    await page.waitForURL(/\/inscription\/[\w-]{43}/);
    expect(await page.locator('h1').innerText()).toContain('C’est noté');
    expect(await axeFindings(page, 'own registration')).toEqual([]);
    expect(does.count).toBeLessThanOrEqual(6);
  });

  it('7: someone who phoned is on the printed list in 5 at most, without a mail', async () => {
    const page = await staffPage(browser);
    await page.goto(origin + (await eventPath()));
    const does = new Interactions(page);
    await does.click(page.getByRole('link', { name: /^Les inscriptions/ }));
    expect(await axeFindings(page, 'registrations of the team')).toEqual([]);
    await does.fill(page.locator('[name=name]'), 'Jeanne Du Téléphone');
    await does.click(page.getByRole('button', { name: 'Inscrire', exact: true }));
    await page.waitForURL(/\/recu$/);
    await does.click(page.getByRole('link', { name: 'Liste à imprimer' }));
    expect(await page.locator('main table').innerText()).toContain('Jeanne Du Téléphone');
    expect(does.count).toBeLessThanOrEqual(5);
    await page.goto(page.url().replace(/\/liste.*$/, '/reglages'));
    expect(await axeFindings(page, 'settings of registrations')).toEqual([]);
  });

  it('registers without script, a person added, what was typed kept', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${origin}${await eventPath()}/inscription`);
    await page.locator('[name=p0-name]').fill('Sans Script');
    await page.locator('[name=p0-email]').fill('sans-script@navigateur.example');
    await page.getByRole('button', { name: 'Ajouter une personne' }).click();
    expect(await page.locator('[name=p0-name]').inputValue()).toBe('Sans Script');
    await page.locator('[name=p1-name]').fill('Sa Collègue');
    await page.getByRole('button', { name: /^Inscrire tout le monde|liste d’attente/ }).click();
    await page.waitForURL(/\/inscription\/[\w-]{43}/);
    expect(await page.locator('main').innerText()).toContain('Sa Collègue');
  });
});
