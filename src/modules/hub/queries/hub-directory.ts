import { asc, desc, isNull } from 'drizzle-orm';
import type { Database } from '#platform/db/database.ts';
import { hubOfHost } from '../domain/host-name.ts';
import { hubDomains, hubs } from '../tables.ts';

/** The hubs of the installation, kept in memory until one changes. */
export interface HubDirectory {
  hubIdOf(host: string): Promise<string | null>;
  openHubs(): Promise<readonly { id: string; slug: string }[]>;
  /** The address of a hub's site, without a final slash: its own domain, else one under the installation's. */
  originOf(hubId: string): Promise<string>;
  forget(): void;
}

/** Reads the list of hubs and their domains once, and again after `forget`. */
export function createHubDirectory(installation: Database, publicUrl: URL): HubDirectory {
  let known: Promise<{ domains: Map<string, string>; hubs: { id: string; slug: string }[] }> | null = null;

  async function read(): Promise<{ domains: Map<string, string>; hubs: { id: string; slug: string }[] }> {
    const domains = await installation
      .select({ host: hubDomains.host, hubId: hubDomains.hubId })
      .from(hubDomains)
      .orderBy(desc(hubDomains.isPrimary), asc(hubDomains.host));
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
      return hubOfHost(host, { domains, hubs: list, mainHost: publicUrl.hostname });
    },
    openHubs: async () => (await kept()).hubs,
    async originOf(hubId) {
      const { domains, hubs: list } = await kept();
      const domain = [...domains].find(([, id]) => id === hubId)?.[0];
      if (domain) return `https://${domain}`;
      const hub = list.find((candidate) => candidate.id === hubId);
      if (!hub || hub === list[0]) return publicUrl.origin;
      return `${publicUrl.protocol}//${hub.slug}.${publicUrl.host}`;
    },
    forget() {
      known = null;
    },
  };
}
