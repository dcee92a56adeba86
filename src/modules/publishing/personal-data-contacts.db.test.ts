import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { inTransaction } from '#platform/db/database.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { sql } from 'drizzle-orm';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { savePublication } from './commands/save-publication.ts';
import { publishingPersonalData } from './personal-data.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('the contact of a project is told to the person, and erased wherever it is kept', async () => {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const content = { contactName: 'Gwenola', contactEmail: 'Gwenola@laverie.example', contactPhone: '06 39 98 00 11' };
  const first = { id: null, kind: 'project', version: null, act: 'publish', fields: { title: 'Laverie', content } };
  const { id } = unwrap(await execute(ctx, savePublication, first));
  const waiting = { ...content, contactName: 'Gwenola G.' };
  unwrap(
    await execute(ctx, savePublication, {
      ...first,
      id,
      version: 1,
      act: 'keep',
      fields: { title: 'Laverie', content: waiting },
    }),
  );
  const data = publishingPersonalData(async () => ['gwenola@laverie.example']);
  expect(JSON.stringify(await data.export(ctx, ctx.newId()))).toContain('Gwenola@laverie.example');
  await inTransaction(ctx.db, (tx) => data.erase(tx, ctx.newId()));
  expect(await data.export(ctx, ctx.newId())).toEqual([]);
  const { rows } = await ctx.db.execute(sql`select p.content, p.pending, v.fields from publications p
    join publication_versions v on v.publication_id = p.id`);
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/gwenola|06 39 98/i);
});

test('an author is nowhere once erased: neither in what waits, nor in versions that others saved', async () => {
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const author = { ...ctx, actor: actorWith('member') };
  const fields = { title: 'Chez nous', brief: 'Samedi.', authorName: 'Gwenola Essai', content: {} };
  const first = { id: null, kind: 'news', version: null, act: 'propose', fields } as const;
  const { id } = unwrap(await execute(author, savePublication, first));
  unwrap(await execute(ctx, savePublication, { ...first, id, version: 1, act: 'publish' }));
  unwrap(await execute(ctx, savePublication, { ...first, id, version: 2, act: 'keep' }));
  const data = publishingPersonalData(async () => []);
  await inTransaction(ctx.db, (tx) => data.erase(tx, author.actor.personId));
  const { rows } = await ctx.db.execute(sql`select p.*, v.fields from publications p
    join publication_versions v on v.publication_id = p.id`);
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).toContain('Chez nous');
  expect(JSON.stringify(rows)).not.toContain('Gwenola');
});
