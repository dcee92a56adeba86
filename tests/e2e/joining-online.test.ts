import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, openPage } from '#tests/support/browser.ts';
import { startHelloAsso, type FakeHelloAsso } from '#tests/support/fakes/helloasso-server.ts';
import { startFilledSite, type StartedSite } from '#tests/support/started-site.ts';
import { Interactions } from './support/interactions.ts';
import { join } from './support/joining.ts';
import { signInto } from './support/staff.ts';

const account = { clientId: 'client-essai', clientSecret: 'secret-essai', organizationSlug: 'pole-des-vallons' };
/** What the proxy in front of a public site says: HelloAsso comes back in https only. */
const byHttps = { extraHTTPHeaders: { 'x-forwarded-proto': 'https' } };

let browser: Browser;
let helloasso: FakeHelloAsso;
let site: StartedSite;
beforeAll(async () => {
  helloasso = await startHelloAsso([account]);
  [browser, site] = await Promise.all([
    openBrowser({ webgl: false }),
    startFilledSite(inject('demonstration'), {
      environment: { HELLOASSO_URL: helloasso.url, TRUSTED_PROXIES: '127.0.0.1,::1' },
    }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await helloasso[Symbol.asyncDispose]();
});

it('15: the team ties HelloAsso, an association joins and pays there, and comes back a member', async () => {
  const employee = await openPage(browser);
  await signInto(employee, site);
  await employee.goto(`${site.origin}/gestion/paiements/reglages`);
  await employee.locator('[name=helloassoSlug]').fill(account.organizationSlug);
  await employee.locator('[name=helloassoClientId]').fill(account.clientId);
  await employee.locator('[name=clientSecret]').fill(account.clientSecret);
  await employee.getByRole('button', { name: 'Relier le compte' }).click();
  await employee.getByText(`Association ${account.organizationSlug}`).first().waitFor();

  const payer = await openPage(browser, byHttps);
  await payer.goto(site.origin);
  const does = new Interactions(payer);
  await does.click(payer.locator('footer').getByRole('link', { name: 'Adhérer' }));
  await does.click(payer.getByRole('link', { name: 'Une association' }));
  const name = 'La Chorale des Écluses';
  await join(payer, does, { name, givenName: 'Irène', familyName: 'Solfege', way: 'online' });
  await payer.waitForURL(/\/payer\//);
  const own = new URL(payer.url()).pathname;
  await does.click(payer.getByRole('button', { name: 'Continuer' }));
  await payer.waitForURL(/\/checkout\/\d+$/);
  expect(does.count).toBeLessThanOrEqual(14);

  const checkout = Number(/\d+$/.exec(payer.url())?.[0]);
  const { body } = helloasso.checkouts.get(checkout) ?? { body: null };
  // Coming back without having paid makes nobody a member.
  await payer.goto(site.origin + pathOf(body?.['backUrl']));
  expect(await payer.locator('h1').innerText()).toContain('à payer');
  helloasso.pay(checkout);
  await payer.goto(site.origin + pathOf(body?.['returnUrl']));
  await expect
    .poll(
      async () => {
        await payer.goto(site.origin + own);
        return payer.locator('h1').innerText();
      },
      { timeout: 30_000 },
    )
    .toBe('C’est payé, merci');
  // Wherever her application stands by now.
  await employee.goto(`${site.origin}/gestion/adhesions/demandes?q=Chorale`);
  expect(await employee.locator('main').innerText()).toContain(name);
});

function pathOf(address: unknown): string {
  const { pathname, search } = new URL(typeof address === 'string' ? address : '/', site.origin);
  return pathname + search;
}
