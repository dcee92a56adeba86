import { openBrowser, openPage } from '../../tests/support/browser.ts';

export interface PageWeight {
  /** Compressed bytes of the document, styles, scripts and fonts. */
  bytes: number;
  scriptBytes: number;
  imageBytes: number;
  requests: number;
  /** Requests that left the site. */
  elsewhere: number;
}

/** Opens each page in a browser of this width, with an empty cache and weighs what came over the wire. */
export async function weighPages(
  origin: string,
  paths: readonly string[],
  width: number,
): Promise<Map<string, PageWeight>> {
  const browser = await openBrowser();
  try {
    const weights = new Map<string, PageWeight>();
    for (const path of paths) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      const weight: PageWeight = { bytes: 0, scriptBytes: 0, imageBytes: 0, requests: 0, elsewhere: 0 };
      const pending: Promise<void>[] = [];
      page.on('requestfinished', (request) => {
        pending.push(
          (async () => {
            const { responseBodySize } = await request.sizes();
            weight.requests += 1;
            if (!request.url().startsWith(origin)) weight.elsewhere += 1;
            const type = request.resourceType();
            if (type === 'image') weight.imageBytes += responseBodySize;
            else if (['document', 'stylesheet', 'script', 'font'].includes(type)) weight.bytes += responseBodySize;
            if (type === 'script') weight.scriptBytes += responseBodySize;
          })(),
        );
      });
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      await Promise.all(pending);
      weights.set(path, weight);
      await page.context().close();
    }
    return weights;
  } finally {
    await browser.close();
  }
}
