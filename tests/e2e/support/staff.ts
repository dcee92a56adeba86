import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from '#tests/support/browser.ts';
import { tabTo } from './keyboard.ts';
import { ownSite } from './own-site.ts';

/** The sign-in link serves once: the session it opened is kept for every test of this site. */
const stateFile = join(tmpdir(), `essaim-e2e-${new URL(ownSite().origin).port}.json`);

/** A page of the employee's browser. The first call signs in, by keyboard, with the link the program printed. */
export async function staffPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  if (!existsSync(stateFile)) await signIn(browser);
  return openPage(browser, { storageState: stateFile, ...options });
}

/** Opens a session, by keyboard, with the link that a site printed. */
export async function signInto(page: Page, site: { origin: string; signInPath: string | null }): Promise<void> {
  await page.goto(site.origin + (site.signInPath ?? ''));
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

async function signIn(browser: Browser): Promise<void> {
  const page = await openPage(browser);
  await signInto(page, ownSite());
  await page.context().storageState({ path: stateFile });
  await page.context().close();
}
