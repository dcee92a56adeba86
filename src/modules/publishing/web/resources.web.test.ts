import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { aPdf } from '#platform/stored-files/testing/documents.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { savePublication } from '../commands/save-publication.ts';
import { tendedResources } from '../queries/resources/tended-resources.ts';
import { listSuggestions } from '../queries/resources/suggestions.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(async () => {
  expect(site.failures).toEqual([]);
  await site.close();
});

async function page(hub: TestHub, path: string, cookie?: string): Promise<string> {
  const response = await hub.get(path, cookie);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).replaceAll(/[\u00a0\u202f]/g, ' ');
}

async function publish(hub: TestHub, kind: string, title: string, fields: object = {}, act = 'publish') {
  const ctx = await hub.context((await hub.person('employee')).actor);
  const input = { id: null, kind, version: null, act, fields: { title, content: {}, ...fields } };
  return unwrap(await execute(ctx, savePublication, input));
}

const steps = [{ title: 'Se réunir', text: 'Autour d’une table.', checklist: ['Une date', 'Une salle'] }];

describe('the library', () => {
  test('helps when it is empty, then stands its resources on shelves', async () => {
    const hub = await site.hub();
    expect(await page(hub, '/ressources')).toContain('La bibliothèque se remplit');
    await publish(hub, 'resource', 'Tenir une assemblée', { content: { format: 'sheet', steps } });
    await publish(hub, 'resource', 'Un bon site', { content: { format: 'link', link: 'https://exemple.example/' } });
    await publish(hub, 'resource', 'Un livre', { content: { format: 'book', shelf: 'Étagère du fond' } });
    await publish(hub, 'resource', 'Un brouillon secret', {}, 'keep');
    const all = await page(hub, '/ressources');
    for (const words of ['Fiches pas à pas', 'Les bons liens', 'À emprunter', 'écrivez-nous', 'Étagère du fond'])
      expect(all).toContain(words);
    expect(all).not.toContain('Un brouillon secret');
  });

  test('narrows by links and words, and says where to ask when nothing answers', async () => {
    const hub = await site.hub();
    await publish(hub, 'resource', 'Embaucher à plusieurs', { audiences: ['recruter'], content: { format: 'guide' } });
    await publish(hub, 'resource', 'Un bon site', { content: { format: 'link' } });
    const guides = await page(hub, '/ressources?type=guides');
    expect(guides).toContain('Embaucher à plusieurs');
    expect(guides).not.toContain('Un bon site');
    expect(await page(hub, '/ressources?q=embauches')).toContain('Embaucher à plusieurs');
    const nothing = await page(hub, '/ressources?q=zzzz%3Cscript%3E');
    expect(nothing).toContain('/contact?');
    expect(nothing).not.toContain('<script>');
    await page(hub, '/ressources?page=999&type=nimporte&theme=x&pour=inconnu');
  });

  test('shows a sheet to follow without script, with its source and where to ask', async () => {
    const hub = await site.hub();
    const { slug } = await publish(hub, 'resource', 'Tenir une assemblée', {
      brief: 'En deux heures.',
      content: {
        format: 'sheet',
        steps,
        licence: 'cc-by-4.0',
        owner: 'L’équipe',
        link: 'https://www.exemple.example/a',
      },
    });
    const sheet = await page(hub, `/ressources/${slug}`);
    expect(sheet.match(/type="checkbox"/g)).toHaveLength(2);
    for (const words of ['Se réunir', 'CC BY 4.0', 'exemple.example', 'Relue le', '"@type":"HowTo"', '/contact?'])
      expect(sheet).toContain(words);
    expect(sheet).not.toContain('Toujours juste');
    expect(await page(hub, `/ressources/${slug}`, await hub.signIn('employee'))).toContain('Toujours juste');
    expect((await hub.get('/ressources/inconnue')).status).toBe(404);
  });

  test('says when a sheet is to be read again, and when it is no longer to be trusted', async () => {
    const hub = await site.hub();
    const today = Temporal.Now.plainDateISO();
    const due = await publish(hub, 'resource', 'À revoir', { reviewOn: today.subtract({ days: 5 }).toString() });
    const old = await publish(hub, 'resource', 'Vieille', { reviewOn: today.subtract({ months: 5 }).toString() });
    expect(await page(hub, `/ressources/${due.slug}`)).toContain('Cette fiche est à revoir');
    expect(await page(hub, `/ressources/${old.slug}`)).toContain('Cette fiche est périmée');
    expect(await page(hub, '/ressources')).toContain('périmée');
  });
});

describe('readers without account', () => {
  test('say once a day that a sheet is useful, and leave nothing by which to know them', async () => {
    const hub = await site.hub();
    const { slug } = await publish(hub, 'resource', 'Une fiche');
    const say = (address: string) =>
      hub.send(`/ressources/${slug}/utile`, {
        method: 'POST',
        body: 'utile=oui',
        address,
        headers: {
          origin: hub.origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': '9',
        },
      });
    for (const address of ['10.9.8.1', '10.9.8.1', '10.9.8.2']) {
      const answer = await say(address);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ressources/${slug}#utile`]);
    }
    expect(await page(hub, `/ressources/${slug}`)).toContain('2 personnes l’ont trouvée utile');
    const { rows } = await site.database.ownerPool.query(
      `select string_agg(t::text, ' ') as text from vote_marks t where hub_id = $1`,
      [hub.id],
    );
    expect(rows[0]?.text).not.toContain('10.9.8');
    expect((await hub.post('/ressources/inconnue/utile', {})).status).toBe(404);
  });

  test('suggest a correction, keep what they typed when refused, and are answered', async () => {
    const hub = await site.hub();
    const { slug } = await publish(hub, 'resource', 'Une fiche');
    const path = `/ressources/${slug}/ameliorer`;
    await page(hub, path);
    const refused = await hub.post(path, { subject: 'wrong', message: 'Non', name: 'Nadia' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Nadia"');
    const robot = await hub.post(path, { subject: 'wrong', message: 'Achetez ceci maintenant', adresse_2: 'x' });
    expect(robot.status).toBe(303);
    const message = 'Le délai a changé : <b>six mois</b>.';
    await hub.post(path, {
      subject: 'wrong',
      message,
      name: 'Nadia',
      email: 'n@exemple.example',
      acceptsCredit: 'oui',
    });
    const ctx = await hub.context();
    const waiting = await listSuggestions(ctx.db, 'waiting', 10);
    expect(waiting.map((one) => one.message)).toEqual([message]);

    const cookie = await hub.signIn('employee');
    const queue = await page(hub, '/gestion/ressources/suggestions', cookie);
    expect(queue).toContain('&lt;b>six mois');
    const answer = { id: waiting[0]?.id ?? '', answer: 'Merci !', isCredited: 'oui', act: 'accepter' };
    expect((await hub.post('/gestion/ressources/suggestions', answer, cookie)).status).toBe(303);
    expect(await page(hub, `/ressources/${slug}`)).toContain('Nadia');
  });
});

describe('the team', () => {
  test('alone sees what needs care, and says several sheets right at once', async () => {
    const hub = await site.hub();
    await publish(hub, 'resource', 'Périmée', { reviewOn: '2020-01-01' });
    await publish(hub, 'resource', 'À jour');
    const paths = ['/gestion/ressources', '/gestion/ressources/liens', '/gestion/ressources/suggestions'];
    for (const path of [...paths, '/gestion/ressources.csv', '/gestion/ressources/liens.csv']) {
      expect([path, (await hub.get(path, await hub.signIn('member', 'contributor'))).status]).toEqual([path, 404]);
      expect([path, (await hub.get(path, await hub.signIn('employee'))).status]).toEqual([path, 200]);
    }
    const cookie = await hub.signIn('employee');
    const due = await page(hub, '/gestion/ressources?etat=a-relire', cookie);
    expect(due).toContain('Périmée');
    expect(due).not.toContain('À jour</a>');
    const ctx = await hub.context((await hub.person('employee')).actor);
    const ids = (await tendedResources(ctx)).map(({ id }) => id);
    const done = await hub.post(
      '/gestion/ressources/toujours-juste',
      { ids, retour: 'https://ailleurs.example' },
      cookie,
    );
    expect(done.headers.get('location')).toBe('/gestion/ressources');
    expect((await tendedResources(ctx)).map(({ state }) => state)).toEqual(['fine', 'fine']);
    const csv = await (await hub.get('/gestion/ressources.csv', cookie)).text();
    expect(csv).toContain('Périmée');
  });

  test('writes a sheet with its steps and its document, which nobody reads before it is published', async () => {
    const hub = await site.hub();
    const cookie = await hub.signIn('employee');
    const fields = {
      title: 'Une fiche',
      'content.format': 'file',
      'content.steps.count': '1',
      'content.steps.0.title': 'Commencer',
      'content.steps.0.checklist': 'Une chose\nUne autre',
      'content.fileId_file': new File([new Uint8Array(aPdf())], 'Modèle.pdf'),
    };
    const more = await hub.post('/gestion/contenus/ajouter/resource', { ...fields, act: 'step-add' }, cookie);
    expect(more.status).toBe(200);
    expect(await more.text()).toContain('content.steps.1.title');
    const kept = await hub.post('/gestion/contenus/ajouter/resource', { ...fields, act: 'keep' }, cookie);
    const edit = kept.headers.get('location') ?? '';
    const form = await page(hub, edit, cookie);
    const href = /\/fichiers\/[^"]+\.pdf/.exec(form)?.[0] ?? expect.fail('no file in the form');
    expect((await hub.get(href)).status).toBe(404);
    const fileId = href.split('/')[2] ?? '';
    const { 'content.fileId_file': _, ...typed } = fields;
    const publishing = { ...typed, 'content.fileId': fileId, version: '1', act: 'publish' };
    const published = await hub.post(edit, publishing, cookie);
    expect(published.headers.get('location')).toBe('/ressources/une-fiche');
    expect((await hub.get(href)).status).toBe(200);
    const sheet = await page(hub, '/ressources/une-fiche');
    expect(sheet).toContain('Modèle.pdf');
    expect(sheet).toContain('Une autre');
  });
});

describe('the watch and the notes of experience', () => {
  test('are proposed by anyone in a few fields, and read by everyone once accepted', async () => {
    const hub = await site.hub();
    for (const path of ['/veille', '/experiences', '/veille/proposer', '/experiences/proposer']) await page(hub, path);
    const item = {
      title: 'Un appel à projets',
      happenedOn: '2026-03-02',
      'content.topic': 'funding',
      'content.sourceName': 'La Région',
      brief: 'Jusqu’au 3 mai.',
    };
    const alone = await hub.post('/veille/proposer', { ...item, happenedOn: '' });
    expect(alone.status).toBe(422);
    const text = await alone.text();
    expect(text).toContain('Datez cette information');
    expect(text).toContain('value="Un appel à projets"');
    const sender = { name: 'Nadia', email: 'nadia@exemple.example' };
    expect((await hub.post('/veille/proposer', { ...item, ...sender })).status).toBe(303);
    expect(await page(hub, '/veille')).not.toContain('Un appel à projets');
    const team = await hub.signIn('employee');
    const published = await hub.post('/veille/proposer', { ...item, title: 'Publié par l’équipe' }, team);
    expect(published.headers.get('location')).toBe('/veille/publie-par-l-equipe');
    const list = await page(hub, '/veille');
    for (const words of ['Publié par l’équipe', 'Mars 2026', 'La Région']) expect(list).toContain(words);
    expect(await page(hub, '/veille/publie-par-l-equipe')).toContain('La Région');
    expect((await hub.get('/veille.atom')).status).toBe(200);
  });

  test('tell what works from what fails by words, not by colour alone', async () => {
    const hub = await site.hub();
    const resource = await publish(hub, 'resource', 'Une fiche liée');
    const note = (verdict: string) => ({ content: { verdict, learned: 'Demander avant.', resourceId: resource.id } });
    await publish(hub, 'experience', 'La navette', note('fails'));
    const { slug } = await publish(hub, 'experience', 'Le poste partagé', note('works'));
    const list = await page(hub, '/experiences');
    for (const words of ['Ça marche', 'Ça n’a pas marché', 'La navette']) expect(list).toContain(words);
    expect(await page(hub, '/experiences?verdict=pas-marche')).not.toContain('Le poste partagé');
    const told = await page(hub, `/experiences/${slug}`);
    expect(told).toContain('Demander avant.');
    expect(told).toContain('/ressources/une-fiche-liee');
  });
});
