import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const source = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
/** Two places close to one another on the map: each has its link of full size in the list (WCAG 2.5.8, « equivalent »). */
const onTheMap = /class="map-mark /;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the width of the screen may change: what shows, where, and how it is reached. */
const widthRules = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'button-name',
  'link-name',
  'summary-name',
  'label',
  'region',
  'page-has-heading-one',
];

interface AxeNode {
  target: string[];
  html: string;
  failureSummary?: string;
}
interface AxeResults {
  violations: { id: string; help: string; nodes: AxeNode[] }[];
}
interface WithAxe {
  axe: { run(root: Document, options: object): Promise<AxeResults> };
}

/** What axe finds on the page shown, one line a finding; `width`: only what another width of the screen may change. */
export async function axeFindings(page: Page, where: string, which: 'all' | 'width' = 'all'): Promise<string[]> {
  // What still fades in has not its colours yet.
  await page.evaluate(async () => {
    const settled = document.getAnimations().map((animation) => animation.finished.catch(() => null));
    await Promise.race([Promise.all(settled), new Promise((resolve) => setTimeout(resolve, 2000))]);
  });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { violations } = await page
    .evaluate(
      (runOnly) =>
        (globalThis as unknown as WithAxe).axe.run(document, {
          runOnly,
          resultTypes: ['violations'],
          // What a frame shows is a page of its own; a mail shown in one runs no script, and would never answer.
          iframes: false,
        }),
      which === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: widthRules },
    )
    .catch((error: unknown) => {
      throw new Error(`axe could not look at ${where}`, { cause: error });
    });
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !onTheMap.test(html))
      .slice(0, 3)
      .map(
        (node) =>
          `${where} · ${id} · ${node.target.join(' ')} · ${node.html.slice(0, 160)} · ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
      ),
  );
}
