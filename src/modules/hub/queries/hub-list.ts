import { asc } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hubDomains, hubs } from '../tables.ts';

/** A hub of the installation, as its operator sees it. */
export interface InstalledHub {
  id: string;
  slug: string;
  isDemo: boolean;
  createdAt: Temporal.Instant;
  closedAt: Temporal.Instant | null;
  domains: readonly { host: string; isPrimary: boolean }[];
}

/** All hubs of the installation with their domains, oldest first, demonstrations last. */
export async function listHubs(db: Reader): Promise<InstalledHub[]> {
  const [list, domains] = await Promise.all([
    db.select().from(hubs).orderBy(asc(hubs.isDemo), asc(hubs.createdAt), asc(hubs.id)),
    db.select().from(hubDomains).orderBy(asc(hubDomains.host)),
  ]);
  return list.map((hub) => ({
    ...hub,
    domains: domains.filter((domain) => domain.hubId === hub.id).map(({ host, isPrimary }) => ({ host, isPrimary })),
  }));
}
