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

const isoDay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('trainings', () => {
  it('10: attendance in and certificates out in 4 at most, and one more for who was absent', async () => {
    const page = await staffPage(browser);
    // Enough of a session to play the act: yesterday, two people.
    await page.goto(`${origin}/gestion/formations/sessions/ajouter`);
    await page.locator('[name="halfDays.0.heldOn"]').fill(isoDay(-1));
    await page.getByRole('button', { name: 'Préparer la session' }).click();
    await page.getByRole('button', { name: 'Ouvrir aux inscriptions' }).click();
    await page.getByRole('button', { name: /Elle a lieu/ }).click();
    for (const name of ['Présente Au Navigateur', 'Absent Au Navigateur']) {
      await page.getByRole('link', { name: 'Inscrire quelqu’un' }).click();
      await page.locator('[name=name]').fill(name);
      await page.locator('[name=municipality]').fill('Janzé');
      await page.getByRole('button', { name: 'Inscrire' }).click();
    }
    const session = page.url();
    await page.getByRole('link', { name: 'Présences' }).click();
    await page.getByRole('link', { name: 'matin' }).click();
    const signing = page.url();
    await page.getByRole('button', { name: 'Je signe : Présente Au Navigateur' }).click();
    const frame = page.locator('svg.signature-frame:visible');
    const box = await frame.boundingBox();
    if (!box) throw new Error('the frame to sign in did not open');
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 5, { steps: 6 });
    // The pen leaves the frame: the line stops at its edge.
    await page.mouse.move(box.x + box.width + 80, box.y + 30, { steps: 6 });
    await page.mouse.up();
    const drawn = await page.locator('form:has(svg.signature-frame:visible) [name=signature]').inputValue();
    expect(drawn).toMatch(/^M\d+ \d+(L\d+ \d+){8,}$/);
    expect(drawn).toMatch(/L400 \d+$/);
    expect(await axeFindings(page, 'signing')).toEqual([]);
    await page.getByRole('button', { name: 'Valider ma signature' }).click();
    await page.getByText('Présente Au Navigateur a signé').waitFor();
    // By keyboard: her name, then the button that asks for no drawing.
    await page.getByRole('button', { name: 'Je signe : Absent Au Navigateur' }).press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Absent Au Navigateur a signé').waitFor();
    expect(page.url()).toBe(signing);
    await page.goto(session);
    const does = new Interactions(page);
    await does.click(page.getByRole('link', { name: 'Présences' }));
    expect(await axeFindings(page, 'attendance')).toEqual([]);
    await does.click(page.getByRole('checkbox', { name: 'Absent·e : Absent Au Navigateur' }));
    await does.click(page.getByRole('button', { name: 'Terminer et envoyer les attestations' }));
    await page.waitForURL(session);
    expect(does.count).toBeLessThanOrEqual(4 + 1);
    await page.goto(`${session}/documents`);
    await page.getByRole('button', { name: /Établir ce qui manque/ }).click();
    const certificates = page.locator('tr', { hasText: 'Certificat de réalisation' });
    expect(await certificates.filter({ hasText: 'Présente Au Navigateur' }).count()).toBe(1);
    expect(await certificates.filter({ hasText: 'Absent Au Navigateur' }).count()).toBe(0);
    expect(await axeFindings(page, 'papers')).toEqual([]);
  });

  it('12: people trained last year by municipality, downloaded in 4 at most', async () => {
    const page = await staffPage(browser);
    await page.goto(`${origin}/gestion`);
    const does = new Interactions(page);
    await does.click(page.locator('nav').getByRole('link', { name: 'Formations', exact: true }).first());
    await does.click(page.getByRole('link', { name: 'Chiffres', exact: true }));
    await does.click(page.getByRole('link', { name: String(new Date().getFullYear() - 1), exact: true }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      does.click(page.getByRole('link', { name: 'CSV', exact: true })),
    ]);
    expect(does.count).toBeLessThanOrEqual(4);
    const stream = await download.createReadStream();
    const text = Buffer.concat(await Array.fromAsync(stream)).toString();
    expect(text).toContain('Bain-de-Bretagne');
  });
});
