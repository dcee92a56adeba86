import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith } from '#tests/support/database.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { addTerritoryPart } from '../../commands/add-territory-part.ts';
import { presentHub } from '../../commands/present-hub.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub('Pôle ESS des Marais');
  const ctx = await site.site.contextOf(hub.id, actorWith('employee'));
  unwrap(
    await execute(ctx, presentHub, {
      name: 'Pôle ESS des Marais',
      welcome: 'Ici, on sème ensemble.',
      promise: '',
      slogan: '',
    }),
  );
  unwrap(await execute(ctx, addTerritoryPart, { kind: 'municipality', code: '35126', label: 'Guichen' }));
});
afterAll(() => site.close());

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();

describe('what visitors read', () => {
  test('home: the welcome words with the last one underlined, the doors, the territory', async () => {
    const page = await textOf('/');
    expect(page).toContain('<h1 class="hero-title">Ici, on sème <em>ensemble</em>.</h1>');
    expect(page).toContain('href="/pour/association"');
    expect(page).toContain('Guichen');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test.each([
    '/c-est-quoi-l-ess',
    '/le-pole',
    '/contact',
    '/contact/merci',
    '/mentions-legales',
    '/donnees-personnelles',
    '/accessibilite',
    '/recherche',
  ])('%s answers with one heading, no inline style nor script, no address of ours', async (path) => {
    const answer = await hub.get(path);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
    expect(page).not.toContain('mailto:');
  });

  test('what is kept of those who come, propose, help, learn or pay is told with its delay', async () => {
    const page = await textOf('/donnees-personnelles');
    const [, coming = ''] = page.split('Quand vous vous inscrivez à un rendez-vous');
    expect(coming).toMatch(/Repas, accessibilité et covoiturage\u00a0: trois mois .* trois ans après/);
    for (const told of ['six mois après la fin du sondage', 'Un an après la journée', 'trois au moins', 'Dix ans'])
      expect(page).toContain(told);
  });

  test('the law is cited once in plain words', async () => {
    expect((await textOf('/c-est-quoi-l-ess')).match(/2014-856/g)).toHaveLength(1);
  });

  test('what legal pages lack is told to staff only', async () => {
    expect(await textOf('/mentions-legales')).not.toContain('Il manque');
    expect(await textOf('/mentions-legales', await hub.signIn('employee'))).toContain('Il manque encore quelque chose');
    expect(await textOf('/mentions-legales', await hub.signIn('member'))).not.toContain('Il manque');
  });

  test('small files for browsers, robots and researchers', async () => {
    const icon = await hub.get('/icone.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(await hub.get('/site.webmanifest').then((answer) => answer.json())).toMatchObject({
      name: 'Pôle ESS des Marais',
      lang: 'fr',
    });
    expect(await textOf('/robots.txt')).toContain(`Sitemap: http://${hub.host}/sitemap.xml`);
    expect(await textOf('/sitemap.xml')).toContain(`<loc>http://${hub.host}/le-pole</loc>`);
    expect(await textOf('/.well-known/security.txt')).toMatch(/^Contact: http:.*\/contact\nExpires: 2/);
  });

  test('a wrong address helps', async () => {
    const answer = await hub.get('/il-ny-a-rien-ici');
    expect(answer.status).toBe(404);
    const page = await answer.text();
    expect(page).toContain('action="/recherche"');
    expect(page).toContain('href="/annuaire"');
  });
});
