import type { Interactions } from './interactions.ts';
import type { Page } from 'playwright-core';

/** An association that joins, and how it will pay. */
export interface Joining {
  name: string;
  givenName: string;
  familyName: string;
  way: 'cheque' | 'transfer' | 'online';
}

/** Fills the form of associations, from its page to the thanks. */
export async function join(
  page: Page,
  does: Interactions,
  { name, givenName, familyName, way }: Joining,
): Promise<void> {
  await does.fill(page.locator('[name=organizationName]'), name);
  await does.fill(page.locator('[name=givenName]'), givenName);
  await does.fill(page.locator('[name=familyName]'), familyName);
  await does.fill(page.locator('[name=email]'), `${familyName.toLowerCase()}@essai.example`);
  await does.choose(page.locator('[name=budget]'), await page.locator('[name=budget] option').nth(2).innerText());
  await does.click(page.locator('[name=acceptsCharter]'));
  await does.click(page.locator(`[name=paymentWay][value=${way}]`));
  await does.click(page.getByRole('button', { name: 'Adhérer' }));
}
