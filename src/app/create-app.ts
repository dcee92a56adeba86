import { Hono } from 'hono';
import { comparableHost, isLoopback, type HubDirectory } from '#modules/hub/index.ts';
import type { Actor, Clock, Context } from '#platform/context/context.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { Database, Databases, Transaction } from '#platform/db/database.ts';
import type { Fact } from '#platform/facts/fact.ts';
import { RouteList, type Route, type WebApp, type WebEnv } from '#platform/http/exchange.ts';
import { answerFrom, type PageCache } from '#platform/http/page-cache.ts';
import { isTrusted } from '#platform/http/client-address.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import type { StaticFiles } from '#platform/http/static-files.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Enqueue } from '#platform/jobs/job.ts';
import type { Log } from '#platform/log/log.ts';
import type { PageRenderer } from './render-page.tsx';
import { serveRoute } from './serve-route.ts';
import type { Sites } from './site.ts';

/** Everything the application stands on; tests give their own. */
export interface AppDependencies {
  readonly settings: {
    /** Public address of the installation, when the host declared one. */
    readonly origin: URL | null;
    readonly secret: string;
    readonly trustedProxies: readonly string[];
    readonly mapOrigins: readonly string[];
    readonly version: string;
  };
  readonly databases: Databases;
  readonly hubs: HubDirectory;
  readonly sites: Sites;
  readonly cache: PageCache;
  readonly files: StaticFiles;
  readonly pages: PageRenderer;
  readonly modules: readonly Module[];
  /** Who sent the request, from its session. */
  readonly identify: (hubId: string, db: Database, headers: Headers) => Promise<Actor | null>;
  /** False when the visitor of this address has tried too often. */
  readonly mayTry: (hubId: string, address: string, path: string, perMinute: number) => Promise<boolean>;
  readonly react: (work: CommandContext, fact: Fact) => Promise<void>;
  readonly enqueueIn: (tx: Transaction) => Enqueue;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the process can do its work: asked by `/readyz`. */
  readonly isReady: () => Promise<boolean>;
}

/** All routes of the modules, in the order of the modules. */
export function routesOf(modules: readonly Module[]): readonly Route[] {
  const routes = new RouteList();
  for (const module of modules) module.routes?.(routes);
  return routes.list;
}

/** Builds the web application: what it needs comes in, a Hono application goes out. */
export function createApp(deps: AppDependencies): WebApp {
  const app: WebApp = new Hono<WebEnv>();
  const routes = routesOf(deps.modules);

  app.use(async (c, next) => {
    const requestId = newId();
    c.set('requestId', requestId);
    const startedAt = performance.now();
    await next();
    const response = c.res;
    for (const [name, value] of securityHeaders({ secure: isSecure(c.req.raw.url, c.req.header('x-forwarded-proto'), c.env?.incoming?.socket.remoteAddress, deps), mapOrigins: deps.settings.mapOrigins, shared: sharedOf(routes, c.req.path) })) {
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    response.headers.set('x-request-id', requestId);
    deps.log.debug({ requestId, method: c.req.method, status: response.status, ms: Math.round(performance.now() - startedAt) }, 'request');
  });

  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const ready = await deps.isReady();
    return c.text(ready ? 'ok' : 'not ready', ready ? 200 : 503, { 'cache-control': 'no-store' });
  });

  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const asked = { accepted: c.req.header('accept-encoding'), known: c.req.header('if-none-match'), head: c.req.method === 'HEAD' };
    const found = await deps.files.answer(name, asked);
    if (found) return found;
    const site = await siteOfHost(deps, c.req.header('host'));
    if (site && site.stylesheetHref === `/assets/${name}`) return answerFrom(site.stylesheet, asked);
    return c.text('', 404, { 'cache-control': 'no-store' });
  });

  for (const route of routes) {
    const handle = serveRoute(deps, route);
    if (route.method === 'GET') app.get(route.path, handle);
    else app.post(route.path, handle);
  }

  app.notFound(serveRoute(deps, { method: 'GET', path: '*', access: 'anyone', kept: false, bodyLimit: 0, handler: (exchange) => exchange.notFound() }));

  app.onError((error, c) => {
    const requestId = c.get('requestId') ?? '';
    deps.log.error({ requestId, error }, 'request failed');
    return new Response(deps.pages.broken(requestId, statusOf(error)), {
      status: statusOf(error),
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  });

  return app;
}

/** Whether the visitor reached us over TLS. */
export function isSecure(url: string, forwardedProto: string | undefined, socket: string | undefined, deps: AppDependencies): boolean {
  if (url.startsWith('https:')) return true;
  if (forwardedProto && isTrusted(socket ?? '', deps.settings.trustedProxies)) return forwardedProto.split(',')[0]?.trim() === 'https';
  return deps.settings.origin?.protocol === 'https:' && !isLoopback(comparableHost(new URL(url).host) ?? '');
}

/** A context of one hub, as the web, the jobs and the command line make it. */
export function contextFor(deps: Pick<AppDependencies, 'databases' | 'clock' | 'log' | 'react' | 'enqueueIn'>, hub: { id: string; zone: string }, actor: Actor | null, requestId: string): Context {
  return {
    hubId: hub.id,
    actor,
    db: deps.databases.forHub(hub.id),
    clock: deps.clock,
    zone: hub.zone,
    newId,
    requestId,
    log: deps.log.child({ requestId }),
    react: deps.react,
    enqueueIn: deps.enqueueIn,
  };
}

async function siteOfHost(deps: AppDependencies, header: string | undefined) {
  const host = comparableHost(header);
  const hubId = host ? await deps.hubs.hubIdOf(host) : null;
  return hubId ? deps.sites.of(hubId) : null;
}

function sharedOf(routes: readonly Route[], path: string): Route['shared'] {
  return routes.find((route) => route.shared && matches(route.path, path))?.shared;
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

function statusOf(error: unknown): 500 | 503 | 507 {
  const { code } = error as { code?: unknown };
  // 53100: disk full. The database answers again by itself once there is room.
  if (code === '53100' || code === 'ENOSPC') return 507;
  // The database is away or stopping: what was asked can be tried again.
  if (typeof code === 'string' && (/^(08|57P|53)/.test(code) || code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET')) return 503;
  if (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)) return 503;
  return 500;
}
