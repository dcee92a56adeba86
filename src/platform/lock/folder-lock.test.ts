import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from './folder-lock.ts';

let folder: string;
const others: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'essaim verrou '));
});
afterEach(async () => {
  await Promise.all(others.splice(0).map(killHard));
  await rm(folder, { recursive: true });
});

async function lockInOtherProcess(purpose: string): Promise<ChildProcess> {
  const module = new URL('folder-lock.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(module)});
    lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(purpose)});
    process.send('locked');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  others.push(child);
  await once(child, 'message');
  return child;
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.kill('SIGKILL')) {
    await once(child, 'exit');
  }
}

describe('lockFolder', () => {
  it('lets one process in, and the next when it has left', () => {
    const lock = lockFolder(folder, 'serve');
    expect(() => lockFolder(folder, 'serve')).toThrow(FolderInUseError);
    lock.release();
    lock.release();
    lockFolder(folder, 'serve').release();
  });

  it('says who has the folder, however old the lock is', async () => {
    const site = await lockInOtherProcess('serve');
    const longAgo = new Date(Date.now() - 2 * 3600 * 1000);
    await utimes(join(folder, 'verrou.json'), longAgo, longAgo);
    expect(() => lockFolder(folder, 'backup')).toThrow(
      `Essaim est déjà démarré avec ce dossier de données : ${folder} (processus ${site.pid}).`,
    );
    await killHard(site);
    lockFolder(folder, 'backup').release();
  });

  it('names the command that works with the folder', async () => {
    await lockInOtherProcess('backup');
    expect(() => lockFolder(folder, 'serve')).toThrow('La commande « backup » travaille déjà');
  });

  it('is not deceived by a dead holder whose pid is in use again', async () => {
    await writeFile(join(folder, 'verrou.json'), JSON.stringify({ pid: process.ppid, purpose: 'serve', since: '' }));
    expect(() => lockFolder(folder, 'serve').release()).not.toThrow();
  });
});
