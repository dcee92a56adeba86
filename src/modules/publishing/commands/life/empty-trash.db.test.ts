import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { publicationVersionsOf } from '../../queries/office/publication-versions.ts';
import { officeTrash } from '../../queries/office/office-list.ts';
import { readPublication } from '../../queries/stored-publication.ts';
import { savePublication } from '../save-publication.ts';
import { emptyTrash } from './empty-trash.ts';
import { restorePublications } from './restore-publications.ts';
import { trashPublications } from './trash-publications.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('after thirty days, keeps nothing but the address, for ever taken', async () => {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const news = {
    id: null,
    kind: 'news',
    version: null,
    act: 'publish',
    fields: { title: 'Un secret', brief: 'À oublier.', content: {} },
  } as const;
  const { id, slug } = unwrap(await execute(ctx, savePublication, news));
  unwrap(await execute(ctx, trashPublications, { ids: [id] }));
  const nightly = (days: number) => {
    const now = ctx.clock.now().add({ hours: 24 * days });
    return execute({ ...ctx, actor: null, clock: { now: () => now } }, emptyTrash, {});
  };
  expect(await nightly(29)).toMatchObject({ ok: false, reason: 'nothing_due' });
  expect(unwrap(await nightly(31))).toMatchObject({ count: 1 });
  expect(await nightly(31)).toMatchObject({ ok: false });

  const left = await readPublication(ctx.db, id);
  expect(JSON.stringify(left?.fields)).not.toMatch(/secret|oublier/i);
  expect(await publicationVersionsOf(ctx.db, { id, kind: 'news' })).toEqual([]);
  expect(await officeTrash(ctx)).toEqual([]);
  expect(await execute(ctx, restorePublications, { ids: [id] })).toMatchObject({ ok: false, reason: 'not_found' });
  expect(unwrap(await execute(ctx, savePublication, news)).slug).not.toBe(slug);
  expect(await execute(ctx, emptyTrash, {})).toMatchObject({ ok: false, reason: 'forbidden' });
});
