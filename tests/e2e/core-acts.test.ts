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

const structures = `Nom;Commune;Téléphone;Activité
Le Comptoir des Marais;Redon;02 61 91 01 01;Épicerie participative
Atelier Vélo du Pays;Redon;02 61 91 01 02;Réparation de vélos
Les Semeurs d’Avessac;Pipriac;02 61 91 01 03;Maraîchage en insertion
`;

describe('acts of the employee’s hour, counted', () => {
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

  it('19: from nothing to a live site with its colours and its structures on the map, in 25 at most', async () => {
    const operator = await staffPage(browser);
    await operator.goto(`${origin}/gestion`);
    const does = new Interactions(operator);
    await does.click(operator.getByRole('link', { name: /Créer mon pôle/ }));
    await does.fill(operator.locator('[name=name]'), 'Pôle ESS des Marais');
    await does.fill(operator.locator('[name=givenName]'), 'Ana');
    await does.fill(operator.locator('[name=familyName]'), 'Marais');
    await does.click(operator.getByRole('button', { name: 'Créer le pôle' }));
    const enter = operator.getByRole('link', { name: 'Y entrer' });
    if ((await enter.count()) > 0) await does.click(enter);
    await does.click(operator.locator('main form button'));
    await operator.waitForURL(/demarrer|assistant|bienvenue|territoire/);
    await does.type(operator.locator('main [name=place]'), 'Redon');
    await does.click(operator.locator('[role=option]'));
    await does.click(operator.getByRole('button', { name: 'Ajouter' }));
    await does.click(operator.getByRole('link', { name: /Continuer|Suivant/ }));
    await does.click(operator.locator('label.swatch').nth(2));
    await does.click(operator.locator('label.picture-choice').nth(2));
    await does.click(operator.getByRole('button', { name: 'Continuer' }));
    await does.click(operator.getByRole('link', { name: /mport/ }));
    await does.giveFile(operator.locator('[name=fichier]'), 'structures.csv', Buffer.from(structures));
    await does.click(operator.getByRole('button', { name: 'Lire la liste' }));
    await does.click(operator.getByRole('button', { name: /^Vérifier/ }));
    await does.click(operator.getByRole('button', { name: /^Importer 3/ }));
    await operator.locator('a[href$="rapport.csv"]').waitFor({ timeout: 60_000 });
    await does.click(operator.locator('.office-nav').getByRole('link', { name: 'À faire' }));
    const goOn = operator.getByRole('link', { name: 'Continuer l’ouverture' });
    if ((await goOn.count()) > 0) await does.click(goOn);
    await does.click(operator.getByRole('button', { name: 'Continuer' }));
    await does.click(operator.getByRole('link', { name: 'Plus tard' }));
    await does.click(operator.getByRole('button', { name: 'Ouvrir le site' }));
    const here = new URL(operator.url()).origin;
    const visitor = await openPage(browser);
    await visitor.goto(`${here}/annuaire`);
    expect(await visitor.locator('main').innerText()).toContain('Le Comptoir des Marais');
    expect(await visitor.locator('.map-drawing circle').count()).toBeGreaterThan(0);
    expect(does.count).toBeLessThanOrEqual(25);
  });
});
