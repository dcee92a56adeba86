import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSite, type ComposedSite } from '#app/compose-site.ts';
import { openHub } from '#app/open-hub.ts';
import { operatorOfMachine } from '#app/machine-actor.ts';
import { completeSetup } from '#modules/hub/index.ts';
import { signedInHeaders } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { parseConfig } from '#platform/config/parse-config.ts';
import type { Role } from '#platform/context/context.ts';
import { createLog } from '#platform/log/log.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The whole application on a database of this test file's own. */
export interface TestSite {
  site: ComposedSite;
  database: TestDatabase;
  /** Opens a hub whose site is open, at `<slug>.localhost`. */
  hub(name?: string): Promise<TestHub>;
  close(): Promise<void>;
}

/** One hub as its visitors and its people see it. */
export interface TestHub {
  id: string;
  host: string;
  /** Asks for a page; `cookie` from `signIn` makes it a person's. */
  get(path: string, cookie?: string): Promise<Response>;
  /** Sends a form from a page of the site. */
  post(path: string, fields: Record<string, string | string[] | File>, cookie?: string): Promise<Response>;
  /** The cookie of someone who holds these roles. */
  signIn(...roles: Role[]): Promise<string>;
}

let hubs = 0;

/** Composes the application as `npm start` does, without mail server nor port. */
export async function openTestSite(environment: Record<string, string> = {}): Promise<TestSite> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'essaim-site-'));
  const config = parseConfig({ ESSAIM_DATA: folder, LOG_LEVEL: 'silent', ...environment }, folder);
  const installation = { owner: database.owner, databases: database.databases, onDatabaseLost: () => {}, close: async () => {} };
  const site = await composeSite(config, installation, createLog('silent'));
  return {
    site,
    database,
    hub: (name = 'Pôle ESS d’Essai') => openTestHub(site, name),
    async close() {
      await site.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openTestHub(site: ComposedSite, name: string): Promise<TestHub> {
  hubs += 1;
  const slug = `pole-${hubs}`;
  const firstEmployee = { givenName: 'Camille', familyName: 'Essai', email: null };
  const { hubId } = unwrap(await openHub(site, { name, slug, firstEmployee, actor: operatorOfMachine }));
  unwrap(await execute(await site.contextOf(hubId, operatorOfMachine), completeSetup, {}));
  const host = `${slug}.localhost`;
  const send = (path: string, init: RequestInit, cookie?: string): Promise<Response> =>
    Promise.resolve(
      site.app.request(`http://${host}${path}`, { ...init, headers: { host, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) } }),
    );
  return {
    id: hubId,
    host,
    get: (path, cookie) => send(path, {}, cookie),
    async post(path, fields, cookie) {
      const { body, headers } = await encoded(fields);
      return send(path, { method: 'POST', body, headers: { ...headers, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' } }, cookie);
    },
    signIn: async (...roles) => (await signedInHeaders(await site.contextOf(hubId, null), ...roles)).get('cookie') ?? '',
  };
}

async function encoded(fields: Record<string, string | string[] | File>): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const hasFile = Object.values(fields).some((value) => value instanceof File);
  const form = hasFile ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string);
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const body = new Uint8Array(await request.arrayBuffer());
  return { body, headers: { 'content-type': request.headers.get('content-type') ?? '', 'content-length': String(body.length) } };
}
