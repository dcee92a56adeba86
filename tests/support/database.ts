import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { newId, newToken } from '#platform/ids/ids.ts';
import { createLog } from '#platform/log/log.ts';
import { openDatabases, type Connection, type Databases } from '#platform/db/database.ts';
import { systemClock, type Actor, type Context, type Role } from '#platform/context/context.ts';
import type { Fact } from '#platform/facts/fact.ts';

/** A database of this test file's own, cloned from the migrated template. */
export interface TestDatabase {
  databases: Databases;
  owner: Connection;
  ownerPool: pg.Pool;
  close(): Promise<void>;
}

/** Clones the template for one test file. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`create database ${name} template ${inject('databaseTemplate')}`);
  const owner: Connection = { ...server, database: name };
  const databases = openDatabases(owner, { maximum: 8 });
  const ownerPool = new pg.Pool({ ...owner, max: 2 });
  // The database is dropped under its idle connections at the end.
  ownerPool.on('error', () => {});
  return {
    databases,
    owner,
    ownerPool,
    async close() {
      await databases.close();
      await ownerPool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** A new empty hub: each test works in its own, so nothing has to be cleaned. */
export async function newHub(
  database: TestDatabase,
  slug = `pole-${newToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')}`,
): Promise<string> {
  const id = newId();
  await database.databases.pool.query('insert into hubs (id, slug) values ($1, $2)', [id, slug]);
  return id;
}

/** An actor who holds the roles given. */
export function actorWith(...roles: Role[]): Actor {
  return { personId: newId(), accountId: newId(), name: 'Camille Essai', roles: new Set(roles) };
}

/** What the commands of a test published and enqueued. */
export interface Witness {
  facts: Fact[];
  jobs: { name: string; payload: unknown }[];
}

/** A context of one hub whose facts and jobs are only noted. */
export function contextOf(
  database: TestDatabase,
  hubId: string,
  actor: Actor | null = null,
): Context & { witness: Witness } {
  const witness: Witness = { facts: [], jobs: [] };
  return {
    hubId,
    actor,
    db: database.databases.forHub(hubId),
    clock: systemClock,
    zone: 'Europe/Paris',
    newId,
    requestId: 'test',
    log: createLog('silent'),
    react: async (_work, fact) => void witness.facts.push(fact),
    hear: () => {},
    enqueueIn: () => async (job, payload) => void witness.jobs.push({ name: job.name, payload }),
    witness,
  };
}
