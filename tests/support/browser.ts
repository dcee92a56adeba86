import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/**
 * Arguments of our own: the package's list holds `--single-process`, which dies when a page closes. The rest keeps the
 * browser from looking for servers of its maker.
 */
const launchArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--lang=fr-FR',
];
const drawnBySoftware = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
/** Without a card to imitate, pages are looked at three times as fast. */
const withoutCard = ['--disable-gpu', '--disable-3d-apis'];

export interface BrowserOptions {
  /** Without it the map stays the server's drawing, and the processor is spared: WebGL is drawn by software here. */
  webgl?: boolean;
}

/** Starts the Chromium that npm brought. */
export async function openBrowser({ webgl = true }: BrowserOptions = {}): Promise<Browser> {
  chromium.setGraphicsMode = true;
  const args = [...launchArguments, ...(webgl ? drawnBySoftware : withoutCard)];
  return playwright.launch({ executablePath: await chromium.executablePath(), headless: true, args });
}

/** A French visitor's page. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  return context.newPage();
}
