import PostalMime from 'postal-mime';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** The last mail an address received, once it did. */
async function mailTo(address: string, words: string) {
  await expect
    .poll(() => site.smtp.received.some(({ to, raw }) => to.includes(address) && raw.toString().includes(words)), {
      timeout: 60_000,
      interval: 250,
    })
    .toBe(true);
  const found = site.smtp.received.findLast(({ to, raw }) => to.includes(address) && raw.toString().includes(words));
  return PostalMime.parse(found?.raw ?? '');
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
    await reader.goto(site.here(link));
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

    const { employee } = site;
    await employee.goto(`${site.origin}/actualites`);
    const href = await employee.locator('main :is(h2, h3) a[href^="/actualites/"]').first().getAttribute('href');
    await employee.goto(site.origin + (href ?? ''));
    await employee.getByRole('link', { name: 'Envoyer par mail' }).click();
    await employee.waitForURL('**/gestion/envois/ecrire**');
    await employee.getByRole('button', { name: /^Envoyer à/ }).click();
    const told = await mailTo('lectrice@courrier.example', 'List-Unsubscribe');
    expect(told.subject).not.toBe('');

    const stop = told.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    await reader.goto(site.here(/<(https?:[^>]+)>/.exec(stop)?.[1] ?? ''));
    await reader.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
    await reader.getByText('C’est fait').first().waitFor();
    await reader.goto(site.here(link));
    await reader.getByText('Vous ne recevez plus rien').waitFor();
  });

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
    await page.goto(site.here(link));
    // What was chosen is there, to be confirmed.
    expect(await page.getByLabel('Formations').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Confirmer mon abonnement' }).click();
    await page.getByText('Ce que nous gardons de vous').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
    await page.getByText('Vous ne recevez plus rien').waitFor();
  });
});
