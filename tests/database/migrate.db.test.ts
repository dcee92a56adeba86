import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, rm, writeFile, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, test } from 'vitest';
import type { Connection } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';

const server = inject('databaseServer');
let admin: pg.Client;
let folder: string;
let owner: Connection & { database: string };
beforeAll(async () => {
  admin = new pg.Client(server);
  await admin.connect();
});
afterAll(() => admin.end());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essaim-migrations-'));
  await writeFile(join(folder, '0001-first.sql'), 'create table firsts (a int);');
  owner = { ...server, database: `migrate_${randomBytes(6).toString('hex')}` };
  await admin.query(`create database ${owner.database}`);
});
afterEach(async () => {
  await admin.query(`drop database ${owner.database} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

async function tables(): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  await client.end();
  return rows.map((row) => row.name);
}

describe('bringing the schema up to date', () => {
  test('applies each file once, in order, and says so', async () => {
    await writeFile(join(folder, '0002-second.sql'), 'alter table firsts rename to seconds;');
    await writeFile(join(folder, 'notes.txt'), 'not a migration');
    const said: string[] = [];
    expect(await migrate(owner, folder, (line) => said.push(line))).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(said).toHaveLength(2);
    expect(await migrate(owner, folder)).toEqual([]);
    expect(await tables()).toEqual(['essaim_migrations', 'seconds']);
  });

  test('refuses a file changed after it was applied', async () => {
    await migrate(owner, folder);
    await appendFile(join(folder, '0001-first.sql'), '\n-- retouched');
    await expect(migrate(owner, folder)).rejects.toMatchObject({
      code: 'changed_migration',
      message: expect.stringContaining('0001-first.sql'),
    });
  });

  test('refuses a schema newer than the program', async () => {
    await writeFile(join(folder, '0002-second.sql'), 'select 1;');
    await migrate(owner, folder);
    await rm(join(folder, '0002-second.sql'));
    await expect(migrate(owner, folder)).rejects.toMatchObject({
      code: 'newer_schema',
      message: expect.stringContaining('0002-second.sql'),
    });
  });

  test('keeps nothing of a file that fails, and goes on from there once it is mended', async () => {
    await writeFile(join(folder, '0002-second.sql'), 'create table seconds (a int); insert into nowhere values (1);');
    await expect(migrate(owner, folder)).rejects.toMatchObject({ code: '42P01' });
    expect(await tables()).toEqual(['essaim_migrations', 'firsts']);
    await writeFile(join(folder, '0002-second.sql'), 'create table seconds (a int);');
    expect(await migrate(owner, folder)).toEqual(['0002-second.sql']);
  });

  test('runs once when five programs start together', async () => {
    await writeFile(join(folder, '0001-first.sql'), `create table firsts (a int); select pg_sleep(0.1);`);
    const done = await Promise.all(Array.from({ length: 5 }, () => migrate(owner, folder)));
    expect(done.flat()).toEqual(['0001-first.sql']);
  });

  test('leaves no lock behind a failure', async () => {
    await writeFile(join(folder, '0001-first.sql'), 'nonsense;');
    await expect(migrate(owner, folder)).rejects.toMatchObject({ code: '42601' });
    await writeFile(join(folder, '0001-first.sql'), 'create table firsts (a int);');
    expect(await migrate(owner, folder)).toEqual(['0001-first.sql']);
  });

  test('says in plain words what an account without rights lacks', async () => {
    const account = `essaim_poor_${randomBytes(4).toString('hex')}`;
    await admin.query(`create role ${account} login password 'essai'`);
    try {
      await admin.query(`grant all on database ${owner.database} to ${account}`);
      const poor = { ...owner, user: account, password: 'essai' };
      await expect(migrate(poor, folder)).rejects.toMatchObject({
        code: expect.stringMatching(/^(no_role_right|missing_extension)$/),
        message: expect.stringMatching(/compte|extension/),
      });
    } finally {
      await admin.query(`drop owned by ${account} cascade`).catch(() => undefined);
      await admin.query(`revoke all on database ${owner.database} from ${account}`);
      await admin.query(`drop role ${account}`);
    }
  });

  test('the real files apply from nothing, then change nothing', async () => {
    await rm(folder, { recursive: true, force: true });
    await cp('migrations', folder, { recursive: true });
    expect(await migrate(owner, folder)).toEqual(
      (await readdir('migrations')).filter((name) => name.endsWith('.sql')).sort(),
    );
    expect(await migrate(owner, folder)).toEqual([]);
  });
});
