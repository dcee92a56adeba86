import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { Interactions } from './support/interactions.ts';
import { ownSite } from './support/own-site.ts';
import { staffPage } from './support/staff.ts';

const { origin } = ownSite();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser({ webgl: false });
});
afterAll(() => browser.close());

const inDays = (days: number): string => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString();

describe('what people send to the agenda', () => {
  it('is proposed from a phone, published in 2 from the day view, and its sender is told', async () => {
    const visitor = await openPage(browser, { viewport: { width: 360, height: 740 } });
    await visitor.goto(`${origin}/agenda/proposer`);
    const title = 'Veillée de contes au moulin';
    await visitor.locator('[name=title]').fill(title);
    await visitor.locator('[name=startsOn]').fill(inDays(17));
    await visitor.locator('[name=startsAt]').fill('20:30');
    await visitor.locator('[name=place]').fill('Moulin de la Rivière');
    await visitor.locator('[name=city]').fill('35580 Guichen');
    await visitor.locator('[name=organizer]').fill('Les Conteuses du Canut');
    await visitor.locator('[name=name]').fill('Rozenn Exemple');
    await visitor.locator('[name=email]').fill('rozenn@conteuses.example');
    await visitor.getByRole('button', { name: 'Proposer', exact: true }).click();
    await visitor.waitForURL(/\/agenda\/proposition\//);
    expect(await visitor.locator('main').innerText()).toContain('L’équipe la relit');

    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const proposal = page.locator('.todo', { hasText: title });
    const does = new Interactions(page);
    await does.click(proposal.getByRole('link', { name: 'Relire' }));
    await page.waitForURL(/\/gestion\/agenda\/a-valider\//);
    expect(await page.locator('.review-frame').innerText()).toContain('Moulin de la Rivière');
    await does.click(page.getByRole('button', { name: 'Publier' }));
    await page.waitForURL(/\/agenda\/veillee-de-contes/);
    expect(does.count).toBeLessThanOrEqual(2);
    expect(await page.locator('main').innerText()).toContain(title);
    await expect
      .poll(async () => (await page.request.get(`${origin}/courrier-local`)).text(), { timeout: 30_000 })
      .toMatch(/Dans l’agenda\s:\s«\sVeillée de contes au moulin\s»/);
  });

  it('a date is answered with three touches and a name, without script, and changed by its own link', async () => {
    const staff = await staffPage(browser);
    await staff.goto(`${origin}/gestion/agenda/sondages`);
    await staff.locator('tbody th a').first().click();
    const link = await staff.locator('.poll-link a').getAttribute('href');
    const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await visitor.goto(link ?? '');
    const width = await visitor.evaluate(() => document.documentElement.scrollWidth).catch(() => 320);
    expect(width).toBeLessThanOrEqual(320);
    await visitor.locator('[name=name]').fill('Mona Exemple');
    await visitor.locator('.poll-slot').nth(0).getByText('Oui', { exact: true }).click();
    await visitor.locator('.poll-slot').nth(1).getByText('Non', { exact: true }).click();
    await visitor.getByRole('button', { name: 'Répondre' }).click();
    await visitor.waitForURL(/\/agenda\/sondage\/[^/]+\/[^/]+$/);
    expect(await visitor.locator('[name=name]').inputValue()).toBe('Mona Exemple');
    await visitor.locator('.poll-slot').nth(1).getByText('Si besoin', { exact: true }).click();
    await visitor.getByRole('button', { name: 'Changer ma réponse' }).click();
    expect(await visitor.locator('.poll-slot').nth(1).locator('[value=maybe]').isChecked()).toBe(true);
  });
});
