import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { openTestSite, type TestSite } from '#tests/support/app.ts';
import { fillHub, type FilledHub } from './support/fill-hub.ts';
import { observatoryScore } from './support/observatory.ts';
import { ownValues } from './support/own-values.ts';
import { isMailPreview } from './support/mail-previews.ts';
import { everyRoute, filledPath } from './support/routes.ts';

let site: TestSite;
let filled: FilledHub;
/** Every answer to a reading: address, who asked, answer. */
const answers: {
  path: string;
  who: 'visitor' | 'employee';
  shared: 'data' | 'frame' | undefined;
  response: Response;
}[] = [];
beforeAll(async () => {
  site = await openTestSite({
    ESSAIM_URL: 'https://essaim.example',
    TRUSTED_PROXIES: '127.0.0.1',
    MAP_TILES: 'openfreemap',
  });
  filled = await fillHub(site, await site.hub(), 'Fougère');
  const { hub, employee } = filled;
  const get = async (path: string, who: 'visitor' | 'employee', shared?: 'data' | 'frame'): Promise<void> => {
    answers.push({
      path,
      who,
      shared,
      response: await hub.get(path, who === 'employee' ? employee.cookie : undefined),
    });
  };
  for (const route of everyRoute(site)) {
    if (route.method !== 'GET') continue;
    for (const who of ['visitor', 'employee'] as const)
      await get(filledPath(route.path, ownValues(filled, route.path)), who, route.shared);
  }
  for (const path of ['/jamais-vue', '/healthz', '/readyz', '/assets/jamais-vue.js']) await get(path, 'visitor');
});
afterAll(() => site.close());

describe('the score', () => {
  test('knows what is missing', () => {
    expect(observatoryScore(new Headers()).total).toBe(30);
    expect(
      observatoryScore(
        new Headers({ 'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'" }),
      ).parts,
    ).toMatchObject({ policy: -20 });
    const bad = new Headers();
    bad.append('set-cookie', 'a=b; Path=/; HttpOnly');
    expect(observatoryScore(bad).parts).toMatchObject({ cookies: -40 });
  });

  test('is A+ for every page, public and private', () => {
    const low = answers
      .filter(({ shared, response }) => !shared && /text\/html/.test(response.headers.get('content-type') ?? ''))
      .map(({ path, who, response }) => ({ path, who, ...observatoryScore(response.headers) }))
      .filter(({ total }) => total < 130);
    expect(low).toEqual([]);
    // What other sites may take or frame gives its bonus up, and nothing else.
    const given = answers
      .filter(({ shared }) => shared)
      .map(({ path, response }) => ({ path, ...observatoryScore(response.headers) }));
    expect(given.filter(({ total }) => total < 115)).toEqual([]);
    expect(given.length).toBeGreaterThan(10);
  });
});

describe('the headers', () => {
  test('allow nothing inline, and name no origin but the map’s', () => {
    const playersOfTheVideo = 'https://tube.example; media-src https://tube.example';
    const withVideo = new Set<string>();
    const framing = new Set<string>();
    for (const { path, response } of answers) {
      const whole = response.headers.get('content-security-policy') ?? '';
      // A mail in its frame: styles are inline, as mail programs want them; nothing of it runs, sends or leads away.
      if (isMailPreview(path) && response.status === 200) {
        expect(whole, path).toBe(
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups",
        );
        continue;
      }
      // A page that shows a video lets its host play, once asked; no other page does, and nothing else is opened.
      const [opened = '', players] = whole.split('; frame-src ');
      // Where a card is paid: the form of that page alone may lead there.
      const policy = path.startsWith('/payer/')
        ? opened.replace("form-action 'self' https://helloasso.com https://*.helloasso.com;", "form-action 'self';")
        : opened;
      if (players === "'self'") framing.add(path);
      else {
        if (players !== undefined) withVideo.add(path);
        expect(players ?? playersOfTheVideo, path).toBe(playersOfTheVideo);
      }
      expect(policy, path).not.toMatch(/unsafe|\*\.|https?:(?!\/\/tiles\.openfreemap\.org\b)/);
      expect(policy, path).toMatch(/default-src 'none'.*form-action 'self'; base-uri 'none'; object-src 'none'/);
      expect(response.headers.get('strict-transport-security'), path).toMatch(/max-age=31536000/);
      expect(response.headers.get('x-powered-by') ?? response.headers.get('server'), path).toBeNull();
    }
    expect(withVideo.size).toBeGreaterThan(0);
    expect([...framing].filter((path) => !path.startsWith('/gestion/envois/'))).toEqual([]);
    expect([...withVideo].filter((path) => !/^\/($|pages\/|pour\/|a-propos$|apercu\/)/.test(path))).toEqual([]);
    const without = new Map(securityHeaders({ secure: false, mapOrigins: [], shared: undefined }));
    expect(without.has('strict-transport-security')).toBe(false);
    expect(without.get('content-security-policy')).toContain("connect-src 'self';");
  });

  test('only the pages made for it may be framed', () => {
    const framed = answers.filter(
      ({ response }) =>
        !/frame-ancestors 'none'/.test(response.headers.get('content-security-policy') ?? '') ||
        response.headers.get('x-frame-options') !== 'DENY',
    );
    expect([...new Set(framed.map(({ path }) => path).filter((path) => !isMailPreview(path)))]).toEqual([
      '/embarquer/annuaire',
      '/agenda/cadre/liste',
      '/agenda/cadre/mois',
      '/agenda/cadre/mois/2026-12',
    ]);
  });

  test('other sites read open data without credentials, and nothing else', () => {
    for (const { path, shared, response } of answers) {
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([
        path,
        shared === 'data' ? '*' : null,
      ]);
      expect(response.headers.get('access-control-allow-credentials'), path).toBeNull();
    }
  });

  test('what a person sees is kept nowhere', () => {
    for (const { path, who, response } of answers) {
      const control = response.headers.get('cache-control') ?? '';
      const isPersonal =
        /html/.test(response.headers.get('content-type') ?? '') || /^\/(gestion|mon-compte|connexion)/.test(path);
      if (who === 'employee' && isPersonal)
        expect([path, control]).toEqual([path, expect.stringMatching(/^(private, )?no-store$/)]);
      expect(control, path).not.toBe('');
    }
  });

  test('each answer says what it is', () => {
    for (const { path, response } of answers) {
      if (response.status >= 300 && response.status < 400) continue;
      expect(response.headers.get('content-type'), path).toMatch(/^(text\/|application\/|image\/)/);
      if (/^(text\/(?!vcard)|application\/json)/.test(response.headers.get('content-type') ?? ''))
        expect(response.headers.get('content-type'), path).toMatch(/charset=utf-8|application\/json$/i);
    }
  });
});

describe('cookies', () => {
  test('none for a visitor who reads', () => {
    const given = answers.filter(
      ({ who, response }) => who === 'visitor' && response.headers.getSetCookie().length > 0,
    );
    // A step of signing in, opened out of turn, leads to the first one with a word that says so.
    expect(given.map(({ path }) => path)).toEqual(['/connexion/second-facteur', '/connexion/second-facteur/preparer']);
  });

  test('those that are set are bound to this very host and unreadable by scripts', async () => {
    const { hub, slugs, tokens, employee } = filled;
    const setting = [
      await hub.post('/connexion', { email: 'personne@fougere.example' }),
      await hub.post(`/connexion/lien/${tokens.signInLink}`, {}),
      await hub.post(`/annuaire/${slugs.organization}/revendiquer/${tokens.claim}`, {}),
      await hub.post('/gestion/reglages/presentation', { name: 'Pôle Fougère' }, employee.cookie),
      await hub.post('/mon-compte/profil', { givenName: 'Awa', familyName: 'Diallo' }, employee.cookie),
    ];
    const cookies = setting.flatMap((response) => response.headers.getSetCookie());
    expect(cookies.length).toBeGreaterThanOrEqual(4);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-[^;]+;.*Path=\/;.*HttpOnly.*Secure.*SameSite=(Lax|Strict)/);
    for (const response of setting) expect(observatoryScore(response.headers).total).toBeGreaterThanOrEqual(130);
  });

  test('signing out empties what the browser kept', async () => {
    const answer = await filled.hub.post('/deconnexion', {}, filled.employee.cookie);
    expect(answer.headers.get('clear-site-data')).toMatch(/"cache".*"storage"|"\*"/);
    expect(answer.headers.getSetCookie().join()).toMatch(/__Host-essaim=;.*Max-Age=0/);
    expect((await filled.hub.get('/mon-compte', filled.employee.cookie)).status).toBe(303);
  });
});
