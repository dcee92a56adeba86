import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { search } from '#platform/search/search.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { publishDueJob } from '../jobs/publish-due.ts';
import { publishedList } from '../queries/published-list.ts';
import { publicationAt, readPublication } from '../queries/stored-publication.ts';
import { savePublication } from './save-publication.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const draft = {
  id: null,
  kind: 'news',
  version: null,
  act: 'keep',
  fields: { title: 'Un café ouvre à Pipriac', content: {} },
} as const;

async function employeeOf(): Promise<Context> {
  const hub = await newHub(database);
  return contextOf(database, hub, actorWith('employee'));
}

describe('savePublication', () => {
  test('keeps a draft that nobody else sees, then makes it public', async () => {
    const ctx = await employeeOf();
    const kept = unwrap(await execute(ctx, savePublication, draft));
    expect(kept).toMatchObject({ status: 'draft', slug: 'un-cafe-ouvre-a-pipriac', version: 1 });
    expect(await publishedList(ctx.db, 'news')).toEqual([]);
    expect(await publicationAt(ctx.db, 'news', kept.slug)).toBeNull();
    expect((await search(ctx.db, 'Pipriac', { visibilities: ['public'], limit: 5 })).matches).toEqual([]);

    const fields = { ...draft.fields, brief: 'Chaque samedi, place de la mairie.' };
    unwrap(await execute(ctx, savePublication, { ...draft, id: kept.id, version: 1, act: 'publish', fields }));
    expect((await publishedList(ctx.db, 'news')).map((line) => line.title)).toEqual(['Un café ouvre à Pipriac']);
    expect((await search(ctx.db, 'Pipriac', { visibilities: ['public'], limit: 5 })).matches).toHaveLength(1);
  });

  test('asks for a few words before a news item is public, and keeps nothing', async () => {
    const ctx = await employeeOf();
    const outcome = await execute(ctx, savePublication, { ...draft, act: 'publish' });
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'not_ready',
      fields: { brief: expect.stringContaining('mots') },
    });
    expect(await publishedList(ctx.db, 'news')).toEqual([]);
  });

  test('puts aside the changes of something public until they are published', async () => {
    const ctx = await employeeOf();
    const fields = { ...draft.fields, brief: 'Premier texte.' };
    const { id, slug } = unwrap(await execute(ctx, savePublication, { ...draft, act: 'publish', fields }));
    const second = { ...fields, brief: 'Second texte.' };
    unwrap(await execute(ctx, savePublication, { ...draft, id, version: 1, act: 'keep', fields: second }));
    const shown = await publicationAt(ctx.db, 'news', slug);
    expect(shown && 'publication' in shown && shown.publication.fields.brief).toBe('Premier texte.');
    expect((await readPublication(ctx.db, id))?.pending?.brief).toBe('Second texte.');
    unwrap(await execute(ctx, savePublication, { ...draft, id, version: 2, act: 'publish', fields: second }));
    expect(await readPublication(ctx.db, id)).toMatchObject({ pending: null, fields: { brief: 'Second texte.' } });
  });

  test('refuses to write over what someone saved meanwhile, and gives it', async () => {
    const ctx = await employeeOf();
    const { id } = unwrap(await execute(ctx, savePublication, draft));
    const theirs = { ...draft.fields, title: 'Le leur' };
    unwrap(await execute(ctx, savePublication, { ...draft, id, version: 1, fields: theirs }));
    const outcome = await execute(ctx, savePublication, {
      ...draft,
      id,
      version: 1,
      fields: { ...theirs, title: 'Le mien' },
    });
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'edited_meanwhile',
      details: { version: 2, theirs: { title: 'Le leur' } },
    });
    expect((await readPublication(ctx.db, id))?.fields.title).toBe('Le leur');
  });

  test('publishes at the hour asked, by the job, once', async () => {
    const ctx = await employeeOf();
    const at = ctx.clock.now().add({ hours: 1 });
    const fields = { ...draft.fields, brief: 'Demain.' };
    const { id } = unwrap(
      await execute(ctx, savePublication, { ...draft, act: 'schedule', publishAt: at.toString(), fields }),
    );
    const job = (now: Temporal.Instant) =>
      publishDueJob.run(
        {
          ...ctx,
          actor: null,
          clock: { now: () => now },
          ports: undefined,
          attempt: 1,
          isLastAttempt: false,
          signal: new AbortController().signal,
        },
        {},
      );
    await job(ctx.clock.now());
    expect((await readPublication(ctx.db, id))?.status).toBe('scheduled');
    await job(at);
    await job(at.add({ minutes: 5 }));
    expect(await readPublication(ctx.db, id)).toMatchObject({ status: 'published', version: 2, publishAt: null });
  });

  test('cleans hostile HTML before anything is kept', async () => {
    const ctx = await employeeOf();
    const body = '<p onclick="x()">Bonjour <script>alert(1)</script><a href="javascript:alert(1)">ici</a></p>';
    const { id } = unwrap(await execute(ctx, savePublication, { ...draft, fields: { ...draft.fields, body } }));
    expect((await readPublication(ctx.db, id))?.fields.body).toBe('<p>Bonjour <a>ici</a></p>');
  });

  test('lets a member propose but not publish, nor touch what is not hers', async () => {
    const ctx = await employeeOf();
    const { id: foreign } = unwrap(await execute(ctx, savePublication, draft));
    const member = { ...ctx, actor: actorWith('member') };
    const fields = { ...draft.fields, brief: 'Chez nous.' };
    expect(await execute(member, savePublication, { ...draft, act: 'publish', fields })).toMatchObject({
      ok: false,
      reason: 'not_yours_to_publish',
    });
    expect(unwrap(await execute(member, savePublication, { ...draft, act: 'propose', fields })).status).toBe(
      'proposed',
    );
    expect(await execute(member, savePublication, { ...draft, id: foreign, version: 1 })).toMatchObject({
      ok: false,
      reason: 'not_found',
    });
    expect(await execute(member, savePublication, { ...draft, kind: 'page' })).toMatchObject({ ok: false });
    expect(await publishedList(ctx.db, 'news')).toEqual([]);
  });

  test('keeps an address for ever: the former one leads to the new one, and is given to nobody else', async () => {
    const ctx = await employeeOf();
    const fields = { ...draft.fields, brief: 'Texte.' };
    const { id } = unwrap(await execute(ctx, savePublication, { ...draft, act: 'publish', fields }));
    const moved = unwrap(
      await execute(ctx, savePublication, { ...draft, id, version: 1, act: 'publish', fields, slug: 'le-cafe' }),
    );
    expect(moved.slug).toBe('le-cafe');
    expect(await publicationAt(ctx.db, 'news', 'un-cafe-ouvre-a-pipriac')).toEqual({ movedTo: 'le-cafe' });
    const other = unwrap(await execute(ctx, savePublication, { ...draft, act: 'publish', fields }));
    expect(other.slug).not.toBe('un-cafe-ouvre-a-pipriac');
  });
});
