import { describe, expect, test } from 'vitest';
import { forbiddenUrls, hostileAddresses } from '#tests/support/fakes/forbidden-urls.ts';
import { startHttpServer } from '#tests/support/fakes/http-server.ts';
import { createOutbound } from './outbound.ts';
import { OutboundRefused } from './outbound-refused.ts';

const userAgent = 'Essaim/essai';

describe('probePublic', () => {
  test('says how an address answers, after its redirects, without its content', async () => {
    const asked: string[] = [];
    await using site = await startHttpServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/ancienne') response.writeHead(301, { location: '/nouvelle' }).end();
      else response.writeHead(request.url === '/perdue' ? 404 : 200).end('x'.repeat(10));
    });
    const outbound = createOutbound({ userAgent, loopbackPortsForTests: [site.port] });
    expect(await outbound.probePublic(`${site.url}/ancienne`)).toEqual({ status: 200, url: `${site.url}/nouvelle` });
    expect(await outbound.probePublic(`${site.url}/perdue`, { method: 'GET' })).toMatchObject({ status: 404 });
    expect(asked).toEqual(['HEAD /ancienne', 'HEAD /nouvelle', 'GET /perdue']);
  });

  test('does not read a body without end', async () => {
    await using site = await startHttpServer((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(60_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const outbound = createOutbound({ userAgent, loopbackPortsForTests: [site.port] });
    const { status } = await outbound.probePublic(`${site.url}/`, { method: 'GET', timeoutMs: 3_000 });
    expect(status).toBe(200);
  });

  test('reaches nothing inside, by itself or by a redirect', async () => {
    const urls = forbiddenUrls();
    const guarded = createOutbound({ userAgent, resolver: async (name) => hostileAddresses[name.toLowerCase()] ?? [] });
    const reached: string[] = [];
    for (const url of urls)
      await guarded.probePublic(url).then(
        () => reached.push(url),
        (error: unknown) => error instanceof OutboundRefused || reached.push(url),
      );
    expect(reached).toEqual([]);
    await using site = await startHttpServer((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    );
    const outbound = createOutbound({ userAgent, loopbackPortsForTests: [site.port] });
    await expect(outbound.probePublic(site.url)).rejects.toMatchObject({ reason: 'private_address' });
  });
});
