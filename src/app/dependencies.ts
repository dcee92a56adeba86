import type { HubDirectory } from '#modules/hub/index.ts';
import { comparableHost, isLoopback } from '#modules/hub/index.ts';
import type { Actor, Clock, CommandContext, Context } from '#platform/context/context.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { Database, Databases, Transaction } from '#platform/db/database.ts';
import type { Fact } from '#platform/facts/fact.ts';
import { isTrusted } from '#platform/http/client-address.ts';
import type { PageCache } from '#platform/http/page-cache.ts';
import type { StaticFiles } from '#platform/http/static-files.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Enqueue } from '#platform/jobs/job.ts';
import type { Log } from '#platform/log/log.ts';
import type { SearchTally } from '#platform/search/search-tally.ts';
import type { PageRenderer } from './render-page.tsx';
import type { Sites } from './site.ts';
import type { Tries } from '#platform/rate-limit/try-limiter.ts';

/** Who sends a request. Without the second factor that her hub asks of its staff, staff roles are held back. */
export interface Identified {
  actor: Actor;
  lacksSecondFactor: boolean;
}

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
  readonly identify: (hubId: string, db: Database, headers: Headers) => Promise<Identified | null>;
  /** False when the visitor of this address has tried too often. */
  readonly mayTry: (hubId: string, address: string, path: string, most: Tries) => Promise<boolean>;
  /** Counts the searches of visitors, beside the requests. */
  readonly tally: SearchTally;
  readonly react: (work: CommandContext, fact: Fact) => Promise<void>;
  readonly enqueueIn: (tx: Transaction) => Enqueue;
  readonly hear: (channel: string, payload: string) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the process can do its work: asked by `/readyz`. */
  readonly isReady: () => Promise<boolean>;
}

/** Whether the visitor reached us over TLS. */
export function isSecure(
  url: string,
  forwardedProto: string | undefined,
  socket: string | undefined,
  deps: AppDependencies,
): boolean {
  if (url.startsWith('https:')) return true;
  if (forwardedProto && isTrusted(socket ?? '', deps.settings.trustedProxies))
    return forwardedProto.split(',')[0]?.trim() === 'https';
  return deps.settings.origin?.protocol === 'https:' && !isLoopback(comparableHost(new URL(url).host) ?? '');
}

/** A context of one hub, as the web, the jobs and the command line make it. */
export function contextFor(
  deps: Pick<AppDependencies, 'databases' | 'clock' | 'log' | 'react' | 'enqueueIn' | 'hear'>,
  hub: { id: string; zone: string },
  actor: Actor | null,
  requestId: string,
): Context {
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
    hear: deps.hear,
  };
}
