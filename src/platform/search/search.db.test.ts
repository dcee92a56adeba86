import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids/ids.ts';
import { inTransaction } from '../db/database.ts';
import { contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { forgetInSearch, indexForSearch, search, searchWords, type SearchEntry } from './search.ts';

let database: TestDatabase;
let hub: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  hub = await newHub(database);
});

async function add(title: string, more: Partial<SearchEntry> = {}, hubId = hub): Promise<string> {
  const subjectId = newId();
  const entry = {
    kind: 'organization',
    subjectId,
    title,
    summary: '',
    path: '/x',
    visibility: 'public',
    keywords: '',
    body: '',
    ...more,
  } as const;
  await inTransaction(contextOf(database, hubId).db, (tx) => indexForSearch(tx, entry));
  return subjectId;
}

async function found(
  text: string,
  visibilities: SearchEntry['visibility'][] = ['public'],
  hubId = hub,
): Promise<string[]> {
  const { matches } = await search(contextOf(database, hubId).db, text, { visibilities, limit: 20 });
  return matches.map((match) => match.subjectId);
}

describe('search', () => {
  it('forgives accents, plurals and case', async () => {
    const farm = await add('Maraîchage des Épinettes', { body: 'Chantiers d’insertion' });
    for (const text of ['maraichage', 'MARAÎCHAGES', 'epinette', 'chantier insertion', 'l’insertion'])
      expect(await found(text), text).toEqual([farm]);
  });

  it('takes the last word as a beginning', async () => {
    const bakery = await add('Boulangerie coopérative');
    expect(await found('coopérative boul')).toEqual([bakery]);
  });

  it('finds the word that was meant', async () => {
    const farm = await add('Les Jardins du Semnon', { keywords: 'maraîchage' });
    const { matches, corrected } = await search(contextOf(database, hub).db, 'maréchage', {
      visibilities: ['public'],
      limit: 5,
    });
    expect(matches.map((match) => match.subjectId)).toEqual([farm]);
    expect(corrected).toBe('maraichage');
  });

  it('puts a title before a mention', async () => {
    const mention = await add('Épicerie', { body: 'On y trouve aussi du pain.' });
    const title = await add('Pain du bourg');
    expect(await found('pain')).toEqual([title, mention]);
  });

  it('shows each reader what she may see', async () => {
    const open = await add('Salle commune');
    const inner = await add('Salle du conseil', { visibility: 'staff' });
    expect(await found('salle')).toEqual([open]);
    expect((await found('salle', ['public', 'members', 'staff'])).sort()).toEqual([open, inner].sort());
  });

  it('never crosses hubs, nor corrects with another hub’s words', async () => {
    const elsewhere = await newHub(database);
    await add('Ressourcerie secrète', {}, elsewhere);
    expect(await found('ressourcerie')).toEqual([]);
    expect(await found('ressoursserie')).toEqual([]);
  });

  it('forgets what is removed', async () => {
    const id = await add('Atelier éphémère');
    await inTransaction(contextOf(database, hub).db, (tx) => forgetInSearch(tx, 'organization', id));
    expect(await found('atelier')).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['SQL', "'; drop table hubs; --"],
    ['query operators', '!!! & | <-> :* ((('],
    ['a backslash', '\\'],
    ['a very long word', 'a'.repeat(5_000)],
    ['ten thousand words', 'mot '.repeat(10_000)],
    ['markup', `"'><svg onload=x>{{7*7}}`],
  ])('survives %s', async (_what, text) => {
    await expect(found(text)).resolves.toEqual([]);
  });
});

it('keeps letters and digits only, twelve words at most', () => {
  expect(searchWords('d’abord & l’été : 1901 !')).toEqual(['d', 'abord', 'l', 'été', '1901']);
  expect(searchWords('un deux '.repeat(40))).toHaveLength(12);
});
