import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
});
afterAll(() => site.close());

const address = /<url><loc>([^<]*)<\/loc>(?:<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/lastmod>)?<\/url>/g;

async function addStructures(count: number, status: string, prefix: string, to = hub): Promise<void> {
  await site.database.ownerPool.query(
    `insert into organizations (hub_id, id, slug, name, name_key, status, created_at, updated_at)
      select $1, gen_random_uuid(), $2 || n, $2 || n, $2 || n, $3, now(), now() from generate_series(1, $4::int) n`,
    [to.id, prefix, status, count],
  );
}

/** The chunks of an answer as they come. */
async function chunksOf(response: Response): Promise<string[]> {
  const decoder = new TextDecoder();
  const chunks: string[] = [];
  for await (const chunk of response.body ?? []) chunks.push(decoder.decode(chunk as Uint8Array, { stream: true }));
  return chunks;
}

test('gives the public addresses of this hub only, none of a draft', async () => {
  const small = await site.hub();
  await addStructures(3, 'published', 'ouverte-', small);
  await addStructures(2, 'draft', 'brouillon-', small);
  const text = await (await small.get('/sitemap.xml')).text();
  expect(text).toContain(`<loc>${small.origin}/annuaire/ouverte-1</loc>`);
  expect(text).not.toContain('brouillon');
  expect((await small.get('/sitemap-1.xml')).status).toBe(200);
  for (const part of ['/sitemap-2.xml', '/sitemap-0.xml', '/sitemap-01.xml', '/sitemap-99999999.xml'])
    expect((await small.get(part)).status, part).toBe(404);
});

test('streams fifty thousand addresses, and lists its parts beyond', async () => {
  await addStructures(49_900, 'published', 'structure-');
  const whole = await hub.get('/sitemap.xml');
  expect(whole.headers.get('content-type')).toContain('application/xml');
  expect(whole.headers.get('cache-control')).toBe('public, max-age=3600');
  const chunks = await chunksOf(whole);
  expect(chunks.length).toBeGreaterThan(50);
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(200_000);
  const text = chunks.join('');
  const found = [...text.matchAll(address)].map(([, path]) => path ?? '');
  expect(found.length).toBeGreaterThan(49_900);
  expect(found.length).toBeLessThanOrEqual(50_000);
  expect(new Set(found).size).toBe(found.length);
  expect(found.every((path) => path.startsWith(hub.origin))).toBe(true);
  // Nothing but the frame is left once the addresses are taken away.
  expect(text.replaceAll(address, '').replaceAll('\n', '')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>',
  );

  const many = await site.hub();
  await addStructures(50_500, 'published', 'structure-', many);
  const index = await (await many.get('/sitemap.xml')).text();
  const parts = [...index.matchAll(/<sitemap><loc>([^<]*)<\/loc><\/sitemap>/g)].map(([, part]) => part);
  expect(parts).toEqual([`${many.origin}/sitemap-1.xml`, `${many.origin}/sitemap-2.xml`]);
  const each = await Promise.all(
    parts.map(async (part) => [...(await (await many.get(new URL(part ?? '').pathname)).text()).matchAll(address)]),
  );
  expect(each[0]).toHaveLength(50_000);
  const all = each.flat().map(([, path]) => path);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(50_500);
}, 120_000);
