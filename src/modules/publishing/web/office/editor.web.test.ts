import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { readPublication } from '../../queries/stored-publication.ts';

let site: TestSite;
let hub: TestHub;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
});
afterAll(async () => {
  await site.close();
  expect(site.failures).toEqual([]);
});

const list = '/gestion/contenus';

/** The id of a publication in the address of its editor. */
function idOf(response: Response): string {
  expect(response.status).toBe(303);
  return /contenus\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
}

describe('the editor', () => {
  test('adds a draft, shows it again with all its words, and publishes it', async () => {
    const cookie = await hub.signIn('employee');
    const form = await (await hub.get(`${list}/ajouter/news`, cookie)).text();
    expect(form).toContain('Nouvelle actualité');
    const typed = {
      title: 'Un café ouvre',
      brief: 'Chaque samedi.',
      body: '## Où\n\n- place de la mairie',
      act: 'keep',
    };
    const id = idOf(await hub.post(`${list}/ajouter/news`, typed, cookie));
    const edited = await (await hub.get(`${list}/${id}`, cookie)).text();
    expect(edited).toContain('Un café ouvre');
    expect(edited).toContain('- place de la mairie');
    const stored = await readPublication((await hub.context()).db, id);
    expect(stored?.fields.body).toBe('<h2>Où</h2><ul><li>place de la mairie</li></ul>');
    const published = await hub.post(`${list}/${id}`, { ...typed, version: '1', act: 'publish' }, cookie);
    expect(published.headers.get('location')).toBe('/actualites/un-cafe-ouvre');
  });

  test('keeps everything typed when something is refused, and says it beside the field', async () => {
    const cookie = await hub.signIn('employee');
    const answer = await hub.post(
      `${list}/ajouter/news`,
      { title: '', brief: 'Un chapeau gardé', body: 'Un **texte** gardé', organization: 'Personne', act: 'publish' },
      cookie,
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of ['Un chapeau gardé', 'Un **texte** gardé', 'Personne', 'n’est pas dans l’annuaire'])
      expect(page).toContain(words);
  });
});

describe('a huge paste', () => {
  test('is refused in words, beside the field, with everything else kept', async () => {
    const cookie = await hub.signIn('employee');
    const start = performance.now();
    for (const format of ['html', 'plain']) {
      const body = '<p>bonjour</p>'.repeat(380_000);
      const answer = await hub.post(
        `${list}/ajouter/news`,
        { title: 'Gardé', brief: 'Aussi gardé', body, body_format: format, act: 'publish' },
        cookie,
      );
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('trop long pour une page');
      expect(page).toContain('Aussi gardé');
    }
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('the structure that speaks', () => {
  test('is chosen by its name, and only when it is public', async () => {
    const cookie = await hub.signIn('employee');
    expect(await (await hub.get(`${list}/structures?q=zzz`, cookie)).json()).toEqual([]);
    expect((await hub.get(`${list}/structures?q=a`)).status).toBe(303);
  });
});

describe('scheduling', () => {
  test('takes the hour of the hub, and refuses one already past', async () => {
    const cookie = await hub.signIn('employee');
    const typed = { title: 'Demain', brief: 'Un mot.', act: 'schedule' };
    const past = await hub.post(`${list}/ajouter/news`, { ...typed, publishAt: '2020-01-01T09:00' }, cookie);
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('moment à venir');
    const id = idOf(await hub.post(`${list}/ajouter/news`, { ...typed, publishAt: '2099-07-01T09:00' }, cookie));
    const stored = await readPublication((await hub.context()).db, id);
    expect(stored).toMatchObject({ status: 'scheduled' });
    expect(stored?.publishAt?.toString()).toBe('2099-07-01T07:00:00Z');
    expect(await (await hub.get(`${list}/${id}`, cookie)).text()).toContain('value="2099-07-01T09:00"');
  });
});

describe('the home', () => {
  test('is arranged from what modules bring, once, whoever comes second is shown both', async () => {
    const [cookie, other] = [await hub.signIn('employee'), await hub.signIn('employee')];
    const page = await (await hub.get(`${list}/ajouter/home`, cookie)).text();
    expect(page).toContain('name="bloc"');
    const first = await hub.post(`${list}/ajouter/home`, { title: 'Accueil', kind: 'home', act: 'publish' }, cookie);
    expect(first.headers.get('location')).toBe('/');
    expect((await hub.get(`${list}/ajouter/home`, other)).status).toBe(303);
    const late = await hub.post(`${list}/ajouter/home`, { title: 'Chez nous', kind: 'home', act: 'publish' }, other);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Chez nous');
  });
});

test('readers of both sorts are ticked, kept, and taken off', async () => {
  const cookie = await hub.signIn('employee');
  const door = (title: string, group: string, tag: string) =>
    hub.post(
      `${list}/ajouter/door`,
      { title, 'content.group': group, 'content.tag': tag, 'content.label': title, act: 'publish' },
      cookie,
    );
  await door('une coopérative', 'profile', 'coop');
  await door('apprendre', 'intent', 'apprendre');
  const typed = {
    title: 'Pour vous',
    brief: 'Un mot.',
    tags: 'oui',
    audiences: 'coop',
    intents: 'apprendre',
    act: 'keep',
  };
  const id = idOf(await hub.post(`${list}/ajouter/news`, typed, cookie));
  const { db } = await hub.context();
  expect((await readPublication(db, id))?.fields.audiences).toEqual(['coop', 'apprendre']);
  const page = await (await hub.get(`${list}/${id}`, cookie)).text();
  expect(page.match(/name="(audiences|intents)"[^>]* checked/g)).toHaveLength(2);
  await hub.post(`${list}/${id}`, { ...typed, version: '1', audiences: [], intents: 'apprendre' }, cookie);
  expect((await readPublication(db, id))?.fields.audiences).toEqual(['apprendre']);
});
