import PostalMime from 'postal-mime';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { axeFindings } from './support/axe.ts';
import { Interactions } from './support/interactions.ts';
import { startMailSite, type MailSite } from './support/mail-site.ts';

let site: MailSite;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
  site = await startMailSite(browser);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The copies of mailings received: what the site writes to one person carries no link to stop. */
const copies = () => site.smtp.received.filter(({ raw }) => /^List-Unsubscribe:/im.test(raw.toString()));

/** Each group ticked is counted at once; without script, as soon as the form is sent. Leaves the page as it was. */
async function countFollows(page: Page): Promise<void> {
  const count = (of: Page) => of.locator('es-audience-count strong').innerText();
  const atFirst = await count(page);
  const members = page.getByLabel('Adhérent·es', { exact: true });
  await members.uncheck();
  await expect.poll(() => count(page)).not.toBe(atFirst);
  const without = await count(page);
  await page.getByRole('button', { name: `Envoyer à ${without}` }).waitFor();
  // Those whom the news may concern, by its themes.
  const concerned = page
    .getByRole('group', { name: 'Aussi, d’après ce que vous annoncez' })
    .getByRole('checkbox')
    .first();
  await concerned.check();
  await expect.poll(() => count(page)).not.toBe(without);

  const state = await page.context().storageState();
  const plain = await openPage(browser, { javaScriptEnabled: false, storageState: state });
  await plain.goto(page.url());
  await plain.getByLabel('Adhérent·es', { exact: true }).uncheck();
  expect(await count(plain)).toBe(atFirst);
  await plain.getByRole('button', { name: 'Recompter et revoir l’aperçu' }).click();
  expect(await count(plain)).toBe(without);
  await plain.context().close();

  await concerned.uncheck();
  await members.check();
  await expect.poll(() => count(page)).toBe(atFirst);
}

test('4: one news leaves its public page by mail, in 4 at most, and a reader stops it from the message', async () => {
  const page = site.employee;
  await page.goto(`${site.origin}/actualites`);
  const href = await page.locator('main :is(h2, h3) a[href^="/actualites/"]').first().getAttribute('href');
  await page.goto(site.origin + (href ?? ''));
  const title = await page.locator('h1').innerText();

  const does = new Interactions(page);
  await does.click(page.getByRole('link', { name: 'Envoyer par mail' }));
  await page.waitForURL('**/gestion/envois/ecrire**');
  expect(await axeFindings(page, page.url())).toEqual([]);
  const preview = page.frameLocator('iframe').first();
  await preview.getByRole('heading', { name: title }).waitFor();
  await countFollows(page);
  await does.click(page.getByRole('button', { name: /^Envoyer à/ }));
  await page.waitForURL((url) => /\/gestion\/envois\/[0-9a-f-]{36}$/.test(url.pathname));
  expect(does.count).toBeLessThanOrEqual(4);

  // The page follows the sending by itself, and ends on the report.
  await expect.poll(() => copies().length, { timeout: 60_000, interval: 250 }).toBeGreaterThan(10);
  await page.getByText('Envoyé', { exact: false }).first().waitFor({ timeout: 60_000 });
  expect(await axeFindings(page, page.url())).toEqual([]);
  const received = copies().map((mail) => mail.to[0]);
  expect(new Set(received).size).toBe(received.length);

  const letter = await PostalMime.parse(copies()[0]?.raw ?? '');
  expect(letter.text).toContain(title.slice(0, 12));
  expect(letter.html).not.toMatch(/<script|width="1" height="1"/);
  const stop = /(\/desabonnement\/[\w-]+)/.exec(letter.text ?? '')?.[1] ?? '';
  const reader = await openPage(browser);
  await reader.goto(site.origin + stop);
  expect(await axeFindings(reader, reader.url())).toEqual([]);
  await reader.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
  await reader.getByText('C’est fait').waitFor();

  await page.goto(`${site.origin}/gestion/envois/adresses-retirees`);
  await page.getByText(received[0] ?? '?').waitFor();
});
