import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfficeLayout } from '../layout/office-layout.tsx';
import { PublicLayout } from '../layout/public-layout.tsx';
import { deriveTheme } from '../theme/derive-theme.ts';
import { themeStylesheet } from '../theme/theme-stylesheet.ts';
import { sampleOfficeNavigation, sampleSite } from './sample.ts';
import { StylePage } from './style-page.tsx';

const theme = deriveTheme({ brand: '#00664a', accent: '#ffd000' });
const outDir = join(tmpdir(), `essaim-style-page-${process.pid}`);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let server: Server;
let origin = '';

beforeAll(async () => {
  await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const assets = readdirSync(join(outDir, 'assets'));
  const asset = (pattern: RegExp): string => `/assets/${assets.find((file) => pattern.test(file)) ?? ''}`;
  const site = {
    ...sampleSite,
    stylesheetHref: asset(/^main-.*\.css$/),
    scriptHref: asset(/^main-.*\.js$/),
    themeHref: '/theme.css',
  };
  const pages: Record<string, string> = {
    '/gestion/style': renderToString(
      <OfficeLayout
        site={site}
        meta={{ title: 'Style' }}
        navigation={sampleOfficeNavigation}
        header={{ title: 'Page de style' }}
      >
        <StylePage theme={theme} />
      </OfficeLayout>,
    ),
    '/': renderToString(
      <PublicLayout site={site} meta={{ title: 'Style' }}>
        <h1>Page de style</h1>
        <StylePage theme={theme} />
      </PublicLayout>,
    ),
  };
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const policy = { 'content-security-policy': "default-src 'self'; img-src 'self' blob: data:" };
    const page = pages[path];
    if (page)
      response.writeHead(200, { ...policy, 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${page}`);
    else if (path === '/theme.css') response.writeHead(200, { 'content-type': 'text/css' }).end(themeStylesheet(theme));
    else if (assets.includes(path.slice('/assets/'.length))) {
      const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'font/woff2';
      response.writeHead(200, { 'content-type': type }).end(readFileSync(join(outDir, path)));
    } else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
}, 90_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(outDir, { recursive: true, force: true });
});

const screens = [
  { path: '/gestion/style', width: 1280, scheme: 'light' },
  { path: '/gestion/style', width: 320, scheme: 'dark' },
  { path: '/', width: 1280, scheme: 'dark' },
  { path: '/', width: 320, scheme: 'light' },
] as const;

describe('the islands', () => {
  it('open dialogs, suggest, count, tick and preview', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${origin}/gestion/style`);

    await page.getByRole('link', { name: 'Ouvrir le dialogue' }).click();
    expect(await page.getByRole('dialog', { name: 'Fusionner deux fiches' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);

    // Before its island comes, the field is the browser's own.
    const town = page.locator('input[role=combobox][name=lieu]');
    await town.fill('maure');
    await town.press('ArrowDown');
    await town.press('Enter');
    expect(await town.inputValue()).toBe('Maure-de-Bretagne');

    await page.getByLabel('Description').fill('x'.repeat(281));
    expect(await page.getByText('1 caractère de trop').first().isVisible()).toBe(true);

    await page.getByLabel('Tout sélectionner').check();
    expect(await page.getByText('3 lignes cochées').isVisible()).toBe(true);
    await page.getByLabel('Sélectionner La Graineterie coopérative').uncheck();
    expect(await page.getByText('2 lignes cochées').isVisible()).toBe(true);

    const seen = (): Promise<string> =>
      page.evaluate(() =>
        getComputedStyle(document.querySelector('[data-preview]') ?? document.body).getPropertyValue('--brand'),
      );
    const before = await seen();
    await page.getByLabel('Brique').check({ force: true });
    expect([before, await seen()]).toEqual(['#00664a', '#c2352b']);
    await page.close();
  }, 60_000);
});

describe('the style page in a browser', () => {
  it.each(screens)(
    '$path at $width px, $scheme, is accessible, fits and breaks no policy',
    async ({ path, width, scheme }) => {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
      });
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(origin + path);
      await page.evaluate(() => document.fonts.ready);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: {
              run: (
                options: object,
              ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
            };
          }
        ).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`)
              .join(' | ')}`,
        );
      });
      expect(found).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
