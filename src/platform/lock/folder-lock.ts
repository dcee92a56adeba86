import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HostError } from '#platform/host-errors/host-error.ts';

export type LockHolder = { pid: number; purpose: string; since: string };
export type FolderLock = { release(): void };

/** Another process works with the data folder. `holder` is `null` when it has not yet said who it is. */
export class FolderInUseError extends HostError {
  readonly holder: LockHolder | null;

  constructor(folder: string, holder: LockHolder | null) {
    super(describe(folder, holder), {
      hint: 'Arrêtez-le ou attendez qu’il se termine, ou indiquez un autre dossier avec ESSAIM_DATA.',
    });
    this.name = 'FolderInUseError';
    this.holder = holder;
  }
}

/**
 * Takes the data folder for this process alone, or throws `FolderInUseError` at once. The system frees the lock when
 * the process dies, however it dies.
 */
export function lockFolder(folder: string, purpose: string): FolderLock {
  const database = takeKernelLock(join(folder, 'verrou.sqlite'));
  if (database === null) {
    throw new FolderInUseError(folder, readHolder(folder));
  }
  const release = (): void => {
    if (database.isOpen) {
      rmSync(holderFile(folder), { force: true });
      database.close();
    }
  };
  const holder: LockHolder = { pid: process.pid, purpose, since: Temporal.Now.instant().toString() };
  try {
    writeFileSync(holderFile(folder), JSON.stringify(holder));
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}

/**
 * SQLite is here for its lock alone: an open exclusive transaction holds a POSIX record lock, which Node does not offer
 * otherwise. It belongs to the process, not to a pid written in a file, so neither a reused pid, nor a lock older than
 * an hour, nor another container on the same folder can deceive it. POSIX drops the lock when the process opens and
 * closes the same file again: nothing else may touch `verrou.sqlite`.
 */
function takeKernelLock(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    // A journal file would need room, and the disk may be full.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    const SQLITE_BUSY = 5;
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      return null;
    }
    throw error;
  }
}

const holderFile = (folder: string): string => join(folder, 'verrou.json');

function readHolder(folder: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8')) as LockHolder;
  } catch {
    // The holder writes this file just after it has taken the lock: it may be absent or half written.
    return null;
  }
}

function describe(folder: string, holder: LockHolder | null): string {
  if (holder === null) {
    return `Essaim est déjà démarré avec ce dossier de données : ${folder}.`;
  }
  const who =
    holder.purpose === 'serve'
      ? 'Essaim est déjà démarré avec ce dossier de données'
      : `La commande « ${holder.purpose} » travaille déjà avec ce dossier de données`;
  return `${who} : ${folder} (processus ${holder.pid}).`;
}
