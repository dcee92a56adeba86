import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { withDefaults, type HubSettings } from '../domain/hub-settings.ts';
import { hubs, hubSettings, hubTerritories } from '../tables.ts';

/** The settings of the hub of the connection, or null when it has none yet. */
export async function readHubSettings(db: Reader, hubId: string): Promise<HubSettings | null> {
  const [row] = await db
    .select({ settings: hubSettings, slug: hubs.slug, isDemo: hubs.isDemo })
    .from(hubSettings)
    .innerJoin(hubs, eq(hubs.id, hubSettings.hubId))
    .where(eq(hubSettings.hubId, hubId));
  if (!row) return null;
  const territory = await db
    .select({ kind: hubTerritories.kind, code: hubTerritories.code, label: hubTerritories.label })
    .from(hubTerritories)
    .orderBy(asc(hubTerritories.position));
  const { hubId: id, updatedAt: _updatedAt, ...settings } = row.settings;
  return { ...withDefaults(settings), id, slug: row.slug, isDemo: row.isDemo, territory };
}
