import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isId, newId, newToken } from '#platform/ids/ids.ts';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { hubTables, installationTables, rowsOf, type HubTable } from './support/catalogue.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { ownValues } from './support/own-values.ts';
import { everyRoute, filledPath, nameOf, parametersOf, readNames } from './support/routes.ts';
import { wholeText } from './support/whole-text.ts';

const marker = 'Zibeline';

let site: TestSite;
let here: FilledHub;
let there: FilledHub;
let tables: HubTable[];
/** Runs statements as the application does, for one hub. */
let asHub: (hubId: string, text: string, values?: unknown[]) => Promise<pg.QueryResult>;
beforeAll(async () => {
  site = await openTestSite();
  here = await fillHub(site, await site.hub('Pôle Amarante'), 'Amarante');
  there = await fillHub(site, await site.hub('Pôle Zibeline'), marker);
  tables = await hubTables(site.database.ownerPool);
  asHub = (hubId, text, values) => site.database.databases.forHub(hubId).$client.query(text, values);
});
afterAll(() => site.close());

describe('the catalogue', () => {
  test('the tables without hub are known', async () => {
    const { rows } = await site.database.ownerPool.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    );
    expect(rows.map((row) => row.name).filter((name) => !tables.some((table) => table.name === name))).toEqual(
      installationTables,
    );
    expect(tables.filter((table) => !table.columns.includes('hub_id')).map((table) => table.name)).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  test('every table of a hub forces row-level security, with the two policies and no other', async () => {
    expect(
      tables
        .filter((table) => !table.isSecured || !table.isForced || table.primaryKey[0] !== 'hub_id')
        .map((table) => table.name),
    ).toEqual([]);
    const { rows } = await site.database.ownerPool.query<Record<string, unknown> & { tablename: string }>(
      `select tablename, policyname, permissive, roles::text[], cmd, qual, with_check, tableowner from pg_policies join pg_tables using (schemaname, tablename) where schemaname = 'public' order by 1, 2`,
    );
    for (const { name } of tables) {
      const own = rows
        .filter((row) => row.tablename === name)
        .map(({ policyname, permissive, roles, cmd, qual, with_check, tableowner }) => ({
          policyname,
          permissive,
          cmd,
          qual,
          with_check,
          forOwner: (roles as string[])[0] === tableowner,
          roles: (roles as string[]).length,
        }));
      const common = { permissive: 'PERMISSIVE', cmd: 'ALL', roles: 1 };
      expect(own, name).toEqual([
        {
          ...common,
          policyname: 'hub_rows',
          qual: '(hub_id = essaim_hub())',
          with_check: '(hub_id = essaim_hub())',
          forOwner: false,
        },
        { ...common, policyname: 'owner_rows', qual: 'true', with_check: 'true', forOwner: true },
      ]);
      expect(
        rows.filter((row) => row.tablename === name && row.policyname === 'hub_rows').map((row) => row.roles),
      ).toEqual([['essaim_app']]);
    }
  });

  test('every reference to a table of a hub carries the hub', async () => {
    const { rows } = await site.database.ownerPool.query<{ name: string; target: string; pairs: string[] }>(
      `select conrelid::regclass || '.' || conname as name, confrelid::regclass::text as target,
        (select array_agg(a.attname || '=' || b.attname) from unnest(conkey, confkey) as k (mine, theirs)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.mine join pg_attribute b on b.attrelid = confrelid and b.attnum = k.theirs) as pairs
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(
      rows.filter((row) => row.target !== 'hubs' && !row.pairs.includes('hub_id=hub_id')).map((row) => row.name),
    ).toEqual([]);
    expect(
      rows.filter((row) => row.target === 'hubs' && row.pairs.join() !== 'hub_id=id').map((row) => row.name),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThan(tables.length);
  });

  test('the application owns nothing, passes no rule, and its trail only grows', async () => {
    const { rows } = await site.database.ownerPool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'essaim_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false, owned: 0 },
    ]);
    await expect(asHub(here.hub.id, 'delete from audit_entries')).rejects.toMatchObject({ code: '42501' });
    await expect(asHub(here.hub.id, `update audit_entries set command = 'x'`)).rejects.toMatchObject({ code: '42501' });
    await expect(asHub(here.hub.id, 'alter table persons disable row level security')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(asHub(here.hub.id, 'select count(*) from essaim_migrations')).rejects.toMatchObject({ code: '42501' });
  });

  test('functions that see more than their caller filter on the hub themselves', async () => {
    const { rows } = await site.database.ownerPool.query<{
      name: string;
      answer: string;
      body: string;
      settings: string[];
      acl: string;
    }>(
      `select proname as name, prorettype::regtype::text as answer, prosrc as body, proconfig as settings, proacl::text as acl from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual([
      'essaim_directory_statistics',
      'essaim_near_organizations',
      'essaim_near_words',
      'essaim_people_statistics',
      'essaim_search',
      'essaim_search_page',
      'essaim_search_titles',
    ]);
    for (const { name, answer, body, settings, acl } of rows) {
      // One that answers nothing may only tell the planner how many rows there are.
      if (answer === 'void') expect(body, name).not.toMatch(/\b(select|insert|update|delete|execute)\b(?! pg_)/i);
      else expect(body, name).toMatch(/where \w\.hub_id = essaim_hub\(\)/);
      expect(settings, name).toEqual(['search_path=public, pg_temp']);
      expect(acl, `${name} is open to all`).not.toMatch(/[{,]=X/);
    }
    const asked: [string, unknown[]][] = [
      [`select * from essaim_search(to_tsquery('french_plain', $1), null, '{public,members,staff}', 50)`, ['zibeline']],
      [`select * from essaim_near_words($1, '{public,members,staff}', 50)`, ['zibelin']],
      [
        `select * from essaim_search_page(to_tsquery('french_plain', $1), $1, null, '{public,members,staff}', 50, 0, true)`,
        ['zibeline'],
      ],
      [
        `select * from essaim_search_titles(to_tsquery('french_plain', $1), $1, '{public,members,staff}', 50)`,
        ['zibeline'],
      ],
      ['select * from essaim_near_organizations($1, 50)', ['zibeline']],
    ];
    for (const [text, values] of asked) {
      expect((await asHub(there.hub.id, text, values)).rows.length, text).toBeGreaterThan(0);
      expect((await asHub(here.hub.id, text, values)).rows, text).toEqual([]);
    }
  });
});

describe('rows', () => {
  test('every table was filled, and none shows a row of another hub', async () => {
    const empty: string[] = [];
    for (const { name } of tables) {
      const [all, seen, unset] = await Promise.all([
        site.database.ownerPool.query<{ count: number }>(
          `select count(*)::int as count from ${name} where hub_id = $1`,
          [there.hub.id],
        ),
        asHub(here.hub.id, `select count(*)::int as count from ${name} where hub_id <> $1`, [here.hub.id]),
        site.database.databases.installation.$client.query(`select count(*)::int as count from ${name}`),
      ]);
      if (all.rows[0]?.count === 0) empty.push(name);
      expect([name, seen.rows[0]?.count, unset.rows[0]?.count]).toEqual([name, 0, 0]);
    }
    // A new table is filled in support/fill-hub.ts, or this test would prove nothing of it.
    expect(empty).toEqual([]);
  });

  test('nothing is written under another hub', async () => {
    for (const { name, columns } of tables) {
      const list = columns.join(', ');
      const { rows } = await site.database.ownerPool.query<{ row: unknown }>(
        `select to_jsonb(t) as row from ${name} t where hub_id = $1 limit 1`,
        [there.hub.id],
      );
      const copied = asHub(
        here.hub.id,
        `insert into ${name} (${list}) select ${list} from jsonb_populate_record(null::${name}, $1)`,
        [JSON.stringify(rows[0]?.row)],
      );
      expect(
        await copied.then(
          () => 'written',
          (error: { code: string }) => error.code,
        ),
        name,
      ).toBe('42501');
      const moved = asHub(here.hub.id, `update ${name} set hub_id = $1`, [there.hub.id]).then(
        (done) => `${done.rowCount} rows of ${name} moved`,
        (error: { code: string }) => error.code,
      );
      expect(await moved, name).toBe('42501');
    }
  });

  test('the same reading as the owner does see them: the guard is row-level security', async () => {
    const { rows } = await site.database.ownerPool.query<{ count: number }>(
      'select count(*)::int as count from organizations where hub_id <> $1',
      [here.hub.id],
    );
    expect(rows[0]?.count).toBeGreaterThan(0);
  });
});

describe('over the web', () => {
  let names: ReturnType<typeof readNames>;
  /** Values of the other hub for each kind of parameter, and one that is nobody's. */
  let foreign: Record<string, string[]>;
  const missing: Record<string, string> = {
    id: newId(),
    slug: 'jamais-vue',
    token: newToken(),
    file: 'jamais-vue.jsonld',
    name: '64.webp',
    act: 'fermer',
  };
  let actors: [string, string | undefined][];

  beforeAll(async () => {
    names = readNames();
    const ids: string[] = [];
    for (const { name, columns } of tables) {
      if (!columns.includes('id')) continue;
      const { rows } = await site.database.ownerPool.query<{ id: string }>(
        `select id from ${name} where hub_id = $1 limit 1`,
        [there.hub.id],
      );
      ids.push(...rows.map((row) => row.id));
    }
    const slugs = Object.values(there.slugs);
    foreign = {
      id: [...new Set([...Object.values(there.ids), ...ids, there.hub.id])],
      slug: slugs,
      token: Object.values(there.tokens),
      file: [...slugs, there.ids.organization].flatMap((slug) => [
        `${slug}.jsonld`,
        `${slug}.vcf`,
        `${slug}.json`,
        slug,
      ]),
      name: ['64.webp', '64.jpeg'],
      act: ['fermer'],
    };
    actors = [
      ['visitor', undefined],
      ['member', await here.hub.signIn('member')],
      ['team', await here.hub.signIn('employee', 'board_member', 'contributor', 'member')],
    ];
  });

  const nobodys = (path: string): Record<string, string> =>
    Object.fromEntries(parametersOf(path).map((name) => [name, missing[name] ?? missing['id'] ?? '']));

  let turn = 0;
  /** Things of the other hub of any kind, each in its turn: over the routes, every one is asked several times. */
  const someIds = (): string[] =>
    Array.from({ length: 6 }, () => {
      const all = foreign['id'] ?? [];
      turn = (turn + 1) % all.length;
      return all[turn] ?? '';
    });

  /** Ways to fill a path with values of the other hub: what the path leads to there, then things of other kinds. */
  function fillings(path: string): Record<string, string>[] {
    const [first, ...rest] = parametersOf(path);
    if (!first) return [{}];
    // An id or a secret; words such as a month or a format are the same in every hub.
    const own = Object.entries(ownValues(there, path)).filter(([, value]) => isId(value) || /^[\w-]{40,}$/.test(value));
    const ownOf = new Map(own);
    const valuesOf = (name: string): string[] => [
      ...(ownOf.has(name) ? [ownOf.get(name) ?? ''] : []),
      ...(name === 'id' || !foreign[name] ? someIds() : foreign[name]),
    ];
    const others = Object.fromEntries(rest.map((name) => [name, valuesOf(name)[0] ?? '']));
    return valuesOf(first).map((value) => ({ ...others, [first]: value }));
  }

  function comparable(text: string, given: readonly string[]): string {
    const longestFirst = given.toSorted((one, other) => other.length - one.length);
    const plain = longestFirst.reduce(
      (rest, value) => rest.replaceAll(value, 'ID').replaceAll(encodeURIComponent(value), 'ID'),
      text,
    );
    return (
      plain
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
        .replaceAll(/^set-cookie: .*$/gm, '')
        // The page that says again the address asked is as long as it; its content is compared whole.
        .replaceAll(/^content-length: .*$/gm, '')
    );
  }

  test('no page of one hub says anything of the other, whatever id it is asked', async () => {
    for (const route of everyRoute(site)) {
      if (route.method !== 'GET') continue;
      const queries = Object.fromEntries(names.queries.map((name) => [name, there.ids.organization]));
      for (const [who, cookie] of actors) {
        const unknown = filledPath(route.path, nobodys(route.path));
        // A file that nobody has, of each format: the route may answer for some formats only.
        const nobodysOf = new Map<string, Promise<string>>();
        const nobodyOf = (file: string): Promise<string> => {
          const format = /\..*$/.exec(file)?.[0] ?? '';
          const none = { ...nobodys(route.path), ...(file ? { file: `jamais-vue${format}` } : {}) };
          const answer = async (): Promise<string> =>
            comparable(await wholeText(await here.hub.get(filledPath(route.path, none), cookie)), Object.values(none));
          return nobodysOf.getOrInsertComputed(format, answer);
        };
        for (const values of fillings(route.path)) {
          const path = filledPath(route.path, values);
          const answer = comparable(await wholeText(await here.hub.get(path, cookie)), Object.values(values));
          expect(answer.includes(marker), `${who} ${path}`).toBe(false);
          if (parametersOf(route.path).length > 0)
            expect(
              difference(answer, await nobodyOf(values['file'] ?? '')),
              `${who} ${nameOf(route)} ${path}`,
            ).toBeNull();
        }
        const asked = `${unknown}?${new URLSearchParams(queries).toString()}`;
        expect((await wholeText(await here.hub.get(asked, cookie))).includes(marker), `${who} ${asked}`).toBe(false);
      }
    }
  });

  test('the same crawl of the other hub does find its words', async () => {
    const cookie = there.employee.cookie;
    const found: string[] = [];
    for (const route of everyRoute(site)) {
      if (route.method !== 'GET') continue;
      const own = {
        id: there.ids.organization,
        slug: there.slugs.organization,
        token: 'x',
        file: `${there.slugs.organization}.jsonld`,
        name: '64.webp',
      };
      if ((await wholeText(await there.hub.get(filledPath(route.path, own), cookie))).includes(marker))
        found.push(route.path);
    }
    expect(found.length).toBeGreaterThan(30);
  });

  test('no form of one hub touches the other', async () => {
    const before = await rowsOf(site.database.ownerPool, tables, there.hub.id);
    const team = (await here.hub.person('employee', 'board_member', 'contributor', 'member')).actor;
    for (const route of everyRoute(site)) {
      if (route.method !== 'POST') continue;
      const hasParameter = parametersOf(route.path).length > 0;
      const session = await here.hub.sessionOf(team);
      const filled = (id: string): Record<string, string> => Object.fromEntries(names.fields.map((name) => [name, id]));
      const sent = async (values: Record<string, string>, id: string): Promise<string> => {
        const response = await here.hub.post(
          filledPath(route.path, values),
          filled(id),
          hasParameter ? session : await here.hub.sessionOf(team),
        );
        return comparable(await wholeText(response), [...Object.values(values), id]);
      };
      const nobody = await sent(nobodys(route.path), missing['id'] ?? '');
      const tries = hasParameter
        ? fillings(route.path).map((values) => ({ values, id: values['id'] ?? there.ids.organization }))
        : (['organization', 'person', 'theme', 'image', 'import'] as const).map((kind) => ({
            values: {},
            id: there.ids[kind],
          }));
      for (const { values, id } of tries) {
        const answer = await sent(values, id);
        expect(answer.includes(marker), `${nameOf(route)} ${id}`).toBe(false);
        // What a first sending wrote may change the next answer of a form that needs no id.
        if (hasParameter) expect(difference(answer, nobody), `${nameOf(route)} ${id}`).toBeNull();
        else expect(Number(answer.slice(0, 3)), `${nameOf(route)} ${id}`).toBeLessThan(500);
      }
    }
    expect(await rowsOf(site.database.ownerPool, tables, there.hub.id)).toEqual(before);
  });

  test('secrets of one hub open nothing in the other', async () => {
    for (const path of ['/mon-compte', '/gestion', '/gestion/personnes']) {
      expect((await there.hub.get(path, there.employee.cookie)).status, path).toBe(200);
      const refused = await here.hub.get(path, there.employee.cookie);
      expect([refused.status, refused.headers.get('location')], path).toEqual([
        303,
        `/connexion?suite=${encodeURIComponent(path)}`,
      ]);
    }
    const { signInLink, claim, confirmation, addressChange } = there.tokens;
    const slug = here.slugs.organization;
    const links = [
      `/connexion/lien/${signInLink}`,
      `/connexion/adresse/${addressChange}`,
      `/annuaire/${slug}/revendiquer/${claim}`,
      `/annuaire/confirmer/${confirmation}`,
    ];
    for (const path of links) {
      const response = await here.hub.post(path, { reponse: 'juste', answer: 'right' });
      expect(
        response.headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie)),
        path,
      ).toEqual([]);
      expect(response.status, path).toBeGreaterThanOrEqual(400);
    }
    const opened = await there.hub.post(`/connexion/lien/${signInLink}`, {});
    expect(opened.headers.getSetCookie().join()).toContain('essaim=');
  });

  test('a form key used in one hub is new in the other', async () => {
    const key = newId();
    const form = { name: 'Camille', reach: 'camille@exemple.fr', message: 'Bonjour à vous', _cle: key };
    const answers = [
      await here.hub.post('/contact', form),
      await there.hub.post('/contact', { ...form, message: 'Autre chose' }),
      await here.hub.post('/contact', { ...form, message: 'Encore autre' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 422]);
  });
});

/** Where two texts part, in a few words. */
function difference(one: string, other: string): string | null {
  if (one === other) return null;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(Math.max(0, at - 60), at + 80)} ≠ ${other.slice(Math.max(0, at - 60), at + 80)}`;
}
