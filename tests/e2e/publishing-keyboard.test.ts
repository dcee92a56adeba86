import type { Browser } from 'playwright-core';
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

describe('a visitor without a mouse', () => {
  it('asks the hub and follows the request', async () => {
    const page = await openPage(browser);
    await page.goto(`${origin}/contact?vous=projet`);
    await typeIn(page, 'main [name=message]', 'Comment trouver un local à Guichen ?');
    await typeIn(page, 'main [name=name]', 'Noé Clavier');
    await typeIn(page, 'main [name=reach]', 'noe.clavier@exemple.org');
    await enterOn(page, page.getByRole('button', { name: 'Envoyer' }));
    await page.waitForURL(/\/contact\/merci/);
    await enterOn(page, page.getByRole('link', { name: 'Suivre ma demande' }));
    expect(await page.locator('.thread').innerText()).toContain('un local à Guichen');
    await page.context().close();
  });

  it('answers the questions of the self-check', async () => {
    const page = await openPage(browser);
    await page.goto(`${origin}/mon-projet-est-il-ess`);
    await enterOn(page, page.getByRole('link', { name: 'Commencer' }));
    while ((await page.locator('.check-answers').count()) > 0) {
      await tabTo(page, '.check-answers a');
      expect(await focusIsSeen(page)).toBe(true);
      await enterOn(page, '.check-answers a');
    }
    expect(await page.locator('.check-result h1').innerText()).not.toBe('');
    await page.context().close();
  });
});

describe('the employee without a mouse', () => {
  it('publishes a news item', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/contenus/ajouter/news`);
    await typeIn(page, 'main [name=title]', 'Le clavier suffit');
    await typeIn(page, 'main [name=brief]', 'Tout se publie sans souris.');
    await typeIn(page, '.ProseMirror', 'Un paragraphe tapé au clavier.');
    const publish = await tabTo(page, page.getByRole('button', { name: 'Publier', exact: true }));
    expect(await focusIsSeen(page)).toBe(true);
    expect(await publish.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/actualites\/le-clavier-suffit/);
    expect(await page.locator('main').innerText()).toContain('Un paragraphe tapé au clavier.');
    await page.context().close();
  });

  it('arranges the blocks of a page, and hears what moved', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/contenus/ajouter/page`);
    await typeIn(page, 'main [name=title]', 'Arrangée au clavier');
    const block = page.locator('[data-block]');
    await tabTo(page, '[data-add=text]');
    await page.keyboard.press('Enter');
    await block.first().waitFor();
    await typeIn(page, block.first().locator('[name$=".title"]'), 'Premier');
    const palette = page.locator('.block-palette');
    if ((await palette.getAttribute('open')) === null) {
      await tabTo(page, palette.locator('summary'));
      await page.keyboard.press('Enter');
    }
    await tabTo(page, '[data-add=quote]');
    await page.keyboard.press('Enter');
    await block.nth(1).waitFor();
    await typeIn(page, block.nth(1).getByLabel('Ses mots'), 'On a bien fait.');
    const up = block.nth(1).locator('[data-move=up]').first();
    await tabTo(page, up);
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => block.first().getByLabel('Ses mots').inputValue()).toBe('On a bien fait.');
    await expect.poll(() => page.locator('[data-said]').innerText()).not.toBe('');
    // The focus follows the block, so that one can go on moving it.
    expect(await page.evaluate(() => document.activeElement?.closest('[data-block]') !== null)).toBe(true);
    await tabTo(page, page.getByRole('button', { name: 'Publier', exact: true }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/pages\/arrangee-au-clavier/);
    expect(await page.locator('main').innerText()).toMatch(/On a bien fait\.[^]*Premier/);
    await page.context().close();
  });
});
