import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { writeArchive, type EntryToWrite } from '#platform/archive/write-archive.ts';
import type { Connection } from '#platform/db/database.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { readTable, tablesInOrder } from './table-copies.ts';

/** What a backup holds. */
export interface BackupSummary {
  tables: number;
  files: number;
  bytes: number;
}

export interface BackupOptions {
  owner: Connection;
  files: FileStore;
  /** The archive to write. */
  path: string;
  appVersion: string;
  now: Temporal.Instant;
}

/** Name of the entry that says which columns each table had. */
export const tablesEntry = 'tables.json';

/**
 * Writes one archive of all tables, as they were at one moment, and of all files. The site may run meanwhile: files
 * are never changed once written, and those removed during the backup are no longer shown by any row that matters.
 * The queue of jobs is left out, so a restore starts no mail and no call.
 */
export async function backUp(options: BackupOptions): Promise<BackupSummary> {
  const summary: BackupSummary = { tables: 0, files: 0, bytes: 0 };
  await mkdir(dirname(options.path), { recursive: true });
  const drafts = await mkdtemp(join(dirname(options.path), '.sauvegarde-'));
  const client = new pg.Client({ ...options.owner, application_name: 'essaim backup' });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    const manifest = await writeArchive({
      path: options.path,
      appVersion: options.appVersion,
      createdAt: options.now,
      entries: entries(client, options.files, drafts, summary),
    });
    summary.bytes = (await stat(options.path)).size;
    summary.files = manifest.entries.filter((entry) => entry.name.startsWith('files/')).length;
    return summary;
  } finally {
    await client.end();
    await rm(drafts, { recursive: true, force: true });
  }
}

async function* entries(
  client: pg.Client,
  files: FileStore,
  drafts: string,
  summary: BackupSummary,
): AsyncGenerator<EntryToWrite> {
  const tables = await tablesInOrder(client);
  yield { name: tablesEntry, content: Buffer.from(JSON.stringify(tables)) };
  for (const table of tables) {
    // An archive entry states its size first, so each table passes through a file.
    const draft = join(drafts, 'table');
    await pipeline(readTable(client, table), createWriteStream(draft));
    yield { name: `tables/${table.name}.copy`, size: (await stat(draft)).size, content: createReadStream(draft) };
    summary.tables += 1;
  }
  for await (const key of files.list()) {
    const described = await files.describe(key).catch(() => null);
    // Removed since the list was made.
    if (!described) continue;
    yield { name: `files/${key}`, size: described.size, content: await files.getStream(key) };
  }
}
