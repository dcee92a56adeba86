import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';

let site: TestSite;
let hub: TestHub;
let employee: string;
let operator: string;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub('Pôle ESS des Landes');
  [employee, operator] = [await hub.signIn('employee'), await hub.signIn('operator')];
});
afterAll(() => site.close());

const textOf = async (path: string, cookie?: string) => (await hub.get(path, cookie)).text();
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('settings', () => {
  test.each(['presentation', 'couleurs', 'territoire', 'coordonnees', 'mentions', 'logo', 'regles'])(
    '%s is drawn for staff, closed to others',
    async (slug) => {
      const path = `/gestion/reglages/${slug}`;
      const page = await textOf(path, employee);
      // The preview of colours is a picture: its own heading is inert.
      expect(page.split('inert')[0]?.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/ style=| on[a-z]+=/);
      expect((await hub.get(path)).headers.get('location')).toMatch(/^\/connexion/);
      expect((await hub.get(path, await hub.signIn('member'))).status).toBe(404);
    },
  );

  test('are saved with a word, and shown on the site', async () => {
    const version = versionIn(await textOf('/gestion/reglages/presentation', employee));
    const answer = await hub.post(
      '/gestion/reglages/presentation',
      { name: 'Pôle ESS des Landes', welcome: 'Ici, on tisse.', promise: '', slogan: '', version },
      employee,
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/gestion/reglages/presentation']);
    await expect.poll(() => textOf('/')).toContain('Ici, on <em>tisse</em>.');
  });

  test('the second editor keeps her text and sees the other’s', async () => {
    const version = versionIn(await textOf('/gestion/reglages/coordonnees', employee));
    const send = (city: string, read: string) =>
      hub.post('/gestion/reglages/coordonnees', { city, phone: '02 99 00 00 00', version: read }, employee);
    expect((await send('Pipriac', version)).status).toBe(303);
    const refused = await send('Guichen', version);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('value="Guichen"');
    expect(page).toContain('Pipriac');
    expect((await send('Guichen', versionIn(page))).status).toBe(303);
  });

  test('errors stay beside their fields', async () => {
    const page = await (
      await hub.post('/gestion/reglages/coordonnees', { email: 'sans-arobase', city: 'Redon' }, employee)
    ).text();
    expect(page).toContain('id="champ-email-erreur"');
    expect(page).toContain('value="sans-arobase"');
    expect(page).toContain('value="Redon"');
  });

  test('colours are previewed without being saved', async () => {
    const page = await textOf(
      '/gestion/reglages/couleurs?brandColor=%2300539b&accentColor=libre&accentColor-libre=%23abcdef&motif=coast',
      employee,
    );
    expect(page).toContain('/gestion/reglages/apercu.css?brandColor=%2300539b&amp;accentColor=%23abcdef');
    expect(page).toMatch(/value="coast" checked/);
    const css = await hub.get('/gestion/reglages/apercu.css?brandColor=%2300539b&accentColor=%23abcdef', employee);
    expect(css.headers.get('content-type')).toContain('text/css');
    expect(await css.text()).toMatch(/^\[data-preview\]\{/);
    expect(
      (
        await hub.post(
          '/gestion/reglages/couleurs',
          { brandColor: '#00539b', accentColor: '#ff7a59', motif: 'coast' },
          employee,
        )
      ).status,
    ).toBe(303);
    expect(
      (
        await hub.post(
          '/gestion/reglages/couleurs',
          { brandColor: 'red', accentColor: '#ff7a59', motif: 'coast' },
          employee,
        )
      ).status,
    ).toBe(422);
  });

  test('the territory is found by name, told apart when unclear, and reordered', async () => {
    const path = '/gestion/reglages/territoire';
    expect(JSON.parse(await textOf(`${path}/propositions?q=guichen`, employee))[0]).toBe('Guichen (35580)');
    const send = (fields: Record<string, string>) => hub.post(path, fields, employee);
    expect((await send({ act: 'add', place: 'Guichen (35580)' })).headers.get('location')).toBe(path);
    expect((await send({ act: 'add', place: 'Saint' })).headers.get('location')).toBe(`${path}?lieu=Saint`);
    expect(await textOf(`${path}?lieu=Saint`, employee)).toContain('Plusieurs endroits portent ce nom');
    expect(await textOf(`${path}?lieu=Xyzzyville`, employee)).toContain('Nous ne connaissons pas cet endroit');
    await send({ act: 'add', place: 'Bretagne Porte de Loire Communauté' });
    await send({ act: 'up', kind: 'epci', code: '200070662' });
    const [, listed = ''] = (await textOf('/le-pole', employee)).split('id="territoire"');
    expect(listed.indexOf('Bretagne Porte de Loire')).toBeLessThan(listed.indexOf('Guichen'));
    await send({ act: 'remove', kind: 'epci', code: '200070662' });
    expect(await textOf(path, employee)).not.toContain('Retirer Bretagne');
  });
});

describe('journal and mail', () => {
  test('the journal reads in French, filters, and leaves as a table', async () => {
    const page = await textOf('/gestion/journal', employee);
    expect(page).toContain('Présentation du pôle modifiée');
    expect(await textOf('/gestion/journal?sujet=person', employee)).not.toContain('Présentation du pôle modifiée');
    expect(await textOf('/gestion/journal?du=2001-01-01&au=2001-01-02', employee)).toContain('Rien dans cette période');
    expect((await hub.get('/gestion/journal?du=hier&sujet=%27&fiche=x&page=-1', employee)).status).toBe(200);
    expect(await textOf('/gestion/journal.csv', employee)).toContain('Présentation du pôle modifiée');
    expect((await hub.get('/gestion/journal.csv')).status).toBe(303);
  });

  test('the local outbox opens from this machine only', async () => {
    expect((await hub.get('/courrier-local')).status).toBe(404);
    expect((await hub.get('/gestion/courrier', employee)).status).toBe(200);
  });
});

describe('first run and installation', () => {
  test.each(['nom', 'territoire', 'couleurs', 'structures', 'ouvrir'])('the step %s is drawn', async (step) => {
    const answer = await hub.get(`/gestion/demarrer/${step}`, employee);
    expect(answer.status).toBe(200);
    expect((await answer.text()).match(/aria-current="step"/g)).toHaveLength(1);
  });

  test('an operator opens a hub, gives it a domain, closes it', async () => {
    expect((await hub.get('/gestion/installation', employee)).status).toBe(404);
    expect(await textOf('/gestion/installation', operator)).toContain('Pôle ESS des Landes');
    expect(
      (await hub.post('/gestion/nouveau-pole', { name: '', givenName: '', familyName: '' }, operator)).status,
    ).toBe(422);
    const opened = await (
      await hub.post(
        '/gestion/nouveau-pole',
        { name: 'Pôle des Îles', givenName: 'Nolwenn', familyName: 'Mer', email: '' },
        operator,
      )
    ).text();
    expect(opened).toMatch(/http:\/\/pole-des-iles\.[^"]*\/connexion\/lien\//);
    const list = await textOf('/gestion/installation', operator);
    const [, path = ''] = /href="(\/gestion\/installation\/[0-9a-f-]{36})">Pôle des Îles/.exec(list) ?? [];
    expect((await hub.post(`${path}/domaine`, { host: 'pas un domaine' }, operator)).status).toBe(422);
    expect((await hub.post(`${path}/domaine`, { host: 'iles.example.org' }, operator)).status).toBe(303);
    expect(await textOf(path, operator)).toContain('iles.example.org');
    expect((await hub.post(`${path}/fermer`, {}, operator)).status).toBe(303);
    expect(await textOf(path, operator)).toContain('Rouvrir ce pôle');
    expect((await hub.post(`${path}/fermer`, {}, employee)).status).toBe(404);
  });
});
