import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestSite, type TestHub, type TestPerson, type TestSite } from '#tests/support/app.ts';
import { savePublication } from '../../commands/save-publication.ts';
import type { SavingAct } from '../../domain/next-state.ts';
import { readPublication } from '../../queries/stored-publication.ts';

let site: TestSite;
let hub: TestHub;
let employee: TestPerson;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  employee = await hub.person('employee');
});
afterAll(async () => {
  await site.close();
  expect(site.failures).toEqual([]);
});

const list = '/gestion/contenus';
const words = { title: 'Un café ouvre', brief: 'Chaque samedi.', body: '<p>Place de la mairie.</p>' };

async function aNews(act: SavingAct = 'publish', by: TestPerson = employee): Promise<{ id: string; slug: string }> {
  const ctx = await hub.context(by.actor);
  return unwrap(
    await execute(ctx, savePublication, {
      id: null,
      kind: 'news',
      version: null,
      act,
      fields: { ...words, content: {} },
    }),
  );
}

const stored = async (id: string) => readPublication((await hub.context()).db, id);

describe('two people writing in the same text', () => {
  test('are shown both versions, and what only one changed is kept without a question', async () => {
    const { id } = await aNews('keep');
    const theirs = { ...words, version: '1', title: 'Leur titre', body: 'Leur texte.' };
    await hub.post(`${list}/${id}`, theirs, employee.cookie);
    const other = await hub.person('employee');
    const mine = { ...words, version: '1', title: 'Mon titre', brief: 'Mon chapeau.', body: 'Place de la mairie.' };
    const conflict = await hub.post(`${list}/${id}`, { ...mine, act: 'keep' }, other.cookie);
    expect(conflict.status).toBe(409);
    const page = await conflict.text();
    expect(page).toContain('Leur titre');
    expect(page).toContain('Mon titre');
    expect(page).not.toContain('name="garder.body"');
    const hidden = (name: string): string =>
      (new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&');
    const choice = { version: hidden('version'), base: hidden('base'), mine: hidden('mine'), 'garder.title': 'autre' };
    expect((await hub.post(`${list}/${id}`, choice, other.cookie)).status).toBe(303);
    expect((await stored(id))?.fields).toMatchObject({
      title: 'Leur titre',
      brief: 'Mon chapeau.',
      body: '<p>Leur texte.</p>',
    });
  });
});

describe('versions', () => {
  test('are compared word by word and taken back as changes to read again', async () => {
    const { id } = await aNews();
    await hub.post(
      `${list}/${id}`,
      { ...words, brief: 'Chaque dimanche.', version: '1', act: 'publish' },
      employee.cookie,
    );
    const all = await (await hub.get(`${list}/${id}/versions`, employee.cookie)).text();
    expect(all).toContain('Version 2');
    const second = await (await hub.get(`${list}/${id}/versions/2`, employee.cookie)).text();
    expect(second).toMatch(/<del>.*samedi<\/del>/);
    expect(second).toMatch(/<ins>.*dimanche<\/ins>/);
    expect((await hub.post(`${list}/${id}/versions/1`, {}, employee.cookie)).status).toBe(303);
    expect(await stored(id)).toMatchObject({
      fields: { brief: 'Chaque dimanche.' },
      pending: { brief: 'Chaque samedi.' },
    });
    expect((await hub.get(`${list}/${id}/versions/99`, employee.cookie)).status).toBe(404);
    const dropped = await hub.post(`${list}/${id}/etat`, { act: 'abandonner' }, employee.cookie);
    expect(dropped.status).toBe(303);
    expect((await stored(id))?.pending).toBeNull();
  });
});

describe('a preview link', () => {
  const linkOf = async (id: string): Promise<string> => {
    const page = await (await hub.post(`${list}/${id}/apercu`, { act: 'ouvrir' }, employee.cookie)).text();
    return /\/apercu\/[\w-]{32}(?![\w-])/.exec(page)?.[0] ?? 'none';
  };

  test('shows a draft to whoever holds it, to nobody else, and never to search engines', async () => {
    const { id, slug } = await aNews('keep');
    expect((await hub.get(`/actualites/${slug}`)).status).toBe(404);
    const link = await linkOf(id);
    const answer = await hub.get(link);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    const page = await answer.text();
    expect(page).toContain('Un café ouvre');
    expect(page).toContain('Aperçu');
    expect((await hub.get(`${link.slice(0, -1)}x`)).status).toBe(404);
    const other = await site.hub();
    expect((await other.get(link)).status).toBe(404);
  });

  test('stops when it is closed, replaced, too old, or its text thrown away', async () => {
    const { id } = await aNews('keep');
    const first = await linkOf(id);
    const second = await linkOf(id);
    expect((await hub.get(first)).status).toBe(404);
    expect((await hub.get(second)).status).toBe(200);
    await hub.post(`${list}/${id}/etat`, { act: 'corbeille' }, employee.cookie);
    expect((await hub.get(second)).status).toBe(404);
    await hub.post(`${list}/corbeille/restaurer`, { ids: id }, employee.cookie);
    expect((await hub.get(second)).status).toBe(200);
    await hub.post(`${list}/${id}/apercu`, { act: 'fermer' }, employee.cookie);
    expect((await hub.get(second)).status).toBe(404);
    const third = await linkOf(id);
    await site.database.ownerPool.query("update publication_previews set expires_at = now() - interval '1 minute'");
    expect((await hub.get(third)).status).toBe(404);
  });
});

describe('the trash', () => {
  test('hides from everyone and gives back as it was', async () => {
    const { id, slug } = await aNews();
    const thrown = await hub.post(`${list}/lot`, { ids: id, action: 'corbeille' }, employee.cookie);
    expect(thrown.status).toBe(303);
    expect((await hub.get(`/actualites/${slug}`)).status).toBe(404);
    expect((await hub.get(`${list}/${id}`, employee.cookie)).status).toBe(404);
    expect(await (await hub.get(`${list}/corbeille`, employee.cookie)).text()).toContain(id);
    await hub.post(`${list}/corbeille/restaurer?ids=${id}`, {}, employee.cookie);
    expect((await hub.get(`/actualites/${slug}`)).status).toBe(200);
  });
});

describe('the list', () => {
  test('filters, tags and publishes several at once, and says what lacks something', async () => {
    const { id } = await aNews('keep');
    const ctx = await hub.context(employee.actor);
    const empty = unwrap(
      await execute(ctx, savePublication, {
        id: null,
        kind: 'news',
        version: null,
        act: 'keep',
        fields: { title: 'Pas finie', content: {} },
      }),
    );
    const both = { ids: [id, empty.id] };
    await hub.post(`${list}/lot`, { ...both, action: 'etiqueter', etiquette: 'association' }, employee.cookie);
    const tagged = await (await hub.get(`${list}?pour=association&etat=draft`, employee.cookie)).text();
    expect(tagged).toContain(id);
    expect(tagged).toContain('Pas finie');
    await hub.post(`${list}/lot`, { ...both, action: 'publier' }, employee.cookie);
    expect((await stored(id))?.status).toBe('published');
    expect((await stored(empty.id))?.status).toBe('draft');
    expect(await (await hub.get(`${list}?q=pas+fini&etat=published`, employee.cookie)).text()).not.toContain(empty.id);
    const csv = await (await hub.get(`${list}.csv?q=pas+finie`, employee.cookie)).text();
    expect(csv).toContain('"Pas finie"');
    expect(csv).not.toContain('Un café ouvre');
  });
});

describe('who may do what', () => {
  const pages = (id: string): string[] => [
    `${list}/${id}`,
    `${list}/${id}/versions`,
    `${list}/${id}/versions/1`,
    `${list}/${id}/apercu`,
  ];

  test('nobody but the team and its author opens a text, visitors are sent to sign in', async () => {
    const member = await hub.person('member');
    const { id } = await aNews('propose', member);
    const stranger = await hub.person('member');
    for (const path of pages(id)) {
      expect((await hub.get(path)).headers.get('location')).toContain('/connexion');
      expect((await hub.get(path, stranger.cookie)).status, path).toBe(404);
      expect((await hub.get(path, member.cookie)).status, path).toBe(200);
      expect((await hub.get(path, employee.cookie)).status, path).toBe(200);
    }
    for (const path of [`${list}/${id}`, `${list}/${id}/etat`, `${list}/${id}/apercu`, `${list}/${id}/versions/1`]) {
      expect((await hub.post(path, { ...words, act: 'corbeille', version: '1' }, stranger.cookie)).status, path).toBe(
        404,
      );
      expect((await hub.post(path, { ...words, act: 'corbeille', version: '1' })).status, path).toBe(404);
    }
    expect(await (await hub.get(list, stranger.cookie)).text()).not.toContain(id);
    expect(await (await hub.get(list, member.cookie)).text()).toContain(id);
  });

  test('a member neither arranges pages nor acts on several texts', async () => {
    const member = await hub.person('member');
    for (const kind of ['page', 'door', 'home', 'story', 'action', 'nothing'])
      expect((await hub.get(`${list}/ajouter/${kind}`, member.cookie)).status, kind).toBe(404);
    expect((await hub.get(`${list}/ajouter/news`, member.cookie)).status).toBe(200);
    const { id } = await aNews();
    for (const action of ['publier', 'archiver', 'corbeille'])
      expect((await hub.post(`${list}/lot`, { ids: id, action }, member.cookie)).status).toBe(404);
    const undone = await hub.post(`${list}/corbeille/restaurer`, { ids: id }, member.cookie);
    expect(undone.headers.get('location')).toContain('corbeille');
    expect((await stored(id))?.status).toBe('published');
  });

  test('the member’s own draft is hers to throw away, not to publish', async () => {
    const member = await hub.person('member');
    const { id } = await aNews('keep', member);
    await hub.post(`${list}/${id}/etat`, { act: 'publier' }, member.cookie);
    expect((await stored(id))?.status).toBe('draft');
    await hub.post(`${list}/${id}/etat`, { act: 'corbeille' }, member.cookie);
    expect((await stored(id))?.trashedAt).not.toBeNull();
  });
});
