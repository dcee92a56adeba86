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
