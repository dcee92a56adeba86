import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { compareImport } from '../../../jobs/compare-import.ts';
import { readImportFile } from '../../../jobs/read-import.ts';
import { takeBackImport } from '../../../jobs/take-back-import.ts';
import { writeImport } from '../../../jobs/write-import.ts';
import { readImport } from '../../../queries/imports/import-sheet.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const plain = (html: string) => html.replaceAll(/[\u00a0\u202f]/g, ' ');
const text = async (response: Response) => plain(await response.text());

/** Does what the worker would do next. */
async function work(hub: TestHub, id: string): Promise<void> {
  const ctx = await hub.context();
  const ports = site.site.ports;
  const sheet = await readImport(ctx.db, id);
  if (sheet?.status === 'reading') await readImportFile(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'comparing') await compareImport(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'running') await writeImport(ctx, ports, id, sheet.pass);
  if (sheet?.status === 'undoing') await takeBackImport(ctx, id, sheet.pass);
}

const list =
  'Réf;Structure;CP;Ville;Activités;Adhérent\n1;La Fabrique;35000;Rennes;Couture | Réemploi;oui\n2;=cmd|calc;35600;Redon;Pain;non\n3;;35600;Redon;Rien;non';

function fields(page: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', body = ''] of page.matchAll(/<select[^>]*name="(colonne\.\d+)"[^>]*>(.*?)<\/select>/gs))
    found[name] = /<option value="([^"]*)" selected/.exec(body)?.[1] ?? '';
  for (const [, name = '', value = ''] of page.matchAll(/name="(separateur\.\d+)"[^>]*value="([^"]*)"/g))
    found[name] = value;
  return found;
}

describe('importing from the page', () => {
  it('goes from the file to the map in four steps, and back', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('employee');
    const started = await hub.post(
      '/gestion/annuaire/importer',
      { fichier: new File([list], 'Acteurs_2026.csv') },
      cookie,
    );
    const path = started.headers.get('location') ?? '';
    const id = path.split('/').at(-1) ?? '';
    expect(await text(await hub.get(path, cookie))).toContain('Lecture en cours');
    expect(await text(await hub.get(`${path}/avancement`, cookie))).not.toContain('data-done');
    await work(hub, id);
    expect(await text(await hub.get(`${path}/avancement`, cookie))).toContain(`data-done="${path}"`);

    const mapping = await text(await hub.get(path, cookie));
    expect(mapping).toContain('value="Acteurs 2026"');
    const proposed = fields(mapping);
    expect(Object.values(proposed)).toEqual(expect.arrayContaining(['name', 'postcode', 'city', 'themes', 'member']));
    expect(
      (await hub.post(`${path}/colonnes`, { ...proposed, source: 'Acteurs 2026', themes: 'oui' }, cookie)).headers.get(
        'location',
      ),
    ).toBe(path);
    await work(hub, id);

    const review = await text(await hub.get(path, cookie));
    expect(review).toContain('Importer 2 lignes');
    expect(review).toContain('Cette ligne n’a pas de nom.');
    await hub.post(`${path}/lancer`, {}, cookie);
    await work(hub, id);
    expect(await text(await hub.get(path, cookie))).toContain('C’est importé');
    expect(await text(await hub.get('/annuaire'))).toContain('La Fabrique');

    const report = await hub.get(`${path}/rapport.csv`, cookie);
    expect(report.headers.get('content-type')).toContain('csv');
    expect(await text(report)).toContain(`"'=cmd|calc"`);

    await hub.post(`${path}/annuler`, {}, cookie);
    await work(hub, id);
    expect(await text(await hub.get(path, cookie))).toContain('Tout est revenu comme avant');
    expect(await text(await hub.get('/annuaire'))).not.toContain('La Fabrique');
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('employee');
    const nothing = await hub.post('/gestion/annuaire/importer', { adresse: '' }, cookie);
    expect(await text(nothing)).toContain('Choisissez un fichier');
    const wrong = await hub.post('/gestion/annuaire/importer', { adresse: 'ftp://exemple.fr/liste' }, cookie);
    expect(wrong.status).toBe(422);
    const page = await text(wrong);
    expect(page).toContain('value="ftp://exemple.fr/liste"');
    expect(page).toContain('Copiez l’adresse en entier');
    const inside = await hub.post('/gestion/annuaire/importer', { adresse: 'http://127.0.0.1/liste.csv' }, cookie);
    const path = inside.headers.get('location') ?? '';
    await work(hub, path.split('/').at(-1) ?? '');
    expect(await text(await hub.get(path, cookie))).toContain('réseau privé');
  });

  it('takes a pasted table, and asks for a name column', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('contributor');
    const started = await hub.post(
      '/gestion/annuaire/importer',
      { texte: 'Nom\tVille\nLa Fabrique\tRennes\nLe Fournil\tRedon' },
      cookie,
    );
    const path = started.headers.get('location') ?? '';
    await work(hub, path.split('/').at(-1) ?? '');
    const refused = await hub.post(
      `${path}/colonnes`,
      { source: 'Ma liste', 'colonne.0': '', 'colonne.1': 'city' },
      cookie,
    );
    expect(refused.status).toBe(422);
    expect(await text(refused)).toContain('Dites quelle colonne donne le nom');
  });

  it('makes one import of a form sent twenty times', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('employee');
    const key =
      /name="_cle" value="([^"]+)"/.exec(await text(await hub.get('/gestion/annuaire/importer', cookie)))?.[1] ?? '';
    const send = () =>
      hub.post('/gestion/annuaire/importer', { _cle: key, fichier: new File([list], 'liste.csv') }, cookie);
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  });

  it('is closed to visitors, members and other hubs', async () => {
    const [here, there] = [await site.hub(), await site.hub()];
    const cookie = await here.signIn('employee');
    const path =
      (await here.post('/gestion/annuaire/importer', { texte: 'Nom\nLa Fabrique' }, cookie)).headers.get('location') ??
      '';
    expect((await there.get(path, await there.signIn('employee'))).status).toBe(404);
    expect((await here.get(path, await here.signIn('member'))).status).toBe(404);
    expect((await here.get(path)).headers.get('location')).toContain('/connexion');
  });
});
