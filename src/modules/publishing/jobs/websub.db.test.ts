import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startHttpServer } from '#tests/support/fakes/http-server.ts';
import { savePublication } from '../commands/save-publication.ts';
import { publicationChanged } from '../facts.ts';
import { pingWebsub } from '../reactions.ts';
import { publishingSettings } from '../tables.ts';
import { websubJob } from './websub.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function openHub(websubHub: string | null) {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  await ctx.db.insert(publishingSettings).values({ websubHub, updatedAt: ctx.clock.now() });
  const fields = { title: 'Du neuf', brief: 'Ici.', audiences: ['association'], content: { topic: 'funding' } };
  const news = { id: null, kind: 'news', version: null, act: 'publish', fields } as const;
  const { id } = unwrap(await execute(ctx, savePublication, news));
  const jobs: { name: string; payload: { feeds: string[] } }[] = [];
  const enqueue = async (job: { name: string }, payload: unknown) =>
    void jobs.push({ name: job.name, payload: payload as { feeds: string[] } });
  await pingWebsub({ ...ctx, enqueue } as never, publicationChanged(id, 'news'));
  return { ctx, jobs };
}

function jobOf(ports: number[]) {
  const outbound = createOutbound({ userAgent: 'Essaim/essai', loopbackPortsForTests: ports });
  return websubJob({ originOf: async () => 'https://vallons.example', ports: { outbound } as never });
}

const signal = () => ({ ports: undefined, attempt: 1, isLastAttempt: false, signal: new AbortController().signal });

test('tells the hub of every feed that holds what changed, and again after a failure', async () => {
  const received: { type: string | undefined; form: URLSearchParams }[] = [];
  let isDown = true;
  await using server = await startHttpServer(async (request: IncomingMessage, response) => {
    const form = new URLSearchParams(await text(request));
    received.push({ type: request.headers['content-type'], form });
    response.statusCode = isDown ? 503 : 204;
    response.end();
  });
  const { ctx, jobs } = await openHub(`${server.url}/hub`);
  const [asked] = jobs;
  expect(asked?.name).toBe('publishing.ping-websub');
  const run = () => jobOf([server.port]).run({ ...ctx, ...signal() }, asked?.payload ?? { feeds: [] });
  await expect(run()).rejects.toThrow();
  isDown = false;
  await run();
  expect(server.requests).toEqual(['POST /hub', 'POST /hub']);
  expect(received[1]?.type).toBe('application/x-www-form-urlencoded');
  expect(received[1]?.form.get('hub.mode')).toBe('publish');
  const feeds = received[1]?.form.getAll('hub.url') ?? [];
  for (const path of ['actualites.rss', 'actualites/financements.atom', 'flux.json', 'flux/association.rss'])
    expect(feeds).toContain(`https://vallons.example/${path}`);
  expect(feeds).not.toContain('https://vallons.example/actualites/emploi.rss');
  expect(feeds).not.toContain('https://vallons.example/veille.rss');
});

test('asks nothing without a hub, and reaches no private address', async () => {
  expect((await openHub(null)).jobs).toEqual([]);
  await using server = await startHttpServer((_request, response) => response.end());
  const { ctx, jobs } = await openHub(`${server.url}/hub`);
  await expect(jobOf([]).run({ ...ctx, ...signal() }, jobs[0]?.payload ?? { feeds: [] })).rejects.toThrow();
  expect(server.requests).toEqual([]);
});

test('does not follow a redirect with the form', async () => {
  await using elsewhere = await startHttpServer((_request, response) => response.end());
  await using server = await startHttpServer((_request, response) =>
    response.writeHead(307, { location: elsewhere.url }).end(),
  );
  const { ctx, jobs } = await openHub(`${server.url}/hub`);
  const ports = [server.port, elsewhere.port];
  await expect(jobOf(ports).run({ ...ctx, ...signal() }, jobs[0]?.payload ?? { feeds: [] })).rejects.toThrow();
  expect(elsewhere.requests).toEqual([]);
});
