import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHub } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { createFileStore } from '#platform/files/file-store.ts';
import { newFileKey } from '#platform/files/file-key.ts';
import { newId } from '#platform/ids/ids.ts';
import { actorWith, contextOf, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

let folder: string;
let source: TestDatabase;
let empty: TestDatabase;
let occupied: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essaim-backup-'));
  [source, empty, occupied] = [await openTestDatabase(), await openTestDatabase(), await openTestDatabase()];
});
afterAll(async () => {
  for (const database of [source, empty, occupied]) await database.close();
  await rm(folder, { recursive: true, force: true });
});

const name = `Pôle « l’Échappée » \\ tab\t et 'guillemets'`;

async function saved() {
  const files = createFileStore(join(folder, 'files'));
  const key = newFileKey('images', 'webp');
  await files.put(key, Buffer.from('une image'));
  for (const slug of ['un', 'deux']) {
    const ctx = contextOf(source, newId(), actorWith('operator'));
    await execute(ctx, createHub, { name, slug });
    await source.ownerPool.query(
      `insert into mail_messages (hub_id, id, kind, recipient, subject, body) values ($1, $2, 'test', 'a@b.example', 's', '{}')`,
      [ctx.hubId, newId()],
    );
  }
  const path = join(folder, 'sauvegarde.tar.gz');
  const summary = await backUp({ owner: source.owner, files, path, appVersion: 'test', now: Temporal.Now.instant() });
  return { path, key, summary };
}

it('puts back all hubs and files, and lets no waiting mail leave', async () => {
  const { path, key, summary } = await saved();
  expect(summary).toMatchObject({ files: 1 });
  const files = createFileStore(join(folder, 'restored'));
  const options = { owner: empty.owner, files, path, bringUpToDate: async () => {}, say: () => {} };
  expect(await restore(options)).toMatchObject({ hubs: 2, files: 1 });
  const { rows } = await empty.ownerPool.query('select name from hub_settings');
  expect(rows).toEqual([{ name }, { name }]);
  expect((await empty.ownerPool.query('select distinct status from mail_messages')).rows).toEqual([
    { status: 'failed' },
  ]);
  expect(Buffer.from(await files.getBytes(key)).toString()).toBe('une image');
  await expect(restore(options)).rejects.toThrow('contient déjà un pôle');

  const damaged = await open(path, 'r+');
  await damaged.write(Buffer.from([0xff, 0x00, 0xff]), 0, 3, 300);
  await damaged.close();
  const client = new pg.Client(occupied.owner);
  await client.connect();
  await expect(restore({ ...options, owner: occupied.owner })).rejects.toThrow();
  expect((await client.query('select count(*)::int as count from hubs')).rows).toEqual([{ count: 0 }]);
  await client.end();
});
