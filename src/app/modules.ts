import { directoryModule } from '#modules/directory/module.ts';
import { hubModule } from '#modules/hub/module.ts';
import { identifyActor, type PersonalDataSource } from '#modules/identity/index.ts';
import { identityModule } from '#modules/identity/module.ts';
import type { HubDirectory } from '#modules/hub/index.ts';
import type { Config } from '#platform/config/parse-config.ts';
import type { Actor } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import type { Module } from '#platform/contributions/module.ts';
import type { Database, Databases } from '#platform/db/database.ts';
import type { Listener } from '#platform/db/listen.ts';
import type { Log } from '#platform/log/log.ts';
import { createTryLimiter } from '#platform/rate-limit/try-limiter.ts';
import type { Sites } from './site.ts';

/** What the manifests need from the application. */
export interface ModuleDependencies {
  config: Config;
  databases: Databases;
  hubs: HubDirectory;
  sites: Sites;
  listener: Listener;
  ports: Ports;
  secret: string;
  log: Log;
}

/** The modules, and what the web needs of them. */
export interface AllModules {
  /** In dependency order: the first ones know nothing of the next. */
  list: readonly Module[];
  identify: (hubId: string, db: Database, headers: Headers) => Promise<Actor | null>;
  mayTry: (hubId: string, address: string, path: string, perMinute: number) => Promise<boolean>;
}
