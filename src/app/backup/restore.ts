import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { openArchive, type OpenedArchive } from '#platform/archive/read-archive.ts';
import type { Connection } from '#platform/db/database.ts';
import { HostError } from '#platform/host-errors/host-error.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { fillTable, readTable, tablesInOrder, type CopiedTable } from './table-copies.ts';
import { tablesEntry } from './backup.ts';

/** What was put back. */
export interface RestoreSummary {
  tables: number;
  files: number;
  hubs: number;
}

export interface RestoreOptions {
  owner: Connection;
  files: FileStore;
  path: string;
  /** Brings the empty schema up to date: the tables must be those of this program. */
  bringUpToDate: () => Promise<void>;
  say: (line: string) => void;
}

const migrationsTable = 'essaim_migrations';

/**
 * Puts a backup into an empty installation, in one transaction: all of it or nothing. Then reads every table again and
 * compares it with what the archive said. Mails that were waiting are kept from leaving.
 */
export async function restore(options: RestoreOptions): Promise<RestoreSummary> {
  options.say('Vérification de la sauvegarde…');
  const archive = await openArchive(options.path);
  await options.bringUpToDate();
  const client = new pg.Client({ ...options.owner, application_name: 'essaim restore' });
  await client.connect();
  try {
    await client.query('begin');
    await refuseUnlessEmpty(client);
    const isolated = await isolatedTables(client);
    // PostgreSQL copies rows into no table whose row-level security applies to the account that copies.
    for (const table of isolated) await client.query(`alter table ${table} no force row level security`);
    const { summary, tables } = await fill(client, archive, options);
    for (const table of isolated) await client.query(`alter table ${table} force row level security`);
    await verify(client, archive, tables);
    await client.query(`update mail_messages set status = 'failed', failure = 'Restauré d’une sauvegarde : ce mail n’est pas reparti.'
      where status in ('queued', 'sending')`);
    await client.query('commit');
    return summary;
  } finally {
    await client.end();
  }
}

async function isolatedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`,
  );
  return rows.map((row) => row.name);
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  await client.query('lock table hubs in access exclusive mode');
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from hubs');
  if (rows[0]?.count) {
    throw new HostError(
      'Cette installation contient déjà un pôle : une sauvegarde se restaure dans une installation vide.',
      {
        hint: 'Indiquez un autre dossier avec ESSAIM_DATA, ou une base vide avec DATABASE_URL.',
      },
    );
  }
}

async function fill(
  client: pg.Client,
  archive: OpenedArchive,
  options: RestoreOptions,
): Promise<{ summary: RestoreSummary; tables: CopiedTable[] }> {
  const present = new Map((await tablesInOrder(client)).map((table) => [table.name, table]));
  const summary: RestoreSummary = { tables: 0, files: 0, hubs: 0 };
  let saved: CopiedTable[] = [];
  for await (const entry of archive.entries()) {
    if (entry.name === tablesEntry) {
      saved = JSON.parse(await text(entry.content)) as CopiedTable[];
      refuseUnlessKnown(saved, present);
    } else if (entry.name.startsWith('tables/')) {
      const name = entry.name.slice('tables/'.length, -'.copy'.length);
      const table = saved.find((candidate) => candidate.name === name);
      if (!table) throw new HostError(`La sauvegarde contient une table inattendue : ${name}.`);
      // The list of migrations is that of the program which restores.
      if (name === migrationsTable) continue;
      await pipeline(entry.content, fillTable(client, table));
      summary.tables += 1;
    } else if (entry.name.startsWith('files/')) {
      await options.files.put(entry.name.slice('files/'.length), entry.content);
      summary.files += 1;
    }
  }
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from hubs');
  summary.hubs = rows[0]?.count ?? 0;
  return { summary, tables: saved };
}

function refuseUnlessKnown(saved: readonly CopiedTable[], present: ReadonlyMap<string, CopiedTable>): void {
  for (const table of saved) {
    const here = present.get(table.name);
    const missing = here ? table.columns.filter((column) => !here.columns.includes(column)) : [table.name];
    if (missing.length > 0) {
      throw new HostError(
        `Cette sauvegarde vient d’une version plus récente d’Essaim (inconnu ici : ${missing.join(', ')}).`,
        {
          hint: 'Installez une version d’Essaim au moins aussi récente, puis recommencez.',
        },
      );
    }
  }
}

async function verify(client: pg.Client, archive: OpenedArchive, tables: readonly CopiedTable[]): Promise<void> {
  const expected = new Map(archive.manifest.entries.map((entry) => [entry.name, entry.sha256]));
  for (const table of tables) {
    if (table.name === migrationsTable) continue;
    const hash = createHash('sha256');
    for await (const chunk of readTable(client, table)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== expected.get(`tables/${table.name}.copy`)) {
      throw new HostError(`La table ${table.name} restaurée ne correspond pas à la sauvegarde : rien n’a été gardé.`);
    }
  }
}
