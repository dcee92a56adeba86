import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { startHttpServer } from '#tests/support/fakes/http-server.ts';
import { recheckLinks } from '../commands/resources/recheck-links.ts';
import { savePublication } from '../commands/save-publication.ts';
import { countLinks, deadLinksByPublication, isDeadLink, troubledLinks } from '../queries/resources/web-links.ts';
import { resourcesTodo } from '../queries/resources/todo.ts';
import { checkLinksJob } from './check-links.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const start = Temporal.Instant.from('2026-03-02T03:00:00Z');
const quick = checkLinksJob({ pauseMs: 0, timeoutMs: 2_000 });

async function publish(ctx: Context, kind: string, title: string, fields: object): Promise<string> {
  const input = { id: null, kind, version: null, act: 'publish', fields: { title, content: {}, ...fields } };
  return unwrap(await execute(ctx, savePublication, input)).id;
}

async function aHub(ports: readonly number[]) {
  const hub = await newHub(database);
  const team = contextOf(database, hub, actorWith('employee'));
  const outbound = createOutbound({ userAgent: 'Essaim/essai', loopbackPortsForTests: ports });
  const checkAfter = (hours: number): Promise<void> =>
    quick.run(
      {
        ...contextOf(database, hub),
        clock: { now: () => start.add({ hours }) },
        ports: { outbound },
        attempt: 1,
        isLastAttempt: false,
        signal: new AbortController().signal,
      },
      {},
    );
  return { team, checkAfter };
}

const states = async (ctx: Context) => Object.fromEntries(await countLinks(ctx.db));

describe('dead links', () => {
  test('are said dead after three bad answers over two days, with what names them', async () => {
    await using site = await startHttpServer((request, response) =>
      response.writeHead(request.url === '/perdue' ? 404 : 200).end(),
    );
    const { team, checkAfter } = await aHub([site.port]);
    const id = await publish(team, 'resource', 'Une fiche', {
      body: `<p><a href="${site.url}/vivante">oui</a> <a href="${site.url}/perdue">non</a></p>`,
    });
    await publish(team, 'news', 'Une actualité', { brief: 'Deux mots.', content: { link: `${site.url}/perdue` } });
    await checkAfter(0);
    await checkAfter(24);
    expect(await states(team)).toEqual({ alive: 1, failing: 1 });
    expect(await resourcesTodo(team)).toEqual([]);
    await checkAfter(49);
    expect(await states(team)).toEqual({ alive: 1, dead: 1 });
    const [dead] = await troubledLinks(team.db, ['dead'], { limit: 10, offset: 0 });
    expect(dead?.url).toBe(`${site.url}/perdue`);
    expect(dead?.usedBy.map(({ title }) => title)).toEqual(['Une actualité', 'Une fiche']);
    expect((await deadLinksByPublication(team.db)).get(id)).toBe(1);
    expect(await isDeadLink(team.db, `${site.url}/perdue#plus-bas`)).toBe(true);
    expect((await resourcesTodo(team)).map(({ title }) => title)).toEqual(['1\u00a0lien ne répond plus']);
  });

  test('are forgotten once corrected, and drafts are never asked about', async () => {
    const asked: (string | undefined)[] = [];
    await using site = await startHttpServer((request, response) => {
      asked.push(request.url);
      response.writeHead(410).end();
    });
    const { team, checkAfter } = await aHub([site.port]);
    const fields = { title: 'Veille', happenedOn: '2026-03-01', content: { link: `${site.url}/partie` } };
    const id = await publish(team, 'watch', 'Veille', fields);
    const draft = { title: 'Brouillon', content: { link: `${site.url}/secret` } };
    unwrap(
      await execute(team, savePublication, { id: null, kind: 'watch', version: null, act: 'keep', fields: draft }),
    );
    for (const hours of [0, 24, 48]) await checkAfter(hours);
    expect(await states(team)).toEqual({ dead: 1 });
    expect(asked).not.toContain('/secret');
    const corrected = { ...fields, content: { link: '', sourceName: 'Un journal' } };
    unwrap(await execute(team, savePublication, { id, kind: 'watch', version: 1, act: 'publish', fields: corrected }));
    await checkAfter(72);
    expect(await states(team)).toEqual({});
  });

  test('a site that turns programs away, or knows only GET, is not dead', async () => {
    await using site = await startHttpServer((request, response) => {
      const status = request.url === '/ferme' ? 403 : request.method === 'HEAD' ? 405 : 200;
      response.writeHead(status).end();
    });
    const { team, checkAfter } = await aHub([site.port]);
    const body = `<p><a href="${site.url}/ferme">a</a><a href="${site.url}/sans-head">b</a><a href="http://10.0.0.1/">c</a></p>`;
    await publish(team, 'resource', 'Une fiche', { body });
    for (const hours of [0, 24 * 8, 24 * 16, 24 * 24]) await checkAfter(hours);
    expect(await states(team)).toEqual({ alive: 1, unknown: 2 });
  });

  test('are asked about gently: nothing twice the same day, unless the team asks', async () => {
    let asked = 0;
    await using site = await startHttpServer((_request, response) => {
      asked += 1;
      response.writeHead(200).end();
    });
    const { team, checkAfter } = await aHub([site.port]);
    await publish(team, 'resource', 'Une fiche', { content: { link: `${site.url}/` } });
    await checkAfter(0);
    await checkAfter(1);
    await checkAfter(24 * 6);
    expect(asked).toBe(1);
    const { rows } = await database.ownerPool.query('select id from web_links where hub_id = $1', [team.hubId]);
    const then = { ...team, clock: { now: () => start.add({ hours: 24 * 6 }) } };
    unwrap(await execute(then, recheckLinks, { ids: [rows[0]?.id] }));
    expect(team.witness.jobs.map(({ name }) => name)).toContain('publishing.check-links');
    await checkAfter(24 * 6 + 1);
    expect(asked).toBe(2);
  });
});
