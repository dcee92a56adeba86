import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { enterOn, focusIsSeen, tabTo, typeIn } from './support/keyboard.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

const text = (page: Page): Promise<string> => page.locator('main').innerText();

describe('a visitor without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser);
  });

  it('skips to the content', async () => {
    await page.goto(`${origin}/annuaire`);
    await page.keyboard.press('Tab');
    expect(
      await page
        .locator('.skip-link')
        .evaluate((link) => link === document.activeElement && link.getBoundingClientRect().left >= 0),
    ).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it.each(['/', '/annuaire', '/contact', '/annuaire/proposer'])('sees where the focus is on %s', async (path) => {
    await page.goto(origin + path);
    const unseen: string[] = [];
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      // Past the last of them the focus leaves the page.
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      if (!(await focusIsSeen(page)))
        unseen.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? ''));
    }
    expect(unseen).toEqual([]);
  });

  it('unfolds the menu of a phone and leaves it', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(origin);
    await tabTo(page, '.site-menu > summary');
    await page.keyboard.press('Enter');
    await page.locator('.site-menu-panel a').first().waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.locator('.site-menu-panel a').first().waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('searches the directory, filters it, opens a profile and writes to it', async () => {
    await page.goto(`${origin}/annuaire`);
    await typeIn(page, 'main [name=q]', 'café');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=caf/);
    expect(await text(page)).toContain('Café associatif La Tablée');
    await tabTo(page, 'main select[name=commune]');
    await page.keyboard.type('Pipriac');
    await enterOn(page, 'main .filter-bar > button');
    expect(new URL(page.url()).searchParams.get('commune')).not.toBe('');
    await enterOn(page, page.locator('.card-title').getByRole('link', { name: 'Café associatif La Tablée' }));
    expect(page.url()).toContain('/annuaire/cafe-associatif-la-tablee');
    await enterOn(page, '.page-header a[href$="/ecrire"]');
    await typeIn(page, '[name=message]', 'Bonjour, votre salle est-elle libre mardi ?');
    await typeIn(page, '[name=fromName]', 'Noé Clavier');
    await typeIn(page, '[name=fromEmail]', 'noe.clavier@exemple.org');
    await enterOn(page, page.getByRole('button', { name: 'Envoyer' }));
    expect(await page.locator('body').innerText()).toContain('Votre message est parti');
  });

  it('suggests a structure', async () => {
    await page.goto(`${origin}/annuaire/proposer`);
    await typeIn(page, '[name="proposed.name"]', 'Lutherie partagée du Canut');
    await typeIn(page, '[name="proposed.place"]', 'Guichen');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('[name="proposed.place"]').inputValue()).toContain('Guichen');
    await typeIn(page, '[name="proposed.mission"]', 'On y répare guitares et violons.');
    await enterOn(page, page.getByRole('button', { name: 'Proposer' }));
    expect(await text(page)).toMatch(/merci/i);
  });
});

describe('the employee without a mouse', () => {
  let page: Page;
  beforeAll(async () => {
    page = await staffPage(browser);
  });

  it('signs in with the link and reaches her day', async () => {
    await page.goto(`${origin}/gestion`);
    expect(await page.locator('.office-nav').count()).toBe(1);
  });

  it('adds a structure, then corrects it', async () => {
    await page.goto(`${origin}/gestion/annuaire`);
    await enterOn(page, page.getByRole('link', { name: 'Ajouter une structure' }));
    await typeIn(page, '[name=name]', 'Ressourcerie du Meu');
    await typeIn(page, '[name=town]', 'Guichen');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await typeIn(page, '[name=mission]', 'Tout ce qui peut resservir.');
    await enterOn(page, page.getByRole('button', { name: 'Ajouter et compléter' }));
    expect(await text(page)).toContain('Ressourcerie du Meu');
    await typeIn(page, '[name=description]', 'Ouverte à tout le monde, tous les samedis.');
    await enterOn(page, page.getByRole('button', { name: 'Enregistrer' }));
    await page.goto(`${origin}/annuaire?q=ressourcerie+du+meu`);
    await enterOn(page, page.locator('.card-title').getByRole('link', { name: 'Ressourcerie du Meu' }));
    expect(await text(page)).toContain('tous les samedis');
  });

  it('imports a table', async () => {
    await page.goto(`${origin}/gestion/annuaire/importer`);
    await tabTo(page, 'main details > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '[name=texte]');
    await page.keyboard.insertText(
      'Nom;Commune;Téléphone\nFournil du Semnon;Bain-de-Bretagne;02 61 91 00 77\nCoutellerie de Lohéac;Lohéac;\n',
    );
    await enterOn(page, page.getByRole('button', { name: 'Lire la liste' }));
    await page.locator('[name=source]').waitFor();
    await enterOn(page, page.getByRole('button', { name: /^Vérifier/ }));
    await page.getByRole('button', { name: /^Importer 2/ }).waitFor();
    await enterOn(page, page.getByRole('button', { name: /^Importer 2/ }));
    await expect
      .poll(async () => (await page.request.get(`${origin}/annuaire?q=fournil+semnon`)).text(), { timeout: 30_000 })
      .toContain('Fournil du Semnon');
  });
});
