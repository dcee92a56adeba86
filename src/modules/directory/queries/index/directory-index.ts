import type { Database } from '#platform/db/database.ts';
import { isId } from '#platform/ids/ids.ts';
import { buildColumns } from './directory-columns.ts';
import { takeSnapshot, type DirectorySnapshot } from './directory-snapshot.ts';
import { allRows, rowsById } from './indexed-row.ts';
import { mergeRows } from './merge-rows.ts';
import { readThemeTree } from './theme-tree.ts';

interface HubIndex {
  snapshot: DirectorySnapshot | null;
  /** Sheets announced as changed since the snapshot; `'*'` when it must be made anew. */
  pending: Set<string> | '*';
  refreshing: Promise<DirectorySnapshot> | null;
}

// One entry a hub served by this process; notifications keep them right, and the oldest goes when there are too many.
const indexes = new Map<string, HubIndex>();
const mostHubs = 60;
const mostMerged = 3_000;

/** The index of a hub as of now: changes announced before the call are in it. */
export async function directoryIndex(db: Database, hubId: string): Promise<DirectorySnapshot> {
  const index = indexOf(hubId);
  if (index.snapshot && index.pending !== '*' && index.pending.size === 0) return index.snapshot;
  index.refreshing ??= refresh(db, index).finally(() => (index.refreshing = null));
  return index.refreshing;
}

/** Takes in what a process announced on `essaim_directory`. */
export function hearDirectoryChange(payload: string): void {
  const [hubId = '', what = ''] = payload.split(':');
  const index = indexes.get(hubId);
  if (!index || index.pending === '*') return;
  const ids = what.split(',').filter(isId);
  if (ids.length === 0 || index.pending.size + ids.length > mostMerged) index.pending = '*';
  else for (const id of ids) index.pending.add(id);
}

/** Forgets all that is kept, after announcements may have been lost. */
export function forgetDirectoryIndexes(): void {
  indexes.clear();
}

function indexOf(hubId: string): HubIndex {
  let index = indexes.get(hubId);
  if (index) return index;
  index = { snapshot: null, pending: '*', refreshing: null };
  indexes.set(hubId, index);
  if (indexes.size > mostHubs) indexes.delete(indexes.keys().next().value as string);
  return index;
}

async function refresh(db: Database, index: HubIndex): Promise<DirectorySnapshot> {
  // What is announced while we read is read again: no change is ever missed.
  for (;;) {
    const { pending, snapshot } = index;
    if (snapshot && pending !== '*' && pending.size === 0) return snapshot;
    index.pending = new Set();
    try {
      index.snapshot = snapshot && pending !== '*' ? await merged(db, snapshot, [...pending]) : await loaded(db);
    } catch (error) {
      index.pending = '*';
      throw error;
    }
  }
}

async function loaded(db: Database): Promise<DirectorySnapshot> {
  const builder = buildColumns(await readThemeTree(db));
  for await (const page of allRows(db)) for (const row of page) builder.add(row);
  return takeSnapshot(builder.finish());
}

async function merged(db: Database, snapshot: DirectorySnapshot, ids: readonly string[]): Promise<DirectorySnapshot> {
  return takeSnapshot(mergeRows(snapshot.columns, snapshot.lookup, ids, await rowsById(db, ids)));
}
