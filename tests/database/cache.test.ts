import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { presentHub } from '#modules/hub/index.ts';
import { openTestSite, type SendOptions, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { everyRoute, parametersOf } from './support/routes.ts';

let site: TestSite;
let hub: TestHub;
let other: TestHub;
let employee: TestPerson;
let keptPaths: string[];
beforeAll(async () => {
  site = await openTestSite({ TRUSTED_PROXIES: '127.0.0.1' });
  [hub, other] = [await site.hub('Pôle des Genêts'), await site.hub('Pôle des Ajoncs')];
  employee = await hub.person('employee');
  keptPaths = everyRoute(site)
    .filter((route) => route.kept && route.method === 'GET' && parametersOf(route.path).length === 0)
    .map((route) => route.path);
});
afterAll(() => site.close());

const isKept = (response: Response): boolean =>
  response.headers.get('cache-control') === 'public, no-cache' && response.headers.has('etag');
const body = async (path: string, options?: SendOptions): Promise<string> => (await hub.send(path, options)).text();

test('pages for visitors are kept, with a tag that answers 304', async () => {
  expect(keptPaths.length).toBeGreaterThan(10);
  for (const path of keptPaths) {
    const [first, second] = [await hub.get(path), await hub.get(path)];
    const tag = second.headers.get('etag') ?? 'none';
    expect([path, first.headers.get('etag'), await first.text()]).toEqual([path, tag, await second.text()]);
    expect([path, (await hub.send(path, { headers: { 'if-none-match': tag } })).status]).toEqual([path, 304]);
  }
});

test('nothing a visitor sends poisons what another gets', async () => {
  const pages = new Map<string, string>();
  for (const path of keptPaths) pages.set(path, await body(path));
  const evil = 'empoisonne.example';
  const variants: Record<string, string>[] = [
    { 'x-forwarded-host': evil },
    { 'x-forwarded-proto': 'https' },
    { 'x-forwarded-for': evil, forwarded: `host=${evil};proto=https` },
    { 'x-original-url': `/${evil}`, 'x-rewrite-url': `/${evil}` },
    { 'x-forwarded-prefix': `/${evil}`, 'x-forwarded-port': '4433' },
    { 'x-host': evil, 'x-forwarded-server': evil, 'x-http-method-override': 'POST' },
    { 'accept-language': 'en' },
    { accept: 'application/json' },
    { 'user-agent': evil, referer: `https://${evil}/` },
    { 'accept-encoding': 'identity;q=0, br;q=0, zstd' },
    { origin: `https://${evil}` },
    { cookie: 'essaim=x; essaim_mot=x.y' },
    { cookie: employee.cookie },
    { range: 'bytes=0-10' },
  ];
  let tries = 0;
  for (const path of keptPaths) {
    for (const headers of variants) {
      site.site.deps.cache.forget(hub.id);
      await hub.send(path, { headers });
      const next = await hub.get(path);
      expect([path, headers, next.status, (await next.text()) === pages.get(path)]).toEqual([path, headers, 200, true]);
      tries += 1;
    }
  }
  expect(tries).toBeGreaterThanOrEqual(200);
});

test('a proxy of ours that says https gets its own pages, and nobody else does', async () => {
  const from = async (address: string): Promise<string> =>
    /rel="canonical" href="([^"]+)"/.exec(
      await body('/le-pole', { address, headers: { 'x-forwarded-proto': 'https' } }),
    )?.[1] ?? '';
  expect(await from('127.0.0.1')).toBe(`https://${hub.host}/le-pole`);
  expect(await from('203.0.113.9')).toBe(`http://${hub.host}/le-pole`);
  expect(await from('127.0.0.1')).toBe(`https://${hub.host}/le-pole`);
});

test('the host decides of the hub; a host that is nobody’s is told so', async () => {
  const asked = async (host: string): Promise<[number, string]> => {
    const response = await hub.send('/', { headers: { host } });
    return [response.status, /<title>([^<]*)/.exec(await response.text())?.[1] ?? ''];
  };
  const [[, mine], [, theirs]] = [await asked(hub.host), await asked(other.host)];
  expect(mine).toContain('Genêts');
  expect(theirs).toContain('Ajoncs');
  expect(await asked(`${hub.host.toUpperCase()}:3000`)).toEqual([200, mine]);
  expect(await asked(`${hub.host}.`)).toEqual([200, mine]);
  for (const host of [
    'ailleurs.example',
    `${hub.host}.ailleurs.example`,
    `ailleurs.${hub.host}`,
    `${hub.host}@ailleurs.example`,
    `${hub.host}/x`,
    'pôle-1.localhost',
    '',
    'a'.repeat(300),
    `${hub.host}, ${other.host}`,
  ]) {
    expect([host, (await asked(host))[0]]).toEqual([host, 421]);
  }
  const { rows } = await site.database.ownerPool.query<{ count: number }>('select count(*)::int as count from hubs');
  expect(rows[0]?.count).toBe(2);
});

test('the order of a question does not matter, its case and content do', async () => {
  const one = await body('/annuaire?q=miel&tri=nom');
  expect(await body('/annuaire?tri=nom&q=miel')).toBe(one);
  expect(await body('/annuaire?q=cire&tri=nom')).not.toBe(one);
  expect(await body('/annuaire?Q=miel&tri=nom')).not.toBe(one);
  expect((await hub.get('/ANNUAIRE')).status).toBe(404);
  expect(await body('/annuaire?q=miel&q=cire')).not.toBe(await body('/annuaire?q=cire&q=miel'));
});

test('HEAD answers as GET without content, and spoils nothing', async () => {
  for (const path of ['/', '/annuaire.rss']) {
    site.site.deps.cache.forget(hub.id);
    const head = await hub.send(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const get = await hub.get(path);
    expect((await get.text()).length).toBeGreaterThan(100);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  }
});

test('someone signed in neither gets nor leaves a kept page', async () => {
  for (const path of keptPaths) {
    site.site.deps.cache.forget(hub.id);
    const own = await hub.get(path, employee.cookie);
    expect([path, isKept(own)]).toEqual([path, false]);
    const page = await body(path);
    expect([path, page.includes(employee.actor.name), page.includes('/gestion')]).toEqual([
      path,
      false,
      path === '/robots.txt',
    ]);
    expect(isKept(await hub.get(path))).toBe(true);
    const again = await hub.get(path, employee.cookie);
    expect([path, isKept(again)]).toEqual([path, false]);
  }
  expect(await (await hub.get('/', employee.cookie)).text()).toContain(employee.actor.name);
});

test('only whole good answers are kept', async () => {
  for (const path of ['/jamais', '/annuaire/jamais', '/connexion', '/contact', '/gestion', '/recherche?q=miel'])
    expect([path, isKept(await hub.get(path))]).toEqual([path, false]);
});

test('a change shows after its notification, in its hub alone', async () => {
  await other.get('/le-pole');
  const before = await body('/le-pole');
  const ctx = await hub.context(employee.actor);
  unwrap(await execute(ctx, presentHub, { name: 'Pôle des Bruyères', welcome: '', promise: '', slogan: '' }));
  await expect.poll(() => body('/le-pole'), { timeout: 3_000, interval: 20 }).toContain('Pôle des Bruyères');
  expect(await body('/le-pole')).not.toBe(before);
  expect(await (await other.get('/le-pole')).text()).toContain('Pôle des Ajoncs');
});
