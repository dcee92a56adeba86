import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { missedSearchList } from '../queries/missed-searches.ts';
import { synonymGroup, synonymGroups } from '../queries/synonym-groups.ts';
import { addSynonyms } from './add-synonyms.ts';
import { editSynonyms } from './edit-synonyms.ts';
import { removeSynonyms, restoreSynonyms } from './remove-synonyms.ts';
import { reopenMissedSearches, settleMissedSearches } from './settle-missed-searches.ts';

let database: TestDatabase;
let hubId: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  hubId = await newHub(database);
});

const staff = () => contextOf(database, hubId, actorWith('employee'));
const words = async () => (await synonymGroups(staff().db)).map((group) => group.words);

describe('synonyms', () => {
  it('are added once each, whatever the accents and the separators', async () => {
    unwrap(
      await execute(staff(), addSynonyms, { words: 'Bistrot, café  associatif\nbuvette ; BISTROT = Café associatif' }),
    );
    expect(await words()).toEqual([['Bistrot', 'café associatif', 'buvette']]);
    const { rows } = await staff().db.execute(sql`select keys from search_synonyms`);
    expect(rows).toEqual([{ keys: ['bistrot', 'cafe associatif', 'buvette'] }]);
    const { rows: trail } = await staff().db.execute(sql`select summary from audit_entries`);
    expect(trail).toEqual([{ summary: 'Synonymes ajoutés : Bistrot, café associatif, buvette' }]);
  });

  it.each([
    ['one word', 'bistrot'],
    ['twice the same', 'bistrot, Bistrot'],
    ['punctuation', '?!, …, ;;'],
    ['too many', Array.from({ length: 13 }, (_, index) => `mot${index}`).join(',')],
    ['a sentence', `${'mot '.repeat(9)}, phrase`],
    ['a book', 'a'.repeat(2_000)],
  ])('refuse %s, beside the field', async (_what, text) => {
    const outcome = await execute(staff(), addSynonyms, { words: text });
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' });
    expect(outcome.ok ? '' : Object.values(outcome.fields).join('')).not.toBe('');
  });

  it('hold a word in one group only', async () => {
    unwrap(await execute(staff(), addSynonyms, { words: 'bistrot, troquet' }));
    const outcome = await execute(staff(), addSynonyms, { words: 'Troquet, buvette' });
    expect(outcome).toMatchObject({ ok: false, reason: 'taken' });
    expect(outcome.ok ? '' : outcome.fields['words']).toContain('Troquet');
  });

  it('change, unless somebody changed them since', async () => {
    const { id } = unwrap(await execute(staff(), addSynonyms, { words: 'bistrot, troquet' }));
    unwrap(await execute(staff(), editSynonyms, { id, version: 1, words: 'bistrot, buvette' }));
    expect(await execute(staff(), editSynonyms, { id, version: 1, words: 'bar, rade' })).toMatchObject({
      reason: 'changed',
    });
    expect(await synonymGroup(staff().db, id)).toMatchObject({ words: ['bistrot', 'buvette'], version: 2 });
  });

  it('come back after a removal, unless their words went elsewhere', async () => {
    const { id } = unwrap(await execute(staff(), addSynonyms, { words: 'bistrot, troquet' }));
    unwrap(await execute(staff(), removeSynonyms, { id }));
    expect(await words()).toEqual([]);
    unwrap(await execute(staff(), restoreSynonyms, { id }));
    expect(await words()).toEqual([['bistrot', 'troquet']]);
    unwrap(await execute(staff(), removeSynonyms, { id }));
    unwrap(await execute(staff(), addSynonyms, { words: 'troquet, bar' }));
    expect(await execute(staff(), restoreSynonyms, { id })).toMatchObject({ reason: 'taken' });
    expect(await words()).toEqual([['troquet', 'bar']]);
  });

  it('are the employee’s to keep', async () => {
    for (const actor of [null, actorWith('member'), actorWith('board_member'), actorWith('operator')])
      expect(await execute(contextOf(database, hubId, actor), addSynonyms, { words: 'a, b' })).toMatchObject({
        reason: 'forbidden',
      });
  });
});

describe('searches in vain', () => {
  async function missed(fingerprint: string, text: string | null, times = 3): Promise<void> {
    const today = staff().clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
    await staff().db.execute(
      sql`insert into missed_searches (fingerprint, day, times, words) values (${fingerprint}, ${today}, ${times}, ${text})`,
    );
  }
  const print = (letter: string) => letter.repeat(43);

  it('show the most wanted first, and never words that are not kept', async () => {
    await missed(print('a'), 'cantine', 3);
    await missed(print('b'), 'halle', 9);
    await missed(print('c'), null, 2);
    expect((await missedSearchList(staff())).map((row) => [row.words, row.times])).toEqual([
      ['halle', 9],
      ['cantine', 3],
    ]);
  });

  it('go once settled, come back when undone, and stay in their hub', async () => {
    await missed(print('a'), 'cantine');
    const elsewhere = contextOf(database, await newHub(database), actorWith('employee'));
    const settled = { fingerprints: [print('a')] };
    expect(await execute(elsewhere, settleMissedSearches, settled)).toMatchObject({ reason: 'not_found' });
    unwrap(await execute(staff(), settleMissedSearches, settled));
    expect(await missedSearchList(staff())).toEqual([]);
    expect(await execute(staff(), settleMissedSearches, settled)).toMatchObject({ reason: 'not_found' });
    unwrap(await execute(staff(), reopenMissedSearches, settled));
    expect(await missedSearchList(staff())).toHaveLength(1);
    expect(await execute(staff(), settleMissedSearches, { fingerprints: ['x'] })).toMatchObject({ reason: 'invalid' });
  });
});
