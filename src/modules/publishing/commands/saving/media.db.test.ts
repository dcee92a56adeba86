import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { readPublication } from '../../queries/stored-publication.ts';
import { archivePublications } from '../life/archive-publications.ts';
import { publishPublications } from '../life/publish-publications.ts';
import { trashPublications } from '../life/trash-publications.ts';
import { savePublication } from '../save-publication.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function aFile(ctx: Context, createdBy: string | null = null): Promise<string> {
  const id = ctx.newId();
  await ctx.db.execute(sql`insert into stored_files (id, key, name, type, bytes, visibility, created_by, created_at)
    values (${id}, ${`documents/${id}.pdf`}, 'Guide.pdf', 'pdf', 9, 'staff', ${createdBy}, now())`);
  return id;
}

async function aPicture(ctx: Context, createdBy: string | null = null): Promise<string> {
  const id = ctx.newId();
  await ctx.db
    .execute(sql`insert into stored_images (id, width, height, variants, alternative, credit, visibility, bytes, created_by, created_at)
    values (${id}, 9, 9, '[]'::jsonb, '', '', 'staff', 9, ${createdBy}, now())`);
  return id;
}

const seenBy = async ({ db }: Context, table: 'stored_files' | 'stored_images', id: string) => {
  const { rows } = await db.execute(sql`select visibility from ${sql.identifier(table)} where id = ${id}`);
  return rows[0]?.['visibility'];
};

const openHub = async () => contextOf(database, await newHub(database), actorWith('employee'));

const resource = (fileId: string | null, imageId: string | null = null) => ({
  id: null,
  kind: 'resource' as const,
  version: null,
  fields: { title: 'Un guide', brief: 'Pour commencer.', imageId, content: { fileId } },
});

describe('what a publication shows', () => {
  test('opens with it, and closes with it unless something else still shows it', async () => {
    const ctx = await openHub();
    const [file, picture] = [await aFile(ctx), await aPicture(ctx)];
    const first = unwrap(await execute(ctx, savePublication, { ...resource(file, picture), act: 'keep' }));
    expect([await seenBy(ctx, 'stored_files', file), await seenBy(ctx, 'stored_images', picture)]).toEqual([
      'staff',
      'staff',
    ]);
    const second = unwrap(await execute(ctx, savePublication, { ...resource(file, picture), act: 'publish' }));
    unwrap(await execute(ctx, publishPublications, { ids: [first.id] }));
    unwrap(await execute(ctx, archivePublications, { ids: [first.id] }));
    expect([await seenBy(ctx, 'stored_files', file), await seenBy(ctx, 'stored_images', picture)]).toEqual([
      'public',
      'public',
    ]);
    unwrap(await execute(ctx, trashPublications, { ids: [second.id] }));
    expect([await seenBy(ctx, 'stored_files', file), await seenBy(ctx, 'stored_images', picture)]).toEqual([
      'staff',
      'staff',
    ]);
  });

  test('closes when a newer text drops it', async () => {
    const ctx = await openHub();
    const file = await aFile(ctx);
    const { id } = unwrap(await execute(ctx, savePublication, { ...resource(file), act: 'publish' }));
    const changed = { ...resource(null), id, version: 1 };
    unwrap(await execute(ctx, savePublication, { ...changed, act: 'keep' }));
    expect(await seenBy(ctx, 'stored_files', file)).toBe('public');
    unwrap(await execute(ctx, savePublication, { ...changed, version: 2, act: 'publish' }));
    expect(await seenBy(ctx, 'stored_files', file)).toBe('staff');
  });
});

describe('somebody outside the team', () => {
  test('names only documents and pictures that are hers, or public, or were there', async () => {
    const ctx = await openHub();
    const member = { ...ctx, actor: actorWith('contributor') };
    const foreign = [await aFile(ctx, ctx.newId()), await aPicture(ctx)] as const;
    const save = (file: string | null, picture: string | null) =>
      execute(member, savePublication, { ...resource(file, picture), act: 'propose' });
    expect(await save(foreign[0], null)).toMatchObject({ ok: false, fields: { 'content.fileId': expect.any(String) } });
    expect(await save(null, foreign[1])).toMatchObject({ ok: false, fields: { imageId: expect.any(String) } });
    const { personId } = member.actor;
    const own = unwrap(await save(await aFile(ctx, personId), await aPicture(ctx, personId)));
    // The team adds one of its own: she may save what is there.
    const added = { ...resource(foreign[0]), id: own.id, version: 1, act: 'keep' } as const;
    unwrap(await execute(ctx, savePublication, added));
    unwrap(await execute(member, savePublication, { ...added, version: 2, act: 'propose' }));
  });

  test('decides neither what stays on top nor when it is read again', async () => {
    const ctx = await openHub();
    const member = { ...ctx, actor: actorWith('member') };
    const fields = {
      title: 'Chez nous',
      brief: 'Samedi.',
      reviewOn: '2027-01-01',
      content: { pinnedUntil: '2027-01-01' },
    };
    const wanted = { id: null, kind: 'news', version: null, act: 'propose', fields } as const;
    const { id } = unwrap(await execute(member, savePublication, wanted));
    const asked = await readPublication(ctx.db, id);
    expect(asked?.fields).toMatchObject({ reviewOn: null, content: { pinnedUntil: null } });
    unwrap(await execute(ctx, savePublication, { ...wanted, id, version: 1, act: 'keep' }));
    unwrap(await execute(member, savePublication, { ...wanted, id, version: 2, fields: { ...fields, content: {} } }));
    const kept = await readPublication(ctx.db, id);
    expect(kept?.fields).toMatchObject({ reviewOn: '2027-01-01', content: { pinnedUntil: '2027-01-01' } });
  });
});

test('what waits for its hour keeps it when its text is corrected', async () => {
  const ctx = await openHub();
  const publishAt = ctx.clock.now().add({ hours: 3 }).round('second').toString();
  const { id } = unwrap(await execute(ctx, savePublication, { ...resource(null), act: 'schedule', publishAt }));
  const kept = unwrap(await execute(ctx, savePublication, { ...resource(null), id, version: 1, act: 'keep' }));
  expect(kept.status).toBe('scheduled');
  expect((await readPublication(ctx.db, id))?.publishAt?.toString()).toBe(publishAt);
});
