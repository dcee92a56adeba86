import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

describe('a visitor whose browser runs no script', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  });

  it('reaches the news by the menu and reads one', async () => {
    await page.goto(origin);
    await page.locator('.site-menu > summary').click();
    const link = page.locator('.site-menu-panel a[href="/actualites"]');
    const group = page.locator('.site-menu-panel details', { has: page.locator('a[href="/actualites"]') });
    if ((await group.count()) > 0 && !(await link.isVisible())) await group.locator('summary').first().click();
    await link.first().click();
    await page.waitForURL('**/actualites');
    const news = page.locator('main :is(h2, h3) a[href^="/actualites/"]').first();
    const title = await news.innerText();
    await news.click();
    await page.waitForURL('**/actualites/*');
    expect(await page.locator('h1').innerText()).toContain(title.trim());
  });

  it('proposes a news item, errors first, and loses no word', async () => {
    await page.goto(`${origin}/actualites`);
    await page.locator('main a[href="/actualites/proposer"]').first().click();
    await page.locator('[name=title]').fill('La grange du Canut rouvre ses portes');
    await page.locator('[name=story]').fill('Chantier ouvert à tout le monde samedi, soupe à midi.');
    await page.locator('[name=structure]').fill('Café associatif La Tablée');
    await page.locator('main [name=name]').fill('Maëlle Fictive');
    await page.locator('main [name=email]').fill('maelle@exemple');
    await page.getByRole('button', { name: 'Proposer' }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('[name=story]').inputValue()).toBe(
      'Chantier ouvert à tout le monde samedi, soupe à midi.',
    );
    await page.locator('main [name=email]').fill('maelle@exemple.org');
    await page.getByRole('button', { name: 'Proposer' }).click();
    await page.waitForURL(/\/merci|\/propositions\//);
    expect(await page.locator('main').innerText()).toMatch(/merci/i);
    const employee = await staffPage(browser, { javaScriptEnabled: false });
    await employee.goto(`${origin}/gestion`);
    expect(await employee.locator('.todo', { hasText: 'La grange du Canut' }).count()).toBe(1);
    await employee.context().close();
  });

  it('learns whether a project is of the social economy, one question a page', async () => {
    await page.goto(`${origin}/mon-projet-est-il-ess`);
    await page.getByRole('link', { name: 'Commencer' }).click();
    let questions = 0;
    for (; questions < 12 && (await page.locator('.check-answers').count()) > 0; questions++)
      await page.locator('.check-answers a').first().click();
    expect(questions).toBeGreaterThan(2);
    expect(questions).toBeLessThanOrEqual(8);
    expect(await page.locator('.check-result h1').innerText()).not.toBe('');
    await page.goBack();
    expect(await page.locator('.check-answers a').count()).toBe(3);
  });

  it('asks the hub from the page that made the question', async () => {
    await page.goto(`${origin}/pour/association`);
    await page.locator('main a[href^="/contact?"]').first().click();
    await page.waitForURL(/\/contact\?/);
    await page.locator('[name=message]').fill('Notre salle est trop petite, à qui en parler ?');
    await page.locator('main [name=name]').fill('Lou');
    await page.locator('main [name=reach]').fill('lou@exemple.org');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.waitForURL(/\/contact\/merci/);
    await page.getByRole('link', { name: 'Suivre ma demande' }).click();
    expect(await page.locator('.thread').innerText()).toContain('Notre salle est trop petite');
  });
});

describe('the employee whose browser runs no script', () => {
  it('adds blocks, moves one, takes it off and back, and publishes the page', async () => {
    const page = await staffPage(browser, { javaScriptEnabled: false });
    await page.goto(`${origin}/gestion/contenus/ajouter/page`);
    await page.locator('[name=title]').fill('Une page sans script');
    const block = page.locator('[data-block]');
    await page.locator('[data-add=text]').click();
    await block.first().locator('textarea[name$=".html"]').fill('Le **premier** bloc.');
    await page.locator('.block-palette > summary').click();
    await page.locator('[data-add=quote]').click();
    expect(await block.count()).toBe(2);
    const words = block.nth(1).getByLabel('Ses mots');
    if (!(await words.isVisible())) await block.nth(1).locator('.block-fields > summary').click();
    await words.fill('On a bien fait.');
    await block.nth(1).locator('[data-move=up]').first().click();
    expect(await block.first().getByLabel('Ses mots').inputValue()).toBe('On a bien fait.');
    await block.first().locator('[data-move=remove]').first().click();
    expect(await block.count()).toBe(1);
    await page.getByRole('button', { name: 'Le remettre' }).click();
    expect(await block.first().getByLabel('Ses mots').inputValue()).toBe('On a bien fait.');
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.waitForURL(/\/pages\/une-page-sans-script/);
    const said = await page.locator('main').innerText();
    expect(said.indexOf('On a bien fait.')).toBeLessThan(said.indexOf('Le premier bloc.'));
    expect(said).toContain('On a bien fait.');
    expect(await page.locator('main strong', { hasText: 'premier' }).count()).toBe(1);
    await page.context().close();
  });
});
