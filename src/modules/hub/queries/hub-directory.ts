import { asc, isNull } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import { hubOfHost } from '../domain/host-name.ts';
import { hubDomains, hubs } from '../tables.ts';

/** The hubs of the installation, kept in memory until one changes. */
export interface HubDirectory {
  hubIdOf(host: string): Promise<string | null>;
  openHubs(): Promise<readonly { id: string; slug: string }[]>;
  forget(): void;
}

/** Reads the list of hubs and their domains once, and again after `forget`. */
export function createHubDirectory(installation: Database, mainHost: string | null): HubDirectory {
  let known: Promise<{ domains: Map<string, string>; hubs: { id: string; slug: string }[] }> | null = null;

  async function read(): Promise<{ domains: Map<string, string>; hubs: { id: string; slug: string }[] }> {
    const domains = await installation.select({ host: hubDomains.host, hubId: hubDomains.hubId }).from(hubDomains);
    const list = await installation
      .select({ id: hubs.id, slug: hubs.slug })
      .from(hubs)
      .where(isNull(hubs.closedAt))
      .orderBy(asc(hubs.isDemo), asc(hubs.createdAt), asc(hubs.id));
    return { domains: new Map(domains.map((row) => [row.host, row.hubId])), hubs: list };
  }

  function kept(): NonNullable<typeof known> {
    if (!known) {
      const reading = read();
      // A failed read must not be kept: the next request asks again.
      reading.catch(() => {
        if (known === reading) known = null;
      });
      known = reading;
    }
    return known;
  }

  return {
    async hubIdOf(host) {
      const { domains, hubs: list } = await kept();
      return hubOfHost(host, { domains, hubs: list, mainHost });
    },
    openHubs: async () => (await kept()).hubs,
    forget() {
      known = null;
    },
  };
}
