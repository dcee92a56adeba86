import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
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

describe('publishing', () => {
  it('1: a news item with a photo taken on the phone is public in 8 at most, from any page', async () => {
    const page = await staffPage(browser, { viewport: { width: 390, height: 844 } });
    const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#3a7' } })
      .jpeg()
      .toBuffer();
    const does = new Interactions(page);
    await page.goto(`${origin}/annuaire`);
    await does.click(page.getByRole('link', { name: 'Nouvelle actualité' }));
    await does.fill(page.locator('[name=title]'), 'Le marché revient sous la halle');
    await does.fill(page.locator('[name=brief]'), 'Chaque vendredi, quinze producteurs du coin.');
    await does.giveFile(page.locator('[name=photo_file]'), 'halle.jpg', photo);
    await does.fill(page.locator('[name=photo_alternative]'), 'La halle pleine de monde un vendredi soir');
    await does.click(page.getByRole('button', { name: 'Publier', exact: true }));
    await page.waitForURL(/\/actualites\//);
    expect(await page.locator('h1').innerText()).toContain('Le marché revient sous la halle');
    expect(await page.getByAltText('La halle pleine de monde un vendredi soir').count()).toBeGreaterThan(0);
    expect(does.count).toBeLessThanOrEqual(8);
    await page.goto(`${origin}/gestion`);
    await page.locator('main').waitFor();
    expect(await page.getByRole('link', { name: 'Nouvelle actualité' }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('a connection cut while writing loses no word', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/contenus/ajouter/story`);
    await page.locator('[name=title]').fill('Une histoire à garder');
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('Un long texte.');
    await page.waitForTimeout(700);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.context().setOffline(false);
    await page.goto(`${origin}/gestion/contenus/ajouter/story`);
    await page.getByRole('button', { name: 'Le reprendre' }).click();
    expect(await page.locator('[name=title]').inputValue()).toBe('Une histoire à garder');
    await expect.poll(() => page.locator('.ProseMirror').innerText()).toContain('Un long texte.');
    await page.context().close();
  });

  it('writes, links and pastes from Word in the editor, by keyboard, and keeps it', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion/contenus/ajouter/story`);
    await page.locator('[name=title]').fill('Collé de Word');
    const editor = page.locator('.ProseMirror');
    await editor.click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<p class=MsoNormal style='color:red'><b>Bonjour</b><o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Un point</p><img src=x onerror="document.title='pris'"><script>document.title='pris'</script>`,
      );
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    expect(await editor.innerHTML()).toMatch(
      /<p><strong>Bonjour<\/strong><\/p><ul[^>]*><li><p>Un point<\/p><\/li><\/ul>/,
    );
    const bold = page.getByRole('button', { name: 'Gras' });
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+b');
    expect(await bold.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click();
    await page.waitForURL(/contenus\/[0-9a-f-]{36}/);
    await expect.poll(() => page.locator('.ProseMirror').innerText()).toContain('Un point');
    expect(await page.title()).not.toBe('pris');
    await page.context().close();
  });

  it('arranges a page with its real look, without leaving it', async () => {
    const page = await staffPage(browser);
    const broken: string[] = [];
    page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
    await page.goto(`${origin}/gestion/contenus/ajouter/page`);
    await page.locator('[name=title]').fill('Une page arrangée');
    for (const kind of ['text', 'quote']) {
      const palette = page.locator('.block-palette');
      if ((await palette.getAttribute('open')) === null) await palette.locator('summary').click();
      await page.locator(`[data-add="${kind}"]`).click();
      await page
        .locator('[data-block]')
        .nth(kind === 'text' ? 0 : 1)
        .waitFor();
    }
    await page.locator('[data-block]').nth(1).getByLabel('Ses mots').fill('On a bien fait.');
    await page.locator('[data-look]').nth(1).getByText('On a bien fait.').waitFor();
    const findings = await axeFindings(page, 'the page editor');
    expect(findings).toEqual([]);
    await page.locator('[data-block]').nth(1).locator('[data-move=up]').first().click();
    await page.locator('[data-block]').nth(1).locator('[data-move=remove]').first().click();
    await page.getByRole('button', { name: 'Le remettre' }).click();
    await page.locator('[data-block]').nth(1).locator('[data-move=remove]').first().click();
    await page.getByRole('button', { name: 'Publier', exact: true }).click();
    await page.waitForURL(/\/pages\//);
    expect(await page.locator('main').innerText()).toContain('On a bien fait.');
    expect(broken).toEqual([]);
    await page.context().close();
  });

  it.each([
    '/gestion/contenus',
    '/gestion/contenus/ajouter/news',
    '/gestion/contenus/ajouter/home',
    '/gestion/contenus/ajouter/door',
    '/gestion/contenus/corbeille',
  ])('axe finds nothing on %s', async (path) => {
    const page = await staffPage(browser);
    await page.goto(origin + path);
    await page.locator('main').waitFor();
    await page.waitForTimeout(500);
    expect(await axeFindings(page, path)).toEqual([]);
    await page.context().close();
  });
});
