import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { applicationRole, type Connection } from './database.ts';

/** A problem with the schema that the host must hear about in plain words. */
export class SchemaProblem extends Error {
  readonly code: 'newer_schema' | 'changed_migration' | 'no_role_right' | 'old_server' | 'missing_extension';
  constructor(code: SchemaProblem['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const migrationLock = 7_305_118_201;
const oldestServer = 150_000;

/**
 * Brings the schema up to date under the owner's account: one transaction a file, in name order, one process at a time.
 * Refuses a schema newer than this program, and a file that changed after it was applied.
 */
export async function migrate(
  owner: Connection,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  const client = new pg.Client({ ...owner, application_name: 'essaim migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await prepareServer(client);
    const { rows } = await client.query<{ name: string; fingerprint: string }>(
      'select name, fingerprint from essaim_migrations',
    );
    const applied = new Map(rows.map((row) => [row.name, row.fingerprint]));
    const unknown = [...applied.keys()].filter((name) => !files.includes(name));
    if (unknown.length > 0) {
      throw new SchemaProblem(
        'newer_schema',
        `Cette base de données vient d’une version plus récente d’Essaim (${unknown.join(', ')}). Installez cette version, ou restaurez une sauvegarde.`,
      );
    }
    const done: string[] = [];
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8');
      const fingerprint = createHash('sha256').update(text).digest('hex');
      const known = applied.get(name);
      if (known === fingerprint) continue;
      if (known)
        throw new SchemaProblem(
          'changed_migration',
          `Le fichier de migration ${name} a été modifié après avoir été appliqué.`,
        );
      say(`Mise à jour de la base : ${name}`);
      await applyOne(client, name, text, fingerprint);
      done.push(name);
    }
    return done;
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string, text: string, fingerprint: string): Promise<void> {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into essaim_migrations (name, fingerprint) values ($1, $2)', [name, fingerprint]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function prepareServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; has_role: boolean; member: boolean }>(
    `select current_setting('server_version_num')::int as version,
            exists (select from pg_roles where rolname = $1) as has_role,
            exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as member`,
    [applicationRole],
  );
  const server = rows[0];
  if (!server || server.version < oldestServer) {
    throw new SchemaProblem('old_server', 'Essaim demande PostgreSQL 15 ou plus récent.');
  }
  if (!server.has_role) await createApplicationRole(client);
  else if (!server.member) await grantApplicationRole(client);
  await createExtensions(client);
  await client.query(`create table if not exists essaim_migrations (
    name text primary key, fingerprint text not null, applied_at timestamptz not null default now())`);
}

async function createApplicationRole(client: pg.Client): Promise<void> {
  await explaining(
    () => client.query(`create role ${applicationRole} nologin noinherit nosuperuser nobypassrls`),
    `Le compte PostgreSQL donné n’a pas le droit de créer le rôle « ${applicationRole} ». Demandez à qui gère le serveur d’exécuter : CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO le_compte;`,
  );
  await grantApplicationRole(client);
}

async function grantApplicationRole(client: pg.Client): Promise<void> {
  await explaining(
    () => client.query(`grant ${applicationRole} to current_user`),
    `Le compte PostgreSQL donné ne peut pas prendre le rôle « ${applicationRole} ». Demandez à qui gère le serveur d’exécuter : GRANT ${applicationRole} TO le_compte;`,
  );
}

async function createExtensions(client: pg.Client): Promise<void> {
  for (const extension of ['unaccent', 'pg_trgm', 'btree_gin']) {
    try {
      await client.query(`create extension if not exists ${extension}`);
    } catch {
      throw new SchemaProblem(
        'missing_extension',
        `L’extension PostgreSQL « ${extension} » manque et le compte donné ne peut pas l’ajouter. Elle fait partie des « contrib » du serveur.`,
      );
    }
  }
}

async function explaining(work: () => Promise<unknown>, message: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    // Two installations on one server may create the role at the same moment.
    if ((error as { code?: string }).code === '42710') return;
    throw new SchemaProblem('no_role_right', message);
  }
}
