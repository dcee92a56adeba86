import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { startFilledSite, type StartedSite } from '#tests/support/started-site.ts';
import { Interactions } from './support/interactions.ts';

let browser: Browser;
// A site of its own: the hub created takes the installation's address, where the demonstration answered.
let site: StartedSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser({ webgl: false }), startFilledSite(inject('demonstration'))]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const structures = `Nom;Commune;Téléphone;Activité
Le Comptoir des Marais;Redon;02 61 91 01 01;Épicerie participative
Atelier Vélo du Pays;Redon;02 61 91 01 02;Réparation de vélos
Les Semeurs d’Avessac;Pipriac;02 61 91 01 03;Maraîchage en insertion
`;

describe('the first run, counted', () => {
  it('19: from nothing to a live site with its colours and its structures on the map, in 25 at most', async () => {
    const operator = await openPage(browser);
    await operator.goto(site.origin + (site.signInPath ?? ''));
    await operator.locator('main form button').first().click();
    await operator.waitForURL((url) => !url.pathname.startsWith('/connexion'));
    await operator.goto(`${site.origin}/gestion`);
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
    await does.click(operator.getByRole('link', { name: /ouvrir le site/ }));
    await does.click(operator.getByRole('button', { name: 'Ouvrir le site' }));
    const here = new URL(operator.url()).origin;
    const visitor = await openPage(browser);
    await visitor.goto(`${here}/annuaire`);
    expect(await visitor.locator('main').innerText()).toContain('Le Comptoir des Marais');
    expect(await visitor.locator('.map-drawing circle').count()).toBeGreaterThan(0);
    expect(does.count).toBeLessThanOrEqual(25);
  });
});
