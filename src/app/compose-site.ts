import type { Config } from '#platform/config/parse-config.ts';
import { storedSecret } from '#platform/config/stored-secret.ts';
import { systemClock, type Actor, type Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { listen } from '#platform/db/listen.ts';
import { createPageCache } from '#platform/http/page-cache.ts';
import { openStaticFiles } from '#platform/http/static-files.ts';
import { createKeptReads } from '#platform/kept-reads/kept-reads.ts';
import type { WebApp } from '#platform/http/exchange.ts';
import { openQueue } from '#platform/jobs/queue.ts';
import type { Log } from '#platform/log/log.ts';
import { forgetDirectoryIndexes, hearDirectoryChange } from '#modules/directory/index.ts';
import { createHubDirectory } from '#modules/hub/index.ts';
import { readClientBuild } from './built-assets.ts';
import { createApp } from './create-app.ts';
import { contextFor, type AppDependencies } from './dependencies.ts';
import type { Installation } from './installation.ts';
import { allModules } from './modules.ts';
import { openHubFromPage } from './open-hub.ts';
import { openPorts } from './open-ports.ts';
import { clientFolder, manifestFile } from './project-folder.ts';
import { channels, react } from './reactions.ts';
import { createPageRenderer } from './render-page.tsx';
import { schedules } from './schedules.ts';
import { createSites } from './site.ts';
import { version } from './version.ts';

/** The application put together on an installation, before any port is opened. */
export interface ComposedSite {
  app: WebApp;
  deps: AppDependencies;
  ports: Ports;
  /** A context of a hub, for the command line and the demonstration content. */
  contextOf(hubId: string, actor: Actor | null): Promise<Context>;
  /** Starts to take jobs. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the application together: the only place that knows every part. */
export async function composeSite(config: Config, installation: Installation, log: Log): Promise<ComposedSite> {
  const { databases, owner } = installation;
  const ports = openPorts(config);
  const queue = await openQueue(databases, log);
  const hubs = createHubDirectory(databases.installation, new URL(config.publicUrl));
  const build = await readClientBuild(clientFolder, manifestFile);
  const sites = createSites(databases, build.stylesheet);
  const cache = createPageCache();
  const kept = createKeptReads();
  const secret = config.secret ?? storedSecret(config.dataFolder);

  const listener = await listen(owner, Object.values(channels), () => {
    cache.forget('*');
    kept.forget('*');
    sites.forget('*');
    hubs.forget();
    forgetDirectoryIndexes();
  });
  const ears = new Map<string, (payload: string) => void>([
    [
      channels.site,
      (hubId) => {
        sites.forget(hubId);
        kept.forget(hubId);
        cache.forget(hubId);
      },
    ],
    [channels.hubs, () => hubs.forget()],
    [channels.jobs, () => queue.wake()],
    [channels.directory, hearDirectoryChange],
  ]);
  for (const [channel, heard] of ears) listener.on(channel, heard);
  const hear = (channel: string, payload: string): void => ears.get(channel)?.(payload);

  const base = { databases, clock: systemClock, log, react, enqueueIn: queue.enqueueIn, hear };
  const contextOf = async (hubId: string, actor: Actor | null): Promise<Context> => {
    const site = await sites.of(hubId);
    return contextFor(base, { id: hubId, zone: site?.settings.zone ?? 'Europe/Paris' }, actor, 'command-line');
  };
  const modules = allModules({
    config,
    databases,
    hubs,
    sites,
    listener,
    kept,
    ports,
    secret,
    log,
    openHub: openHubFromPage({ contextOf }),
  });
  const deps: AppDependencies = {
    ...base,
    settings: {
      origin: new URL(config.publicUrl),
      secret,
      trustedProxies: config.trustedProxies,
      mapOrigins: mapOrigins(config),
      version,
    },
    hubs,
    sites,
    cache,
    files: await openStaticFiles(clientFolder),
    pages: createPageRenderer(modules.list, build),
    modules: modules.list,
    identify: modules.identify,
    mayTry: modules.mayTry,
    tally: modules.tally,
    isReady: async () => {
      await databases.pool.query('select 1');
      return true;
    },
  };

  return {
    app: createApp(deps),
    deps,
    ports,
    contextOf,
    async work() {
      await queue.work({
        jobs: modules.list.flatMap((module) => [...(module.jobs ?? [])]),
        schedules: schedules(modules.list),
        openHubs: async () => (await hubs.openHubs()).map((hub) => hub.id),
        contextFor: async (hubId, requestId) => {
          const site = await sites.of(hubId);
          if (!site) return null;
          return { ...contextFor(base, { id: hubId, zone: site.settings.zone }, null, requestId), ports };
        },
      });
    },
    async close() {
      await modules.tally.close();
      await queue.stop();
      await listener.close();
      ports.files.close();
      ports.mail.close();
    },
  };
}

function mapOrigins(config: Config): string[] {
  const { mapTiles } = config;
  switch (mapTiles.kind) {
    case 'none':
      return [];
    case 'ign':
      return ['https://data.geopf.fr'];
    case 'openfreemap':
      return ['https://tiles.openfreemap.org'];
    case 'custom':
      return [new URL(mapTiles.url.replaceAll(/[{}]/g, '')).origin];
  }
}
