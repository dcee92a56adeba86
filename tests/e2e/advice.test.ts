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

/** Asks as a visitor, and gives the address that follows the request. */
async function ask(question: string, options: Parameters<typeof openPage>[1] = {}): Promise<string> {
  const page = await openPage(browser, options);
  await page.goto(`${origin}/contact?vous=projet`);
  await page.locator('[name=message]').fill(question);
  await page.locator('[name=name]').fill('Gwenola Fictive');
  await page.locator('[name=reach]').fill('gwenola@exemple.fr');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await page.waitForURL(/\/contact\/merci/);
  await page.getByRole('link', { name: 'Suivre ma demande' }).click();
  await page.waitForURL(/\/demande\//);
  const address = page.url();
  await page.context().close();
  return address;
}

describe('asking the hub', () => {
  it('6: a question is answered in 3 at most, from the day view, and the asker reads it', async () => {
    const address = await ask('Peut-on louer la grange du Canut un samedi ?');
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const does = new Interactions(page);
    const waiting = page.locator('.todo', { hasText: 'grange du Canut' });
    await does.click(waiting.getByRole('link', { name: 'Répondre' }));
    await page.waitForURL(/\/gestion\/demandes\//);
    const answer = page.locator('#champ-answer');
    await expect.poll(() => answer.evaluate((field) => field === document.activeElement)).toBe(true);
    await does.fill(answer, 'Oui, le matin. Passez voir Camille !');
    await does.click(page.getByRole('button', { name: 'Envoyer la réponse' }));
    await page.waitForURL(/\/gestion\/demandes$/);
    expect(does.count).toBeLessThanOrEqual(3);
    const visitor = await openPage(browser);
    await visitor.goto(address);
    expect(await visitor.locator('.thread').innerText()).toContain('Passez voir Camille');
  });

  it('an answer written in advance comes after what is typed, and nothing typed is lost', async () => {
    await ask('Comment crée-t-on une association de quartier ?');
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/demandes?q=quartier`);
    await page.locator('tbody th a').first().click();
    await page.locator('#champ-answer').fill('Merci pour votre question.');
    await page.getByRole('link', { name: 'Créer une association' }).click();
    await expect
      .poll(() => page.locator('#champ-answer').inputValue())
      .toMatch(/^Merci pour votre question\.\n\nBonjour Gwenola,/);
  });

  it('without script, one asks, adds a word and takes it all back', async () => {
    const address = await ask('Où déposer mes bocaux ?', { javaScriptEnabled: false });
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(address);
    await page.locator('[name=message]').fill('Une trentaine, propres.');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    expect(await page.locator('.thread').innerText()).toContain('Une trentaine');
    await page.locator('[name=sure]').check();
    await page.getByRole('button', { name: 'Retirer' }).click();
    await page.waitForURL(/\/contact$/);
    expect((await page.goto(address))?.status()).toBe(404);
  });

  it.each([360, 1280])('pages behind the link are in reach of all at %i px', async (width) => {
    const page = await openPage(browser, { viewport: { width, height: 800 } });
    for (const address of [await ask('Une question accessible ?'), `${origin}/demande`]) {
      await page.goto(address);
      expect(await axeFindings(page, 'visitor')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  it('the pages of the team are in reach of all', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/demandes?etat=toutes`);
    const request = await page.locator('tbody th a').first().getAttribute('href');
    const parts = [
      '',
      '/saisir',
      '/creneaux',
      '/reglages',
      '/reglages/contacts/tous',
      '/reglages/reponses',
      '/chiffres',
    ];
    for (const path of [...parts.map((part) => `/gestion/demandes${part}`), request ?? '', `${request ?? ''}/recu`]) {
      await page.goto(origin + path);
      expect(await axeFindings(page, path)).toEqual([]);
    }
  });
});
