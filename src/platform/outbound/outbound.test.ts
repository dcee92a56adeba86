import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forbiddenUrls, hostileAddresses } from '#tests/support/fakes/forbidden-urls.ts';
import { startHttpServer, type HttpServer } from '#tests/support/fakes/http-server.ts';
import { createOutbound } from './outbound.ts';
import { OutboundRefused } from './outbound-refused.ts';

const userAgent = 'Essaim/essai';
const hostileResolver = async (name: string) => hostileAddresses[name.toLowerCase()] ?? [];

let canaries: HttpServer[] = [];
let sockets = 0;
const countSocket = () => void (sockets += 1);

beforeAll(async () => {
  const first = await startHttpServer((_request, response) => response.end('touché'));
  canaries = [
    first,
    await startHttpServer((_request, response) => response.end('touché'), { host: '::1', port: first.port }),
  ];
  subscribe('net.client.socket', countSocket);
});

afterAll(async () => {
  unsubscribe('net.client.socket', countSocket);
  for (const canary of canaries) await canary[Symbol.asyncDispose]();
});

const canaryConnections = () => canaries.reduce((sum, canary) => sum + canary.connections(), 0);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error) => (error instanceof OutboundRefused ? error.reason : error),
  );

const beforeConnecting = new Set(['unreadable', 'scheme', 'port', 'credentials', 'unknown_host', 'private_address']);

describe('addresses that lead inside', () => {
  const urls = forbiddenUrls();
  const guarded = createOutbound({ userAgent, resolver: hostileResolver });

  test('the corpus is large enough', () => expect(urls.length).toBeGreaterThan(300));

  test('are refused without opening a socket', async () => {
    const before = { sockets, canaries: canaryConnections() };
    const fetched: unknown[] = [];
    for (const url of urls) {
      const answer = await refusal(guarded.fetchPublic(url));
      if (!beforeConnecting.has(answer)) fetched.push([url, answer]);
    }
    expect(fetched).toEqual([]);
    expect({ sockets, canaries: canaryConnections() }).toEqual(before);
  });

  test('are refused as the target of a redirect', async () => {
    await using site = await startHttpServer((request, response) => {
      const target = urls[Number(request.url?.slice(1))] ?? '';
      response
        .writeHead(302, {
          location: Buffer.from(target)
            .toString('latin1')
            .replace(/[\0\r\n]/g, ' '),
        })
        .end();
    });
    const outbound = createOutbound({ userAgent, resolver: hostileResolver, loopbackPortsForTests: [site.port] });
    const before = canaryConnections();
    for (const index of urls.keys()) await outbound.fetchPublic(`${site.url}/${index}`).catch(() => undefined);
    // An empty or relative target leads back to the site itself, and only there.
    expect(canaryConnections()).toBe(before);
    expect(await refusal(outbound.fetchPublic(`${site.url}/${urls.indexOf('http://[::1]/')}`))).toBe('private_address');
  });

  test('would reach the canary without the guard', async () => {
    const port = canaries[0]?.port;
    const before = { sockets, canaries: canaryConnections() };
    for (const host of ['0x7f.1', '2130706433', '127。0。0。1', '[::ffff:127.0.0.1]', '[::1]']) {
      await (await fetch(`http://${host}:${port}/`, { headers: { connection: 'close' } })).text();
    }
    expect(canaryConnections()).toBeGreaterThanOrEqual(before.canaries + 5);
    expect(sockets).toBeGreaterThanOrEqual(before.sockets + 5);
  });

  test('a name that changes its answer is resolved once, and that answer used', async () => {
    let asked = 0;
    await using site = await startHttpServer((_request, response) => response.end('bon'));
    await using trap = await startHttpServer((_request, response) => response.end('piège'), {
      host: '::1',
      port: site.port,
    });
    const rebinding = async () => (asked++ === 0 ? ['127.0.0.1'] : ['::1']);
    const outbound = createOutbound({ userAgent, resolver: rebinding, loopbackPortsForTests: [site.port] });
    const { body } = await outbound.fetchPublic(`http://rebind.test:${site.port}/`);
    expect(body.toString()).toBe('bon');
    expect([asked, site.connections(), trap.connections()]).toEqual([1, 1, 0]);
  });
});

describe('a site that answers', () => {
  const pages: Record<string, (response: ServerResponse) => unknown> = {
    '/page': (response) =>
      response.writeHead(200, { 'content-type': 'text/csv', etag: '"v1"', 'set-cookie': 'a=b' }).end('a;b'),
    '/gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('é'.repeat(100))),
    '/brotli': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
    '/truncated': (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('abcdef'.repeat(50)).subarray(0, 20)),
    '/bomb': (response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(4_000_000))),
    '/large': (response) => {
      const chunk = Buffer.alloc(65_536, 'x');
      const more = (): unknown =>
        response.destroyed || (response.write(chunk) ? setImmediate(more) : response.once('drain', more));
      more();
    },
    '/announced': (response) => response.writeHead(200, { 'content-length': '9000000' }).end('x'),
    '/missing': (response) => response.writeHead(404).end('secret interne'),
    '/one': (response) => response.writeHead(301, { location: '/two' }).end(),
    '/two': (response) => response.writeHead(307, { location: 'three' }).end(),
    '/three': (response) => response.writeHead(308, { location: '/page#ancre' }).end(),
    '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
    '/silent': () => undefined,
    '/slow': (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.once('close', () => clearInterval(timer));
    },
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('début');
      setTimeout(() => response.destroy(), 20);
    },
  };
  const seen: { headers?: NodeJS.Dict<string | string[]> } = {};
  let site: HttpServer;
  let get: (path: string, options?: object) => ReturnType<ReturnType<typeof createOutbound>['fetchPublic']>;

  beforeAll(async () => {
    site = await startHttpServer((request, response) => {
      seen.headers = request.headers;
      if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304, { etag: '"v1"' }).end();
      return pages[request.url ?? '']?.(response);
    });
    const outbound = createOutbound({ userAgent, loopbackPortsForTests: [site.port] });
    get = (path, options) => outbound.fetchPublic(`${site.url}${path}`, options);
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test('gives its content, and learns nothing but our name', async () => {
    const page = await get('/page', { accept: 'text/csv' });
    expect(page).toMatchObject({ url: `${site.url}/page`, notModified: false, contentType: 'text/csv', etag: '"v1"' });
    expect(page.body.toString()).toBe('a;b');
    expect(seen.headers).toEqual({
      host: new URL(site.url).host,
      connection: 'keep-alive',
      'user-agent': userAgent,
      accept: 'text/csv',
      'accept-encoding': 'gzip, identity',
    });
  });

  test('says that nothing changed', async () => {
    expect(await get('/page', { ifNoneMatch: '"v1"' })).toMatchObject({ notModified: true, body: Buffer.alloc(0) });
  });

  test('may redirect three times', async () => {
    expect((await get('/one')).url).toBe(`${site.url}/page`);
    expect(await refusal(get('/loop'))).toBe('too_many_redirects');
    expect(site.requests.filter((request) => request === 'GET /loop')).toHaveLength(4);
  });

  test('may compress with gzip', async () => {
    expect((await get('/gzip')).body.toString()).toBe('é'.repeat(100));
  });

  test.each([
    ['/brotli', 'encoding'],
    ['/truncated', 'broken_content'],
    ['/cut', 'broken_content'],
    ['/bomb', 'suspicious_compression'],
    ['/large', 'too_large'],
    ['/announced', 'too_large'],
    ['/missing', 'http_status'],
  ])('%s is refused: %s', async (path, reason) => {
    expect(await refusal(get(path))).toBe(reason);
  });

  test('is not read past the limit', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(get('/large', { maxBytes: 100_000 }))).toBe('too_large');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test.each(['/silent', '/slow'])('%s is left after the time given', async (path) => {
    const start = performance.now();
    expect(await refusal(get(path, { timeoutMs: 200 }))).toBe('timeout');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('is not waited for when its name is never found', async () => {
    const outbound = createOutbound({ userAgent, resolver: () => new Promise(() => {}) });
    expect(await refusal(outbound.fetchPublic('http://lent.test/', { timeoutMs: 50 }))).toBe('timeout');
  });

  test('never lends its words to our errors', async () => {
    const error: unknown = await get('/missing').catch((error: unknown) => error);
    expect(error).toMatchObject({ status: 404, message: 'Ce site n’a pas donné le contenu demandé.' });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('is left when the caller gives up', async () => {
    const giveUp = new AbortController();
    const work = get('/silent', { signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 30);
    await expect(work).rejects.toThrow('aborted');
  });
});
