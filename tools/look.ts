import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildAll } from './build.ts';
import { eachKindOfPage } from '../tests/e2e/support/page-kinds.ts';
import { openBrowser, openPage } from '../tests/support/browser.ts';
import { startSiteProcess } from '../tests/support/started-site.ts';

/**
 * Photographs every page of the demonstration hub, public and back office, at three widths into `look/`. With words
 * after the command, only the pages whose address holds one of them: `npm run look -- annuaire`.
 */
const widths = [360, 768, 1280];
const mostOfAKind = 2;
const folder = 'look';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const dark = process.argv.includes('--dark');
if (!process.argv.includes('--built')) await buildAll();
const site = await startSiteProcess();
const browser = await openBrowser();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const visitor = await openPage(browser, { colorScheme: dark ? 'dark' : 'light' });
  await photograph(visitor, '/', 'public', (path) => !path.startsWith('/gestion'));
  const employee = await signedIn(browser);
  await photograph(
    employee,
    '/gestion',
    'gestion',
    (path) => path.startsWith('/gestion') || path.startsWith('/mon-compte'),
  );
} finally {
  await browser.close();
  await site.stop();
}

async function signedIn(opened: Browser): Promise<Page> {
  const page = await openPage(opened, { colorScheme: dark ? 'dark' : 'light' });
  await page.goto(site.origin + (site.signInPath ?? '/connexion'));
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  return page;
}

/** Photographs a few pages of each kind, found by following links. */
async function photograph(page: Page, start: string, group: string, belongs: (path: string) => boolean): Promise<void> {
  await eachKindOfPage([page], site.origin, { start: [start], belongs, most: mostOfAKind }, async (tab, path) => {
    if (wanted.length > 0 && !wanted.some((word) => path.includes(word))) return;
    for (const width of widths) await takePhotograph(tab, path, group, width);
    process.stdout.write(`${path}\n`);
  });
}

async function takePhotograph(page: Page, path: string, group: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => document.fonts.ready.then(() => true));
  await page.waitForTimeout(150);
  const name = `${group}${path.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80)}-${width}.png`;
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) process.stdout.write(`  ${path} déborde de ${overflow} px à ${width} px\n`);
  await writeFile(join(folder, name), await page.screenshot({ fullPage: true }));
}
