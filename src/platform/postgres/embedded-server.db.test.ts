import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FolderInUseError } from '#platform/lock/folder-lock.ts';
import { connectionForRunning } from './connection-for-running.ts';
import type { Connection } from './connection.ts';
import { startEmbeddedServer } from './embedded-server.ts';

const isRoot = process.getuid?.() === 0;

let parent: string;
let folder: string;
const others: ChildProcess[] = [];
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'essaim-postgres-'));
  folder = join(parent, 'données du pôle');
});
afterEach(async () => {
  await Promise.all(others.splice(0).map(killHard));
});
afterAll(async () => {
  await rm(parent, { recursive: true, maxRetries: 5 });
});

async function ask(connection: Connection, query: string): Promise<unknown> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(query);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

/** Another Essaim, which prints the pid of its server when it is ready. */
async function startElsewhere(): Promise<{ app: ChildProcess; serverPid: number }> {
  const module = new URL('embedded-server.ts', import.meta.url).href;
  const script = `const { startEmbeddedServer } = await import(${JSON.stringify(module)});
    const server = await startEmbeddedServer({ folder: ${JSON.stringify(folder)} });
    process.send(server.pid);
    setInterval(() => undefined, 1000);`;
  const app = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  others.push(app);
  const [serverPid] = (await once(app, 'message')) as [number];
  return { app, serverPid };
}

async function copyCluster(target: string): Promise<void> {
  const isCopied = (path: string): boolean => !path.endsWith('.s.PGSQL.5432');
  await cp(join(folder, 'postgres'), join(target, 'postgres'), { recursive: true, filter: isCopied });
}

async function killHard(app: ChildProcess): Promise<void> {
  if (app.kill('SIGKILL')) {
    await once(app, 'exit');
  }
}

/** A zombie has no current folder any more. */
async function waitUntilGone(pid: number): Promise<void> {
  while (await stat(`/proc/${pid}/cwd`).catch(() => null)) {
    await sleep(10);
  }
}

describe.runIf(process.platform === 'linux')('startEmbeddedServer', () => {
  it('makes the cluster at the first start, and finds it again at the next', async () => {
    const said: string[] = [];
    const first = await startEmbeddedServer({ folder, say: (line) => said.push(line) });
    await ask(first.connection, 'create table kept as select 42 as value');
    expect(await ask(first.connection, `select current_setting('server_encoding') as value`)).toBe('UTF8');
    expect(await ask(first.connection, `select current_setting('data_checksums') as value`)).toBe('on');
    expect(await ask(first.connection, `select lower('ÉLECTRICITÉ') as value`)).toBe('électricité');
    await first.stop();
    await first.stop();
    expect(said).toEqual(['Création de la base de données…']);
    expect((await stat(join(folder, 'postgres', 'essaim.password'))).mode & 0o777).toBe(0o600);

    const next = await startEmbeddedServer({ folder });
    expect(await ask(next.connection, 'select value from kept')).toBe(42);
    await next.stop();
  });

  it('refuses a second process, and leaves the first alone', async () => {
    const server = await startEmbeddedServer({ folder });
    await expect(startEmbeddedServer({ folder })).rejects.toThrow(FolderInUseError);
    expect(await ask(server.connection, 'select 1 as value')).toBe(1);
    await server.stop();
  });

  it('keeps what was committed when Essaim is killed, and takes over its server', async () => {
    const { app, serverPid } = await startElsewhere();
    const beside = await connectionForRunning({ folder, purpose: 'backup' });
    expect(beside.isShared).toBe(true);
    await ask(beside.connection, 'insert into kept values (43)');
    await beside.stop();
    await killHard(app);

    const next = await startEmbeddedServer({ folder });
    expect(next.pid).not.toBe(serverPid);
    expect(await ask(next.connection, 'select count(*)::int as value from kept')).toBe(2);
    await next.stop();
  });

  it('shuts the server down by itself when nobody starts Essaim again', async () => {
    const { app, serverPid } = await startElsewhere();
    await killHard(app);
    await waitUntilGone(serverPid);
    expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid');
  });

  it('starts over a stopped server that left its lock file, though another process has its pid', async () => {
    const { app, serverPid } = await startElsewhere();
    process.kill(serverPid, 'SIGSTOP');
    await killHard(app);
    process.kill(serverPid, 'SIGKILL');
    await waitUntilGone(serverPid);
    const other = spawn('sleep', ['60']);
    others.push(other);
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const file = join(folder, 'postgres', name);
      await writeFile(file, (await readFile(file, 'utf8')).replace(String(serverPid), String(other.pid)));
    }

    const next = await startEmbeddedServer({ folder });
    expect(await ask(next.connection, 'select count(*)::int as value from kept')).toBe(2);
    expect(other.exitCode).toBeNull();
    await next.stop();
  });

  it('brings the server back when it is killed', async () => {
    const server = await startEmbeddedServer({ folder });
    const { pid } = server;
    process.kill(pid, 'SIGKILL');
    while (server.pid === pid) {
      await sleep(10);
    }
    expect(await ask(server.connection, 'select count(*)::int as value from kept')).toBe(2);
    await server.stop();
  });

  it('runs its own server for a command when the site is stopped', async () => {
    const own = await connectionForRunning({ folder, purpose: 'backup' });
    expect(own.isShared).toBe(false);
    await expect(startEmbeddedServer({ folder })).rejects.toThrow('La commande « backup » travaille déjà');
    await own.stop();
  });

  it('leaves nothing half made when killed during the first start', async () => {
    const target = join(parent, 'premier');
    const module = new URL('embedded-server.ts', import.meta.url).href;
    for (const delay of [150, 300, 450]) {
      const script = `const { startEmbeddedServer } = await import(${JSON.stringify(module)});
        process.send('go');
        await startEmbeddedServer({ folder: ${JSON.stringify(target)} });`;
      const app = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      others.push(app);
      await once(app, 'message');
      await sleep(delay);
      await killHard(app);
    }
    const server = await startEmbeddedServer({ folder: target });
    expect(await ask(server.connection, 'select 1 as value')).toBe(1);
    expect((await readdir(target)).filter((name) => name.includes('en-cours'))).toEqual([]);
    await server.stop();
  });

  it('works below a path too long for a socket', async () => {
    const long = join(parent, 'un-dossier-au-nom-très-long'.repeat(4));
    await copyCluster(long);
    const server = await startEmbeddedServer({ folder: long });
    expect(await ask(server.connection, 'select count(*)::int as value from kept')).toBe(2);
    await server.stop();
  });

  it('refuses a cluster of another major version in plain words', async () => {
    const old = join(parent, 'ancien');
    await copyCluster(old);
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '16\n');
    await expect(startEmbeddedServer({ folder: old })).rejects.toThrow('a été créé par PostgreSQL 16');
  });

  it.runIf(isRoot)('works for root in a folder that only root may enter', async () => {
    const closed = await mkdtemp(join(homedir(), 'essaim-'));
    await chmod(closed, 0o700);
    const server = await startEmbeddedServer({ folder: join(closed, 'data') });
    expect(await ask(server.connection, 'select 1 as value')).toBe(1);
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\s+0\s/m);
    await server.stop();
    await rm(closed, { recursive: true });
  });
});
