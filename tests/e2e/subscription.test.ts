import PostalMime from 'postal-mime';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { startSmtpServer, type FakeSmtp } from '#tests/support/fakes/smtp-server.ts';
import { startSiteProcess, type StartedSite } from '#tests/support/started-site.ts';
import { axeFindings } from './support/axe.ts';
import { Interactions } from './support/interactions.ts';

let smtp: FakeSmtp;
let site: StartedSite;
let browser: Browser;
beforeAll(async () => {
  smtp = await startSmtpServer();
  [site, browser] = await Promise.all([
    startSiteProcess({
      patience: 180_000,
      environment: { SMTP_URL: smtp.url, MAIL_FROM: 'bonjour@pole.example' },
    }),
    openBrowser({ webgl: false }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await smtp[Symbol.asyncDispose]();
});

/** The last mail an address received, once it did. */
async function mailTo(address: string, words: string) {
  await expect
    .poll(() => smtp.received.some(({ to, raw }) => to.includes(address) && raw.toString().includes(words)), {
      timeout: 180_000,
      interval: 250,
    })
    .toBe(true);
  const found = smtp.received.findLast(({ to, raw }) => to.includes(address) && raw.toString().includes(words));
  return PostalMime.parse(found?.raw ?? '');
}

/** The same page of this site, at the port it listens on. */
const here = (href: string): string => {
  const { pathname, search } = new URL(href);
  return site.origin + pathname + search;
};

async function employeePage(): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(site.origin + (site.signInPath ?? ''));
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  return page;
}

describe('a reader', () => {
  it('16: subscribes from the home page, in 5 at most, receives what she chose, and stops in one click', async () => {
    const reader = await openPage(browser);
    await reader.goto(site.origin);
    const does = new Interactions(reader);
    await does.fill(reader.locator('.call-out [name=address]'), 'Lectrice@courrier.example');
    await does.click(reader.getByRole('button', { name: 'Recevoir nos nouvelles' }));
    await reader.waitForURL(/envoye/);

    const asked = await mailTo('lectrice@courrier.example', 'Confirmez');
    const [link = ''] = /https?:\/\/\S+\/abonnement\/[\w-]+/.exec(asked.text ?? '') ?? [];
    does.count += 1;
    await reader.goto(here(link));
    expect(await reader.locator('input[type=checkbox]:checked').count()).toBe(0);
    await does.click(reader.getByLabel('Vie du réseau'));
    await does.click(reader.getByRole('button', { name: 'Confirmer mon abonnement' }));
    await reader.getByText('Votre abonnement est confirmé').waitFor();
    expect(does.count).toBeLessThanOrEqual(5);

    // She would rather read at once, and hear of everything.
    await reader.getByLabel('Au fil de l’eau').check();
    for (const box of await reader.locator('[name=subjects]').all()) await box.check();
    await reader.getByRole('button', { name: 'Enregistrer' }).click();
    await reader.getByText('C’est noté').waitFor();
    expect(await axeFindings(reader, 'abonnement')).toEqual([]);

    const employee = await employeePage();
    await employee.goto(`${site.origin}/actualites`);
    const href = await employee.locator('main :is(h2, h3) a[href^="/actualites/"]').first().getAttribute('href');
    await employee.goto(site.origin + (href ?? ''));
    await employee.getByRole('link', { name: 'Envoyer par mail' }).click();
    await employee.waitForURL('**/gestion/envois/ecrire**');
    await employee.getByRole('button', { name: /^Envoyer à/ }).click();
    const told = await mailTo('lectrice@courrier.example', 'List-Unsubscribe');
    expect(told.subject).not.toBe('');

    const stop = told.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    await reader.goto(here(/<(https?:[^>]+)>/.exec(stop)?.[1] ?? ''));
    await reader.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
    await reader.getByText('C’est fait').first().waitFor();
    await reader.goto(here(link));
    await reader.getByText('Vous ne recevez plus rien').waitFor();
    // The demonstration’s own mails leave first.
  }, 300_000);

  it('does it all without script, at 320 px', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    await page.goto(`${site.origin}/abonnement`);
    await page.locator('[name=address]').fill('sobre@courrier.example');
    await page.getByLabel('Formations').check();
    await page.getByLabel('Une fois par mois').check();
    await page.getByRole('button', { name: 'Recevoir le lien' }).click();
    await page.waitForURL(/envoye/);
    const asked = await mailTo('sobre@courrier.example', 'Confirmez');
    const [link = ''] = /https?:\/\/\S+\/abonnement\/[\w-]+/.exec(asked.text ?? '') ?? [];
    await page.goto(here(link));
    // What was chosen is there, to be confirmed.
    expect(await page.getByLabel('Formations').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Confirmer mon abonnement' }).click();
    await page.getByText('Ce que nous gardons de vous').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
    await page.getByText('Vous ne recevez plus rien').waitFor();
  });
});
