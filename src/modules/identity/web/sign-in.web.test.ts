import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { createFirstSignInLink } from '../commands/create-first-sign-in-link.ts';
import { issueSignInLink } from '../commands/issue-sign-in-link.ts';
import { anAccount, aPerson, aSession } from '../testing/builders.ts';
import { mailedCode, mailedToken } from '../testing/mailed.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const contextOf = (hub: TestHub) => site.site.contextOf(hub.id, null);

/** The cookies a browser would keep of an answer. */
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');

/** Does what the waiting job would. */
async function sendLink(hub: TestHub, email: string): Promise<void> {
  const ctx = await contextOf(hub);
  const { rows } = await ctx.db.$client.query(
    'select id from sign_in_links where email = $1 order by created_at desc limit 1',
    [email],
  );
  await execute(ctx, issueSignInLink, { linkId: rows[0]?.id, origin: `http://${hub.host}`, hubName: 'Pôle' });
}

async function askLink(hub: TestHub, email: string): Promise<string> {
  const answer = await hub.post('/connexion', { email });
  expect(answer.status).toBe(303);
  await sendLink(hub, email);
  return cookiesOf(answer);
}

describe('signing in by mail', () => {
  it('answers the same to a known and an unknown address', async () => {
    const hub = await site.hub();
    await anAccount(await contextOf(hub), { email: 'connue@exemple.fr' });
    const seen: { status: number; location: string | null; body: string }[] = [];
    for (const email of ['connue@exemple.fr', 'inconnue@exemple.fr']) {
      const answer = await hub.post('/connexion', { email });
      const page = await hub.get('/connexion/code');
      seen.push({ status: answer.status, location: answer.headers.get('location'), body: await page.text() });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.body).toContain('Si cette adresse est connue');
  });

  it('keeps the link good through twenty visits of a mail scanner, then lets its owner in once', async () => {
    const hub = await site.hub();
    await anAccount(await contextOf(hub), { email: 'elise@exemple.fr' });
    const cookie = await askLink(hub, 'elise@exemple.fr');
    const path = `/connexion/lien/${await mailedToken(await contextOf(hub), 'identity.sign-in-link')}`;
    for (let visit = 0; visit < 20; visit++) {
      const scanned = await hub.get(path);
      expect(scanned.status).toBe(200);
      expect(scanned.headers.getSetCookie()).toEqual([]);
    }
    const page = await (await hub.get(path, cookie)).text();
    expect(page).toContain('Entrer dans mon espace');
    expect(page).not.toContain('six chiffres');
    const entered = await hub.post(path, {}, cookie);
    expect(entered.headers.get('location')).toBe('/mon-compte');
    expect(entered.headers.getSetCookie().join()).toMatch(/essaim=[\w-]+; .*HttpOnly; SameSite=Lax/);
    expect(await (await hub.get('/mon-compte', cookiesOf(entered))).text()).toContain('elise@exemple.fr');
    expect((await hub.post(path, {}, cookie)).status).toBe(410);
  });

  it('asks another browser for the code', async () => {
    const hub = await site.hub();
    await anAccount(await contextOf(hub), { email: 'elise@exemple.fr' });
    await askLink(hub, 'elise@exemple.fr');
    const path = `/connexion/lien/${await mailedToken(await contextOf(hub), 'identity.sign-in-link')}`;
    expect((await hub.post(path, {})).status).toBe(422);
    const entered = await hub.post(path, { code: await mailedCode(await contextOf(hub)) });
    expect(entered.headers.get('location')).toBe('/mon-compte');
  });

  it('takes the code in the browser that asked, and goes where the person was going', async () => {
    const hub = await site.hub();
    await anAccount(await contextOf(hub), { email: 'elise@exemple.fr' });
    const answer = await hub.post('/connexion', { email: 'elise@exemple.fr', suite: '/mon-compte/mes-donnees' });
    await sendLink(hub, 'elise@exemple.fr');
    const entered = await hub.post(
      '/connexion/code',
      { code: await mailedCode(await contextOf(hub)) },
      cookiesOf(answer),
    );
    expect(entered.headers.get('location')).toBe('/mon-compte/mes-donnees');
  });

  it('never leads to another site', async () => {
    const hub = await site.hub();
    await anAccount(await contextOf(hub), { email: 'elise@exemple.fr', password: 'trois abeilles au pré' });
    for (const suite of ['https://ailleurs.fr', '//ailleurs.fr', '/\\ailleurs.fr']) {
      const entered = await hub.post('/connexion/mot-de-passe', {
        email: 'elise@exemple.fr',
        password: 'trois abeilles au pré',
        suite,
      });
      expect(entered.headers.get('location')).toBe('/mon-compte');
    }
  });

  it('opens the first administrator’s link', async () => {
    const hub = await site.hub();
    const ctx = await contextOf(hub);
    const path = await createFirstSignInLink(ctx, (await aPerson(ctx, { roles: ['employee'] })).personId);
    expect(await (await hub.get(path)).text()).toContain('Plus qu’un geste');
    expect((await hub.post(path, {})).status).toBe(303);
    expect((await hub.post(path, {})).status).toBe(410);
  });

  it('does nothing for a form sent from another site', async () => {
    const hub = await site.hub();
    const path = await createFirstSignInLink(
      await contextOf(hub),
      (await aPerson(await contextOf(hub), { roles: ['employee'] })).personId,
    );
    const forged = await site.site.app.request(`http://${hub.host}${path}`, {
      method: 'POST',
      headers: {
        host: hub.host,
        origin: 'https://ailleurs.fr',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': '0',
      },
    });
    expect(forged.status).toBe(403);
    expect((await hub.post(path, {})).status).toBe(303);
  });
});

describe('guessing', () => {
  const attempt = (hub: TestHub, email: string, forwarded = '') =>
    site.site.app.request(`http://${hub.host}/connexion/mot-de-passe`, {
      method: 'POST',
      body: new URLSearchParams({ email, password: 'faux mot de passe' }).toString(),
      headers: {
        host: hub.host,
        origin: `http://${hub.host}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(new URLSearchParams({ email, password: 'faux mot de passe' }).toString().length),
        ...(forwarded ? { 'x-forwarded-for': forwarded } : {}),
      },
    });

  it('stops after ten tries, whatever X-Forwarded-For says, and tells nobody which address exists', async () => {
    const [hub, twin] = [await site.hub(), await site.hub()];
    await anAccount(await contextOf(hub), { email: 'elise@exemple.fr', password: 'trois abeilles au pré' });
    const outcome = async (where: TestHub) => {
      const answers: Response[] = [];
      for (let index = 0; index < 12; index++)
        answers.push(await attempt(where, 'elise@exemple.fr', `203.0.113.${index}`));
      return {
        statuses: answers.map((answer) => answer.status),
        body: (await answers[0]?.text())?.replaceAll(/pole-\d+|[\w-]{36}/g, ''),
      };
    };
    const [known, unknown] = [await outcome(hub), await outcome(twin)];
    expect(known.statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
    expect(unknown.statuses).toEqual(known.statuses);
    expect(unknown.body).toBe(known.body);
  });
});

describe('the account', () => {
  it('is closed to visitors and leaves with the sign-out', async () => {
    const hub = await site.hub();
    expect((await hub.get('/mon-compte')).headers.get('location')).toBe('/connexion?suite=%2Fmon-compte');
    const { cookie } = await aSession(await contextOf(hub), await anAccount(await contextOf(hub)));
    const left = await hub.post('/deconnexion', {}, cookie);
    expect(left.headers.get('clear-site-data')).toContain('"cache"');
    expect((await hub.get('/mon-compte', cookie)).status).toBe(303);
  });

  it('gives all that is held as a file and as a page', async () => {
    const hub = await site.hub();
    const account = await anAccount(await contextOf(hub), { email: 'elise@exemple.fr' });
    const { cookie } = await aSession(await contextOf(hub), account);
    expect((await hub.get('/mon-compte/mes-donnees', cookie)).status).toBe(200);
    const file = await hub.get('/mon-compte/mes-donnees.json', cookie);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(JSON.stringify(await file.json())).toContain('elise@exemple.fr');
    expect(await (await hub.get('/mon-compte/mes-donnees.html', cookie)).text()).toContain('<dt>E-mail</dt>');
  });

  it('redraws a refused password with the reason', async () => {
    const hub = await site.hub();
    const { cookie } = await aSession(await contextOf(hub), await anAccount(await contextOf(hub)));
    const answer = await hub.post('/mon-compte/mot-de-passe', { password: 'azertyuiop' }, cookie);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('se devine trop vite');
  });
});

describe('the people of the hub', () => {
  it('are shown to employees, and hidden from everyone else', async () => {
    const hub = await site.hub();
    const person = await aPerson(await contextOf(hub), { givenName: 'Élise', familyName: 'Château' });
    const employee = await hub.signIn('employee');
    expect(await (await hub.get('/gestion/personnes?q=chateau', employee)).text()).toContain('Élise Château');
    expect((await hub.get(`/gestion/personnes/${person.personId}`, employee)).status).toBe(200);
    for (const role of ['member', 'board_member', 'contributor', 'operator'] as const) {
      expect((await hub.get(`/gestion/personnes/${person.personId}`, await hub.signIn(role))).status).toBe(404);
    }
    expect((await hub.get('/gestion/personnes/pas-un-id', employee)).status).toBe(404);
    const twin = await site.hub();
    expect((await twin.get(`/gestion/personnes/${person.personId}`, await twin.signIn('employee'))).status).toBe(404);
    expect((await twin.get('/gestion/personnes', employee)).status).toBe(303);
  });

  it('are taken away as a spreadsheet that runs no formula', async () => {
    const hub = await site.hub();
    await aPerson(await contextOf(hub), { givenName: '=2+5', familyName: 'Château' });
    const employee = await hub.signIn('employee');
    const csv = await hub.get('/gestion/personnes?q=chateau&format=csv', employee);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain(`"'=2+5";"Château"`);
    expect((await hub.get('/gestion/personnes?format=xlsx', employee)).headers.get('content-disposition')).toContain(
      'personnes.xlsx',
    );
    expect((await hub.get('/gestion/personnes?format=csv', await hub.signIn('member'))).status).toBe(404);
  });

  it('are added, given a role and erased from their page', async () => {
    const hub = await site.hub();
    const employee = await hub.signIn('employee');
    const added = await hub.post('/gestion/personnes/nouvelle', { givenName: 'Awa', familyName: 'Diallo' }, employee);
    const path = added.headers.get('location') ?? '';
    expect(path).toMatch(/^\/gestion\/personnes\/[\w-]{36}$/);
    await hub.post(`${path}/roles`, { role: 'board_member' }, employee);
    expect(await (await hub.get(path, employee)).text()).toContain('Terminer');
    await hub.post(`${path}/effacer`, {}, employee);
    expect((await hub.get(path, employee)).status).toBe(200);
    await hub.post(`${path}/effacer`, { sure: 'oui' }, employee);
    expect((await hub.get(path, employee)).status).toBe(404);
  });
});
