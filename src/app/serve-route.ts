import type { Context as HonoContext } from 'hono';
import { setCookie, deleteCookie, getCookie } from 'hono/cookie';
import { comparableHost, isLoopback } from '#modules/hub/index.ts';
import type { Actor } from '#platform/context/context.ts';
import { clientAddress } from '#platform/http/client-address.ts';
import { cookieName } from '#platform/http/cookie-name.ts';
import type { Access, Exchange, PageView, Route, SentForm, ServedHub, WebEnv } from '#platform/http/exchange.ts';
import { flashCookie, openFlash, sealFlash } from '#platform/http/flash.ts';
import { answerFrom, keepable, type KeptAnswer } from '#platform/http/page-cache.ts';
import { policyHeader, policyWithOwnFrames, policyWithPlayers } from '#platform/http/security-headers.ts';
import { isSentFromHere } from '#platform/http/same-site.ts';
import { createReadLimiter, type ReadLimiter } from '#platform/rate-limit/read-limiter.ts';
import { BadForm, readSentForm } from '#platform/http/sent-form.ts';
import { contextFor, isSecure, type AppDependencies, type Identified } from './dependencies.ts';
import type { Site } from './site.ts';

type Web = HonoContext<WebEnv>;

/** Wraps a module's route: finds the hub, guards, kept pages, session, then the route itself. */
export function serveRoute(deps: AppDependencies, route: Route): (c: Web) => Promise<Response> {
  const mayRead =
    route.method === 'GET' && route.perMinute !== undefined ? createReadLimiter(route.perMinute) : undefined;
  return async (c) => {
    const host = comparableHost(c.req.header('host'));
    const hubId = host ? await deps.hubs.hubIdOf(host) : null;
    if (!host || !hubId)
      return new Response(deps.pages.unknownHost(), {
        status: 421,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
    const secure = isSecure(c.req.url, c.req.header('x-forwarded-proto'), c.env?.incoming?.socket.remoteAddress, deps);
    const origin = `${secure ? 'https' : 'http'}://${shownHost(host, c.req.header('host'), deps.settings.origin)}`;

    const isAnonymous = c.req.header('cookie') === undefined;
    // A program that asks for linked data is led to it, never to the page kept for people.
    const wantsPage = !c.req.header('accept')?.includes('ld+json');
    const keptKey = route.kept && isAnonymous && wantsPage ? `${origin} ${keyOf(c.req.raw.url)}` : null;
    if (keptKey) {
      const kept = deps.cache.find(hubId, keptKey);
      if (kept) {
        c.set('isDressed', true);
        return answerFrom(
          kept,
          {
            accepted: c.req.header('accept-encoding'),
            known: c.req.header('if-none-match'),
            head: c.req.method === 'HEAD',
          },
          { ...c.get('commonHeaders'), ...ownPolicy(kept), 'x-request-id': c.get('requestId') },
        );
      }
    }
    const generation = deps.cache.generation(hubId);

    const site = await deps.sites.of(hubId);
    if (!site)
      return new Response(deps.pages.unknownHost(), {
        status: 421,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
    const refused = await refuseEarly(deps, route, c, hubId, mayRead);
    if (refused)
      return new Response(deps.pages.refused(site, refused), {
        status: refused,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });

    const identified = isAnonymous ? null : await deps.identify(hubId, deps.databases.forHub(hubId), c.req.raw.headers);
    const actor = identified?.actor ?? null;
    const exchange = createExchange(deps, c, { site, origin, secure, actor, route });
    c.set('exchange', exchange);
    // PostgreSQL cannot store a NUL, so no address of ours holds one.
    if (c.req.url.includes('%00')) return exchange.notFound();
    if (!isAllowed(route.access, actor)) return refuseAccess(exchange, identified);
    if (!site.settings.setupCompletedAt && !isOpenBeforeSetup(route, actor))
      return exchange.page({ ...deps.pages.preparing(site), status: 503 });

    let response: Response;
    try {
      response = await route.handler(exchange);
    } catch (error) {
      if (error instanceof BadForm)
        return new Response(deps.pages.refused(site, 400), {
          status: 400,
          headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
        });
      throw error;
    }
    if (keptKey && response.status === 200 && !response.headers.has('set-cookie')) {
      response.headers.set('cache-control', 'public, no-cache');
      const answer = keepable(response.headers, new Uint8Array(await response.arrayBuffer()));
      deps.cache.keep(hubId, keptKey, generation, answer);
      return answerFrom(answer, {
        accepted: c.req.header('accept-encoding'),
        known: c.req.header('if-none-match'),
        head: c.req.method === 'HEAD',
      });
    }
    return isAnonymous && keptKey === null ? squeezed(c, response) : response;
  };
}

/**
 * Compresses a page drawn for a visitor without session. Those of signed-in people go as they are: what they hold in
 * secret beside what somebody else typed could be guessed from their length.
 */
async function squeezed(c: Web, response: Response): Promise<Response> {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!isPage || response.status !== 200 || response.headers.has('set-cookie')) return response;
  const answer = keepable(response.headers, new Uint8Array(await response.arrayBuffer()));
  const squeezedAnswer = answerFrom(answer, {
    accepted: c.req.header('accept-encoding'),
    known: undefined,
    head: c.req.method === 'HEAD',
  });
  // Drawn anew each time, with form keys of its own: its tag would never be asked about.
  squeezedAnswer.headers.delete('etag');
  return squeezedAnswer;
}

/** The policy of a page that has one of its own. */
function ownPolicy({ headers }: KeptAnswer): Record<string, string> {
  const policy = headers[policyHeader];
  return policy ? { [policyHeader]: policy } : {};
}

/**
 * The host and port of the addresses we write, in pages and in mails. The port a request states is believed on this
 * machine only: elsewhere it is that of the public address, or none.
 */
function shownHost(host: string, header: string | undefined, publicAddress: URL | null): string {
  if (isLoopback(host)) return header?.toLowerCase() ?? host;
  return publicAddress?.hostname === host ? publicAddress.host : host;
}

const aDay = 86_400;

/** Statuses of what is refused before anyone is looked up. */
async function refuseEarly(
  deps: AppDependencies,
  route: Route,
  c: Web,
  hubId: string,
  mayRead: ReadLimiter | undefined,
): Promise<400 | 403 | 413 | 429 | null> {
  if (route.method === 'POST') {
    const sentFromHere = isSentFromHere({
      host: c.req.header('host'),
      origin: c.req.header('origin'),
      referer: c.req.header('referer'),
      fetchSite: c.req.header('sec-fetch-site'),
    });
    if (!route.machinePost && !sentFromHere) return 403;
    const length = Number(c.req.header('content-length') ?? Number.NaN);
    // A body without a stated length is refused too: no browser sends a form that way.
    if (!Number.isFinite(length) || length > route.bodyLimit) return 413;
  }
  if (route.perMinute !== undefined || route.perDay !== undefined) {
    const address = clientAddress(
      c.env?.incoming?.socket.remoteAddress,
      c.req.header('x-forwarded-for'),
      deps.settings.trustedProxies,
    );
    const mayTry = async (points: number | undefined, seconds: number): Promise<boolean> =>
      points === undefined || deps.mayTry(hubId, address, route.path, { points, seconds });
    const mayGoOn = mayRead
      ? mayRead(hubId, address)
      : (await mayTry(route.perMinute, 60)) && (await mayTry(route.perDay, aDay));
    if (!mayGoOn) return 429;
  }
  return null;
}

function isAllowed(access: Access, actor: Actor | null): boolean {
  if (access === 'anyone') return true;
  if (!actor) return false;
  return access === 'signed-in' || access.some((role) => actor.roles.has(role));
}

/**
 * A visitor is sent to sign in, an employee without her second factor to prepare it; any other signed-in person learns
 * nothing, not even that the page exists.
 */
function refuseAccess(exchange: Exchange, identified: Identified | null): Response | Promise<Response> {
  if (exchange.http.req.method !== 'GET') return exchange.notFound();
  if (identified?.lacksSecondFactor) return exchange.redirect('/connexion/second-facteur/preparer');
  if (identified) return exchange.notFound();
  const wanted = exchange.url.pathname + exchange.url.search;
  return exchange.redirect(`/connexion?suite=${encodeURIComponent(wanted)}`);
}

// Until the assistant is finished, the site shows itself to its staff only; signing in stays possible.
function isOpenBeforeSetup(route: Route, actor: Actor | null): boolean {
  return (actor !== null && actor.roles.has('employee')) || /^\/(connexion|images|courrier-local)\b/.test(route.path);
}

function keyOf(url: string): string {
  // Most addresses have no query, and need not be taken apart.
  if (!url.includes('?')) return url.slice(url.indexOf('/', 8));
  const { pathname, searchParams } = new URL(url);
  searchParams.sort();
  const query = searchParams.toString();
  return query ? `${pathname}?${query}` : pathname;
}

interface Situation {
  site: Site;
  origin: string;
  secure: boolean;
  actor: Actor | null;
  route: Route;
}

function createExchange(deps: AppDependencies, c: Web, situation: Situation): Exchange {
  const { site, origin, actor, secure } = situation;
  const hub: ServedHub = { id: site.settings.id, name: site.settings.name, origin, zone: site.settings.zone };
  const ctx = contextFor(deps, hub, actor, c.get('requestId'));
  let form: Promise<SentForm> | null = null;
  const exchange: Exchange = {
    http: c,
    ctx,
    hub,
    actor,
    url: new URL(c.req.url),
    formKey: ctx.newId(),
    param: (name) => c.req.param(name as never) ?? '',
    query: (name) => c.req.query(name) ?? '',
    form: () => (form ??= readSentForm(c.req.raw)),
    async page(view: PageView) {
      const sealed = getCookie(c, cookieName(flashCookie, secure));
      const flash = openFlash(sealed, deps.settings.secret);
      if (sealed)
        deleteCookie(c, cookieName(flashCookie, secure), { path: '/', httpOnly: true, sameSite: 'Lax', secure });
      const html = await deps.pages.render(exchange, site, view, flash);
      // As bytes: the server would otherwise go through the text twice, to count them and then to write them.
      const common = c.get('commonHeaders')[policyHeader] ?? '';
      const policy: Record<string, string> = view.players?.length
        ? { [policyHeader]: policyWithPlayers(common, view.players) }
        : view.framesOwn
          ? { [policyHeader]: policyWithOwnFrames(common) }
          : {};
      return c.body(new TextEncoder().encode(html), (view.status ?? 200) as 200, {
        'content-type': 'text/html; charset=utf-8',
        ...policy,
      });
    },
    redirect(path, flash) {
      if (flash)
        setCookie(c, cookieName(flashCookie, secure), sealFlash(flash, deps.settings.secret), {
          path: '/',
          httpOnly: true,
          sameSite: 'Lax',
          secure,
          maxAge: 300,
        });
      return c.redirect(path.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/', 303);
    },
    notFound: () => exchange.page({ ...deps.pages.notFound(site), status: 404 }),
  };
  return exchange;
}
