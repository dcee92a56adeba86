import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/db/migrate.ts';
import { prepareQueue } from '#platform/jobs/queue.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: { host: string; port?: number; user: string; password: string; database: string };
    databaseTemplate: string;
  }
}

/** One PostgreSQL for the whole run: the one of `TEST_DATABASE_URL`, else the embedded server in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'essaim-tests-'));
  const { server, stop } = await startTestServer(folder);
  const template = `template_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`create database ${template}`);
  await migrate({ ...server, database: template }, 'migrations');
  await prepareQueue({ ...server, database: template });
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', template);
  return async () => {
    await admin.query(`drop database ${template} with (force)`);
    await admin.end();
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
}
