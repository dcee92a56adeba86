import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { fillHub } from './support/fill-hub.ts';
import { ownValues } from './support/own-values.ts';
import { isMailPreview } from './support/mail-previews.ts';
import { everyRoute, filledPath } from './support/routes.ts';

/** What the HTML standard asks and screen readers need; how the source is laid out is nobody's concern. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Long titles are cut by those who show them.
    'long-title': 'off',
    // Preact writes `<img/>`, which the standard allows.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // Icons and landscapes are decorative SVG between words.
    'svg-focusable': 'off',
    // Phone numbers in French sentences keep ordinary spaces until the browser wraps them.
    'tel-non-breaking': 'off',
    // Our own files from our own address.
    'require-sri': 'off',
    // A button in a form submits it: that is what we mean.
    'no-implicit-button-type': 'off',
  },
});

let site: TestSite;
const pages: { path: string; who: string; html: string }[] = [];
beforeAll(async () => {
  site = await openTestSite();
  const filled = await fillHub(site, await site.hub(), 'Fougère');
  const { hub, employee } = filled;
  const visit = async (path: string, who: 'visitor' | 'employee'): Promise<void> => {
    const answer = await hub.get(path, who === 'employee' ? employee.cookie : undefined);
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return;
    const html = await answer.text();
    // The others are pieces that a page asks for and puts in itself, and mails, written as mail programs want them.
    if (/^<!doctype html>/i.test(html) && !isMailPreview(path)) pages.push({ path, who, html });
  };
  for (const route of everyRoute(site)) {
    if (route.method !== 'GET') continue;
    const path = filledPath(route.path, ownValues(filled, route.path));
    await visit(path, 'employee');
    if (route.access === 'anyone') await visit(path, 'visitor');
  }
  await visit('/jamais-vue', 'visitor');
});
afterAll(() => site.close());

test('a fault is seen', () => {
  const report = validator.validateStringSync('<!doctype html><html lang="fr"><body><p><div></div></p></body></html>');
  expect(report.valid).toBe(false);
});

test('every page is valid HTML', async () => {
  const faults = new Map<string, string>();
  for (const { path, who, html } of pages) {
    const report = await validator.validateString(html);
    for (const { messages } of report.results)
      for (const { ruleId, message, selector } of messages)
        faults.set(`${path} (${who}): ${ruleId}: ${message}`, selector ?? '');
  }
  expect(pages.length).toBeGreaterThan(60);
  expect([...faults].map(([fault, where]) => `${fault} (${where})`)).toEqual([]);
});

test('every page has one main heading and one main landmark', () => {
  const wrong = pages.filter(
    ({ html }) => (html.match(/<h1[\s>]/g) ?? []).length !== 1 || (html.match(/<main[\s>]/g) ?? []).length !== 1,
  );
  expect(wrong.map(({ path, who }) => `${path} (${who})`)).toEqual([]);
});
