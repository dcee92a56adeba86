import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

it('a segment is built by keyboard, the count following each choice', async () => {
  const page = await staffPage(browser);
  await page.goto(`${origin}/gestion/segments/nouveau`);
  const everyone = await page.locator('[data-count]').innerText();
  expect(await page.getByRole('button', { name: 'Compter' }).isVisible()).toBe(false);

  await page.getByLabel('Ajouter une condition').focus();
  await page.keyboard.type('porte l');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/ajouter=people\.tag/);
  expect(await page.locator('[data-count]').innerText()).toContain('Complétez');
  expect(await axeFindings(page, 'segment being built')).toEqual([]);

  await page.locator('[name="valeur.0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => /personne/i.test(document.querySelector('[data-count]')?.textContent ?? ''));
  const bearers = await page.locator('[data-count]').innerText();
  expect(bearers).not.toBe(everyone);
  expect(await page.locator('[data-sentence]').innerText()).toContain('porte l’étiquette «');

  await page.locator('[name="sens.0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((before) => document.querySelector('[data-count]')?.textContent !== before, bearers);
  expect(await page.locator('[data-sentence]').innerText()).toContain('ne porte pas l’étiquette');

  await page.getByLabel('Nom du segment').focus();
  await page.keyboard.type('Composé au clavier');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/gestion\/segments\/[0-9a-f-]{36}$/);
  expect(await page.locator('h1').innerText()).toBe('Composé au clavier');
  expect(await page.locator('#personnes tbody tr').count()).toBeGreaterThan(10);
  expect(await axeFindings(page, 'people of a segment')).toEqual([]);
});
