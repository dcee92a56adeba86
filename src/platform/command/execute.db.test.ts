import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { accept, refuse } from '../outcome/outcome.ts';
import { command } from './command.ts';
import { execute } from './execute.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const nameWord = command({
  name: 'test.name-word',
  input: z.object({ word: z.string().min(3, 'Trois lettres au moins.') }),
  allow: (actor) => actor?.roles.has('employee') ?? false,
  async run(ctx, input) {
    await ctx.db.execute(sql`insert into search_words (word) values (${input.word})`);
    if (input.word === 'refus') return refuse('unwanted');
    ctx.publish({ type: 'wordNamed' });
    ctx.record({ subjectKind: 'word', subjectId: null, summary: `Mot « ${input.word} » ajouté` });
    return accept(input.word);
  },
});

async function words(hubId: string): Promise<string[]> {
  const { rows } = await database.databases
    .forHub(hubId)
    .execute<{ word: string }>(sql`select word from search_words order by word`);
  return rows.map((row) => row.word);
}

describe('execute', () => {
  it('saves the act, its audit line and its facts together', async () => {
    const hub = await newHub(database);
    const ctx = contextOf(database, hub, actorWith('employee'));
    expect(await execute(ctx, nameWord, { word: 'ruche' })).toEqual(accept('ruche'));
    expect(await words(hub)).toEqual(['ruche']);
    expect(ctx.witness.facts).toEqual([{ type: 'wordNamed' }]);
    const { rows } = await ctx.db.execute(sql`select command, summary, actor_name from audit_entries`);
    expect(rows).toEqual([{ command: 'test.name-word', summary: 'Mot « ruche » ajouté', actor_name: 'Camille Essai' }]);
  });

  it('saves nothing of a refused act', async () => {
    const hub = await newHub(database);
    const ctx = contextOf(database, hub, actorWith('employee'));
    expect(await execute(ctx, nameWord, { word: 'refus' })).toMatchObject({ ok: false, reason: 'unwanted' });
    expect(await words(hub)).toEqual([]);
  });

  it('says in French which field is wrong', async () => {
    const ctx = contextOf(database, await newHub(database), actorWith('employee'));
    expect(await execute(ctx, nameWord, { word: 'a' })).toMatchObject({
      reason: 'invalid',
      fields: { word: 'Trois lettres au moins.' },
    });
    expect(await execute(ctx, nameWord, {})).toMatchObject({
      reason: 'invalid',
      fields: { word: 'Ce champ est à remplir.' },
    });
  });

  it('refuses those who may not', async () => {
    const ctx = contextOf(database, await newHub(database), actorWith('member'));
    expect(await execute(ctx, nameWord, { word: 'ruche' })).toMatchObject({ reason: 'forbidden' });
  });

  it('acts once when the same form is sent twenty times at once, and answers all alike', async () => {
    const hub = await newHub(database);
    const ctx = contextOf(database, hub, actorWith('employee'));
    const key = ctx.newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => execute(ctx, nameWord, { word: 'abeille' }, { key })),
    );
    expect(answers.every((answer) => answer.ok && answer.value === 'abeille')).toBe(true);
    expect(await words(hub)).toEqual(['abeille']);
    expect(ctx.witness.facts).toHaveLength(1);
    expect(await execute(ctx, nameWord, { word: 'bourdon' }, { key })).toMatchObject({ reason: 'key_reused' });
  });

  it('shows no row of one hub to another', async () => {
    const [here, there] = [await newHub(database), await newHub(database)];
    await execute(contextOf(database, here, actorWith('employee')), nameWord, { word: 'essaim' });
    expect(await words(there)).toEqual([]);
    expect(await words(here)).toEqual(['essaim']);
  });
});

describe('announcements', () => {
  const announcing = command({
    name: 'test.announce',
    input: z.object({ refused: z.boolean() }),
    allow: () => true,
    async run(ctx, input) {
      await ctx.announce('essaim_test', 'bonjour');
      if (input.refused) return refuse('unwanted');
      ctx.record({ subjectKind: 'test', subjectId: null, summary: 'Annonce' });
      return accept(null);
    },
  });

  it('are heard by this process before the command answers, and never of a refused act', async () => {
    const heard: string[] = [];
    const ctx = {
      ...contextOf(database, await newHub(database)),
      hear: (channel: string, payload: string) => void heard.push(`${channel} ${payload}`),
    };
    await execute(ctx, announcing, { refused: true });
    expect(heard).toEqual([]);
    await execute(ctx, announcing, { refused: false });
    expect(heard).toEqual(['essaim_test bonjour']);
  });
});
