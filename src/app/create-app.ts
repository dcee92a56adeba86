import { Hono } from 'hono';
import { comparableHost } from '#modules/hub/index.ts';
import type { Route, WebApp, WebEnv } from '#platform/http/exchange.ts';
import { answerFrom } from '#platform/http/page-cache.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { newId } from '#platform/ids/ids.ts';
import { isSecure, type AppDependencies } from './dependencies.ts';
import { routesOf } from './routes-of.ts';
import { serveRoute } from './serve-route.ts';

/** Builds the web application: what it needs comes in, a Hono application goes out. */
export function createApp(deps: AppDependencies): WebApp {
  const app: WebApp = new Hono<WebEnv>();
  const routes = routesOf(deps.modules);
  const sharedOf = sharedRoutes(routes);
  const headersFor = keptHeaders(deps.settings.mapOrigins);

  app.use(async (c, next) => {
    const requestId = newId();
    c.set('requestId', requestId);
    const startedAt = performance.now();
    const common = headersFor(
      isSecure(c.req.raw.url, c.req.header('x-forwarded-proto'), c.env?.incoming?.socket.remoteAddress, deps),
      sharedOf(c.req.path),
    );
    c.set('commonHeaders', common);
    await next();
    const response = c.res;
    if (c.get('isDressed')) return;
    for (const name in common) if (!response.headers.has(name)) response.headers.set(name, common[name] ?? '');
    // Whatever the route, refusals and redirections included: only what says so is kept by anyone.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
    response.headers.set('x-request-id', requestId);
    deps.log.debug(
      { requestId, method: c.req.method, status: response.status, ms: Math.round(performance.now() - startedAt) },
      'request',
    );
  });

  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async (c) => {
    const ready = await deps.isReady();
    return c.text(ready ? 'ok' : 'not ready', ready ? 200 : 503, { 'cache-control': 'no-store' });
  });

  app.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const asked = {
      accepted: c.req.header('accept-encoding'),
      known: c.req.header('if-none-match'),
      head: c.req.method === 'HEAD',
    };
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

  app.notFound(
    serveRoute(deps, {
      method: 'GET',
      path: '*',
      access: 'anyone',
      kept: false,
      bodyLimit: 0,
      handler: (exchange) => exchange.notFound(),
    }),
  );

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

async function siteOfHost(deps: AppDependencies, header: string | undefined) {
  const host = comparableHost(header);
  const hubId = host ? await deps.hubs.hubIdOf(host) : null;
  return hubId ? deps.sites.of(hubId) : null;
}

/** The security headers of each situation, written once: there are six. */
function keptHeaders(
  mapOrigins: readonly string[],
): (secure: boolean, shared: Route['shared']) => Readonly<Record<string, string>> {
  const kept = new Map<string, Readonly<Record<string, string>>>();
  return (secure, shared) => {
    const situation = `${secure} ${shared}`;
    let headers = kept.get(situation);
    if (!headers) kept.set(situation, (headers = Object.fromEntries(securityHeaders({ secure, mapOrigins, shared }))));
    return headers;
  };
}

/** How the routes open to other sites are shared, found by path: most have no parameter. */
function sharedRoutes(routes: readonly Route[]): (path: string) => Route['shared'] {
  const shared = routes.filter((route) => route.shared);
  const exact = new Map(shared.filter((route) => !route.path.includes(':')).map((route) => [route.path, route.shared]));
  const patterns = shared
    .filter((route) => route.path.includes(':'))
    .map((route) => ({ steps: route.path.split('/').map(stepMatcher), shared: route.shared }));
  return (path) => {
    const known = exact.get(path);
    if (known || patterns.length === 0) return known;
    const given = path.split('/');
    return patterns.find(
      ({ steps }) => steps.length === given.length && steps.every((matches, index) => matches(given[index] ?? '')),
    )?.shared;
  };
}

/** Whether a step of an address answers to one of a route: `:name` takes anything, `:name{pattern}` what it describes. */
function stepMatcher(step: string): (given: string) => boolean {
  if (!step.startsWith(':')) return (given) => given === step;
  const [, pattern] = /^:\w+\{(.+)\}$/.exec(step) ?? [];
  if (pattern === undefined) return () => true;
  const described = new RegExp(`^(?:${pattern})$`);
  return (given) => described.test(given);
}

function statusOf(error: unknown): 500 | 503 | 507 {
  const { code } = error as { code?: unknown };
  // The query builder wraps what the database said.
  if (code === undefined && error instanceof Error && error.cause instanceof Error) return statusOf(error.cause);
  // 53100: disk full. The database answers again by itself once there is room.
  if (code === '53100' || code === 'ENOSPC') return 507;
  // The database is away or stopping: what was asked can be tried again.
  if (
    typeof code === 'string' &&
    (/^(08|57P|53)/.test(code) || code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ECONNRESET')
  )
    return 503;
  if (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(
      error.message,
    )
  )
    return 503;
  return 500;
}
