import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { inTransaction } from '../db/database.ts';
import { newId } from '../ids/ids.ts';
import { findEntries } from './find-entries.ts';
import type { MarkedPiece } from './marked-text.ts';
import { indexForSearch, search, type SearchEntry, type Visibility } from './search.ts';
import { suggestEntries } from './suggest-entries.ts';

let database: TestDatabase;
let hub: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  hub = await newHub(database);
});

const db = (hubId = hub) => contextOf(database, hubId).db;
const everyone: Visibility[] = ['public', 'members', 'staff'];

async function add(title: string, more: Partial<SearchEntry> = {}, hubId = hub): Promise<string> {
  const subjectId = more.subjectId ?? newId();
  const entry: SearchEntry = {
    kind: 'news',
    title,
    summary: '',
    path: '/x',
    visibility: 'public',
    keywords: '',
    body: '',
    ...more,
    subjectId,
  };
  await inTransaction(db(hubId), (tx) => indexForSearch(tx, entry));
  return subjectId;
}

async function find(
  text: string,
  more: { kind?: string; visibilities?: Visibility[]; page?: number } = {},
  hubId = hub,
) {
  const { kind = null, visibilities = ['public'], page = 1 } = more;
  return findEntries(db(hubId), { text, kind, visibilities, page, pageSize: 20 });
}
const ids = async (...asked: Parameters<typeof find>) => (await find(...asked)).entries.map((entry) => entry.subjectId);
const written = (pieces: readonly MarkedPiece[]) =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');
const suggested = async (text: string, visibilities: Visibility[] = ['public'], hubId = hub) =>
  (await suggestEntries(db(hubId), text, { visibilities, limit: 8 })).map((entry) => entry.title);

async function says(...words: string[]): Promise<void> {
  const keys = words.map((word) => word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''));
  await db().$client.query(
    `insert into search_synonyms (id, words, keys, created_at, updated_at) values ($1, $2, $3, now(), now())`,
    [newId(), words, keys],
  );
}

describe('order', () => {
  it('puts the very title first, then titles, keywords, and mentions', async () => {
    const mention = await add('Épicerie', { body: 'On y répare aussi un vélo.' });
    const keyword = await add('Atelier du bourg', { keywords: 'vélo' });
    const title = await add('Fête du vélo');
    const exact = await add('Vélo');
    expect(await ids('velo')).toEqual([exact, title, keyword, mention]);
  });

  it('puts what is recent a little before, without passing a better title', async () => {
    const today = Temporal.Now.plainDateISO();
    const old = await add('Marché solidaire', { datedOn: today.subtract({ years: 3 }) });
    const recent = await add('Marché solidaire', { datedOn: today });
    const mention = await add('Nouvelles', { body: 'Le marché solidaire', datedOn: today });
    expect(await ids('marché solidaire')).toEqual([recent, old, mention]);
  });

  it('gives each entry once, page after page', async () => {
    for (let index = 0; index < 45; index++) await add(`Jardin partagé ${index}`);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ids('jardin', { page })));
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5, 0]);
    expect(new Set(pages.flat()).size).toBe(45);
  });
});

describe('kinds', () => {
  it('counts every kind, also when one is asked', async () => {
    await add('Forum des associations');
    await add('Salle du forum', { kind: 'organization' });
    const resource = await add('Organiser un forum', { kind: 'resource' });
    const { counts, entries } = await find('forum', { kind: 'resource' });
    expect(Object.fromEntries(counts)).toEqual({ news: 1, organization: 1, resource: 1 });
    expect(entries.map((entry) => entry.subjectId)).toEqual([resource]);
  });
});

describe('what is shown', () => {
  it('marks the words in the title and in the line, without regard to accents and plurals', async () => {
    await add('Les épiceries du pays', { summary: 'Une épicerie près de chez vous' });
    const [entry] = (await find('epicerie')).entries;
    expect(written(entry?.title ?? [])).toBe('Les [épiceries] du pays');
    expect(written(entry?.text ?? [])).toBe('Une [épicerie] près de chez vous');
  });

  it('takes the excerpt from the text, around the words, as plain text', async () => {
    const long = 'Le comité se réunit chaque mois pour parler de la vie du lieu. '.repeat(20);
    await add('Compte-rendu', {
      summary: 'Séance de mars',
      body: `${long}On achète un broyeur <img src=x onerror=alert(1)> à \uE000plusieurs\uE001. ${long}`,
    });
    const [entry] = (await find('broyeur')).entries;
    const text = written(entry?.text ?? []);
    expect(text).toMatch(/^… .*\[broyeur\].* …$/);
    expect(text.length).toBeLessThan(400);
    expect(text).not.toMatch(/[\uE000\uE001]/);
  });

  it('tells what is not public yet', async () => {
    await add('Budget du fournil', { visibility: 'staff', state: 'brouillon' });
    expect((await find('fournil', { visibilities: everyone })).entries.map((entry) => entry.state)).toEqual([
      'brouillon',
    ]);
  });
});

describe('what a reader may not see', () => {
  it('is neither found, counted, suggested nor related', async () => {
    await add('Plan de licenciement', { visibility: 'staff' });
    await add('Assemblée des adhérents', { visibility: 'members' });
    for (const text of ['licenciement', 'licen', 'plan licenciement zzz', 'adhérents zzz']) {
      const found = await find(text);
      expect([found.counts.size, found.entries, found.related, found.corrected], text).toEqual([0, [], [], null]);
      expect(await suggested(text), text).toEqual([]);
    }
    expect(await suggested('plan')).toEqual([]);
    expect(await suggested('plan', everyone)).toEqual(['Plan de licenciement']);
    expect((await find('adhérents', { visibilities: ['public', 'members'] })).counts.get('news')).toBe(1);
  });

  it('is not told by corrections, nor are words of what was public once', async () => {
    await add('Redressement judiciaire', { visibility: 'staff' });
    const id = await add('Déménagement confidentiel');
    expect((await find('demenagemant')).corrected).toBe('demenagement');
    await add('Déménagement confidentiel', { subjectId: id, visibility: 'members' });
    for (const text of ['redresement', 'judiciere', 'demenagemant']) {
      const found = await find(text);
      expect([found.corrected, found.counts.size], text).toEqual([null, 0]);
      const list = await search(db(), text, { visibilities: ['public'], limit: 10 });
      expect([list.corrected, list.matches], text).toEqual([null, []]);
    }
    expect((await find('demenagemant', { visibilities: ['public', 'members'] })).corrected).toBe('demenagement');
  });

  it('stays in its hub', async () => {
    const elsewhere = await newHub(database);
    await add('Ressourcerie secrète', {}, elsewhere);
    const found = await find('ressourcerie zzz');
    expect([found.counts.size, found.related, found.corrected]).toEqual([0, [], null]);
    expect((await find('ressoursserie')).corrected).toBeNull();
    expect(await suggested('resso')).toEqual([]);
    expect(await suggested('resso', ['public'], elsewhere)).toEqual(['Ressourcerie secrète']);
  });
});

describe('synonyms', () => {
  it('finds what the common words stand for, both ways, whole phrases included', async () => {
    const meeting = await add('Assemblée générale de printemps');
    const short = await add('Préparer son AG');
    await add('Assemblée des oiseaux');
    expect((await ids('AG')).sort()).toEqual([meeting, short].sort());
    expect(await ids('assemblée générale')).toContain(short);
    const association = await add('Créer une association');
    expect(await ids('créer une asso')).toEqual([association]);
    expect(await ids('creer assos')).toEqual([association]);
  });

  it('finds by the hub’s own words, and not by those of another hub', async () => {
    const place = await add('Café associatif La Tablée');
    expect(await ids('troquet')).toEqual([]);
    await says('troquet', 'café associatif');
    expect(await ids('troquet')).toEqual([place]);
    expect(await suggested('troquet')).toEqual(['Café associatif La Tablée']);
    const elsewhere = await newHub(database);
    await add('Café associatif du port', {}, elsewhere);
    expect(await ids('troquet', {}, elsewhere)).toEqual([]);
  });

  it('forgets a group that was removed', async () => {
    await add('Café associatif La Tablée');
    await says('troquet', 'café associatif');
    await db().execute(sql`update search_synonyms set removed_at = now()`);
    expect(await ids('troquet')).toEqual([]);
  });
});

describe('typing', () => {
  it('suggests titles that begin so first, then those that hold the word', async () => {
    await add('Le grand atelier vélo');
    await add('Vélo école');
    expect(await suggested('vél')).toEqual(['Vélo école', 'Le grand atelier vélo']);
    expect(await suggested('L’atel')).toEqual(['Le grand atelier vélo']);
    expect(await suggested('v')).toEqual([]);
  });

  it('finds the word that was meant, and what comes near when one word is unknown', async () => {
    const farm = await add('Maraîchage des Épinettes');
    expect((await find('maréchage')).corrected).toBe('maraichage');
    const { related, entries } = await find('maraichage hydroponique zzzz');
    expect(entries).toEqual([]);
    expect(related.map((entry) => entry.subjectId)).toEqual([farm]);
  });
});

it.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['only punctuation', '?!… « » — ;'],
  ['SQL', "'; drop table hubs; --"],
  ['query operators', '!!! & | <-> :* ((( a:* <2> \\'],
  ['letters that fold into quotes', 'ŉ ŉa ½ ﬁ ㎏ ℡'],
  ['emoji', '🚲🥖 👩🏽‍🌾'],
  ['ten thousand letters', 'é'.repeat(10_000)],
  ['ten thousand words', 'mot '.repeat(10_000)],
  ['markup', `"'><svg onload=x>{{7*7}}`],
  ['braces and quotes of lists', '{"a","b"} {NULL}'],
  ['other scripts', 'Привет 你好 مرحبا'],
  ['marks of our own', '\uE000mot\uE001'],
])('survives %s', async (_what, text) => {
  await add('Rien à voir');
  expect((await find(text)).entries).toEqual([]);
  expect(await suggested(text)).toEqual([]);
});
