import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSite, type ComposedSite } from '#app/compose-site.ts';
import { openHub } from '#app/open-hub.ts';
import { operatorOfMachine } from '#app/machine-actor.ts';
import { completeSetup } from '#modules/hub/index.ts';
import { aSession, anAccount } from '#modules/identity/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import { parseConfig } from '#platform/config/parse-config.ts';
import type { Actor, Context, Role } from '#platform/context/context.ts';
import { createLog, type Log } from '#platform/log/log.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The whole application on a database of this test file's own. */
export interface TestSite {
  site: ComposedSite;
  database: TestDatabase;
  /** Opens a hub whose site is open, at `<slug>.localhost`, or under the host of `ESSAIM_URL`. */
  hub(name?: string): Promise<TestHub>;
  /** What broke while a request was answered: a test that crawls ends by finding none. */
  failures: Error[];
  close(): Promise<void>;
}

export type Fields = Record<string, string | string[] | File | File[]>;

export interface SendOptions {
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: BodyInit;
  cookie?: string | undefined;
  /** Where the visitor is; a new one each time by default, so that no limit of tries is met by accident. */
  address?: string;
}

/** Someone signed in: what her browser sends, and what the program knows of her. */
export interface TestPerson {
  cookie: string;
  actor: Actor;
}

/** One hub as its visitors and its people see it. */
export interface TestHub {
  id: string;
  host: string;
  origin: string;
  /** Sends anything, as it stands. */
  send(path: string, options?: SendOptions): Promise<Response>;
  /** Asks for a page; `cookie` from `signIn` makes it a person's. */
  get(path: string, cookie?: string): Promise<Response>;
  /** Sends a form from a page of the site. */
  post(path: string, fields: Fields, cookie?: string): Promise<Response>;
  /** The cookie of someone who holds these roles. */
  signIn(...roles: Role[]): Promise<string>;
  /** Someone new who holds these roles. */
  person(...roles: Role[]): Promise<TestPerson>;
  /** A new session of someone. */
  sessionOf(actor: Actor): Promise<string>;
  context(actor?: Actor | null): Promise<Context>;
}

let hubs = 0;
let visitors = 0;

/** Composes the application as `npm start` does, without mail server nor port. */
export async function openTestSite(environment: Record<string, string> = {}): Promise<TestSite> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'essaim-site-'));
  const config = parseConfig({ ESSAIM_DATA: folder, LOG_LEVEL: 'silent', ...environment }, folder);
  const installation = {
    owner: database.owner,
    databases: database.databases,
    onDatabaseLost: () => {},
    close: async () => {},
  };
  const failures: Error[] = [];
  const site = await composeSite(config, installation, witnessOf(failures));
  return {
    site,
    database,
    failures,
    hub: (name = 'Pôle ESS d’Essai') => openTestHub(site, name),
    async close() {
      await site.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A log that keeps the errors and says nothing. */
function witnessOf(failures: Error[]): Log {
  const silent = createLog('silent');
  const log = Object.assign(Object.create(silent) as Log, {
    error: ({ error }: { error: Error }) => void failures.push(error),
    child: () => log,
  });
  return log;
}

async function openTestHub(site: ComposedSite, name: string): Promise<TestHub> {
  hubs += 1;
  const slug = `pole-${hubs}`;
  const firstEmployee = { givenName: 'Camille', familyName: 'Essai', email: null };
  const { hubId } = unwrap(await openHub(site, { name, slug, firstEmployee, actor: operatorOfMachine }));
  unwrap(await execute(await site.contextOf(hubId, operatorOfMachine), completeSetup, {}));
  const installation = site.deps.settings.origin;
  const isSecure = installation?.protocol === 'https:';
  const host = isSecure ? `${slug}.${installation?.hostname}` : `${slug}.localhost`;
  const origin = `${isSecure ? 'https' : 'http'}://${host}`;
  const context = (actor: Actor | null = null): Promise<Context> => site.contextOf(hubId, actor);
  const sessionOf = async (actor: Actor): Promise<string> =>
    (await aSession(await context(), actor, { secure: isSecure })).cookie;

  async function send(
    path: string,
    { cookie, address = newAddress(), headers, ...init }: SendOptions = {},
  ): Promise<Response> {
    // Over TLS the site stands behind a proxy, on the same machine, that says so.
    const behind: Record<string, string> = isSecure ? { 'x-forwarded-proto': 'https', 'x-forwarded-for': address } : {};
    const remoteAddress = isSecure ? '127.0.0.1' : address;
    return site.app.request(
      `http://${host}${path}`,
      { ...init, headers: { host, ...behind, ...(cookie ? { cookie } : {}), ...headers } },
      { incoming: { socket: { remoteAddress } } },
    );
  }
  async function person(...roles: Role[]): Promise<TestPerson> {
    const { actor } = await anAccount(await context(), { roles });
    return { actor, cookie: await sessionOf(actor) };
  }

  return {
    id: hubId,
    host,
    origin,
    send,
    get: (path, cookie) => send(path, { cookie }),
    async post(path, fields, cookie) {
      const { body, headers } = await encoded(fields);
      return send(path, {
        method: 'POST',
        body,
        cookie,
        headers: { ...headers, origin, 'sec-fetch-site': 'same-origin' },
      });
    },
    signIn: async (...roles) => (await person(...roles)).cookie,
    person,
    sessionOf,
    context,
  };
}

function newAddress(): string {
  visitors += 1;
  return `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
}

/** A form as a browser sends it. */
export async function encoded(
  fields: Fields,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const),
  );
  const form = entries.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) form.append(name, value as string);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const body = new Uint8Array(await request.arrayBuffer());
  return {
    body,
    headers: { 'content-type': request.headers.get('content-type') ?? '', 'content-length': String(body.length) },
  };
}
