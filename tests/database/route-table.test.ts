import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '#platform/context/context.ts';
import type { Route } from '#platform/http/exchange.ts';
import { openTestSite, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { routeTable } from './route-table.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { outcomeOf } from './support/outcome-of.ts';
import { ownValues } from './support/own-values.ts';
import { everyRoute, filledPath, nameOf } from './support/routes.ts';

/** Who asks, in the order of the table. */
const askers = ['visitor', 'signed-in', 'member', 'contributor', 'board_member', 'employee', 'operator'] as const;
type Asker = (typeof askers)[number];

let site: TestSite;
let filled: FilledHub;
const people = new Map<Asker, TestPerson>();
const seen: Record<string, string> = {};

beforeAll(async () => {
  site = await openTestSite();
  filled = await fillHub(site, await site.hub(), 'Genêt');
  for (const asker of askers)
    if (asker !== 'visitor') people.set(asker, await filled.hub.person(...roles.filter((role) => role === asker)));
  for (const route of readersFirst(everyRoute(site))) {
    const outcomes = await outcomesOf(route);
    seen[nameOf(route)] = `${declared(route)}: ${outcomes.join(' ')}`;
  }
  if (process.env['UPDATE_ROUTE_TABLE']) await writeFile('tests/database/route-table.ts', tableFile(seen));
}, 300_000);
afterAll(() => site.close());

/** What each gets: reading changes nothing, so all read at once; writers come one after the other. */
async function outcomesOf(route: Route): Promise<string[]> {
  if (route.method === 'GET') return (await Promise.all(askers.map((asker) => ask(route, asker)))).map(outcomeOf);
  const outcomes: string[] = [];
  for (const asker of askers) outcomes.push(outcomeOf(await ask(route, asker)));
  return outcomes;
}

/** An empty form may close what other addresses show: who reads asks first, then anyone who writes, then the team. */
function readersFirst(routes: readonly Route[]): Route[] {
  const turn = ({ method, access }: Route): number => (method === 'GET' ? 0 : access === 'anyone' ? 1 : 2);
  return routes.toSorted((one, other) => turn(one) - turn(other));
}

/** Whom the route says it is for: a page that asks for more than an empty form looks absent to all. */
const declared = ({ access }: Route): string => (typeof access === 'string' ? access : [...access].join('+'));

/** Asks as a person would; forms are sent empty, so that nothing is done by those who may. */
async function ask(route: Route, asker: Asker): Promise<Response> {
  const { hub } = filled;
  const person = people.get(asker);
  const path = filledPath(route.path, ownValues(filled, route.path));
  const cookie = person ? await hub.sessionOf(person.actor) : undefined;
  return route.method === 'GET' ? hub.get(path, cookie) : hub.post(path, {}, cookie);
}

function tableFile(table: Record<string, string>): string {
  const lines = Object.entries(table)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, outcomes]) =>
        `  ${JSON.stringify(name)
          .replaceAll("'", "\\'")
          .replace(/^"(.*)"$/, "'$1'")}: '${outcomes}',`,
    );
  return `/**
 * Whom each address is for, then what it answers, in order: to a visitor, to someone signed in without a role, to a member, a contributor, a
 * board member, an employee, an operator. Written by \`UPDATE_ROUTE_TABLE=1 npx vitest run --project database
 * tests/database/route-table.test.ts\`, then read line by line before it is committed.
 */
export const routeTable: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}

describe('the table of routes', () => {
  test('holds every route, and each answers as it says', () => {
    expect(
      Object.keys(seen).filter((name) => !(name in routeTable)),
      'routes without an entry: see how route-table.ts is written',
    ).toEqual([]);
    expect(seen).toEqual(routeTable);
  });

  test('nothing broke', () => {
    expect(site.failures).toEqual([]);
  });

  test('two routes never have the same address', () => {
    expect(Object.keys(seen)).toHaveLength(everyRoute(site).length);
  });

  test('what is closed to visitors leads to signing in, and tells strangers nothing', () => {
    for (const route of everyRoute(site)) {
      if (route.access === 'anyone') continue;
      const [visitor = '', stranger = ''] = (seen[nameOf(route)] ?? '').replace(/^.*: /, '').split(' ');
      expect([nameOf(route), visitor]).toEqual([nameOf(route), route.method === 'GET' ? 'sign-in' : 'absent']);
      if (route.access !== 'signed-in') expect([nameOf(route), stranger]).toEqual([nameOf(route), 'absent']);
    }
  });

  test('nothing of the back office is open to all, and nothing open to all is in it', () => {
    const loose = everyRoute(site).filter(
      (route) => /^\/(gestion|mon-compte)(\/|$)/.test(route.path) !== (route.access !== 'anyone'),
    );
    expect(loose.map(nameOf)).toEqual(['POST /au-nom-de/terminer']);
    expect(
      everyRoute(site)
        .filter((route) => route.path.startsWith('/gestion') && route.access === 'signed-in')
        .map(nameOf),
    ).toEqual([]);
  });

  test('a forbidden page looks like one that does not exist', async () => {
    const { hub } = filled;
    const cookie = await hub.signIn('member');
    const text = async (path: string): Promise<string> =>
      (await (await hub.get(path, cookie)).text())
        .replaceAll(/ aria-current="page"/g, '')
        .replaceAll(path, 'PATH')
        .replaceAll(encodeURIComponent(path), 'PATH');
    expect(await text('/gestion/personnes')).toBe(await text('/jamais-vue'));
  });

  test('a role ended opens nothing at the next request', async () => {
    const person = await filled.hub.person('employee');
    expect((await filled.hub.get('/gestion/personnes', person.cookie)).status).toBe(200);
    await site.database.ownerPool.query('update person_roles set ends_at = now() where person_id = $1', [
      person.actor.personId,
    ]);
    expect((await filled.hub.get('/gestion/personnes', person.cookie)).status).toBe(404);
  });
});
