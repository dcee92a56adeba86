import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { OrganizationProfile, ProfileField } from '../../profile/organization-profile.ts';

/** One change of a sheet. */
export interface SheetVersion extends Record<string, unknown> {
  version: number;
  at: string;
  by_name: string;
  act: string;
  changed: ProfileField[];
}

/** The changes of a sheet, the last first. */
export async function sheetVersions(db: Reader, id: string): Promise<SheetVersion[]> {
  const { rows } = await db.execute<SheetVersion>(sql`select version, to_json(at) #>> '{}' as at, by_name, act, changed
    from organization_versions where organization_id = ${id} order by version desc limit 200`);
  return rows;
}

/** What a sheet held at a version; null when that version is not known. */
export async function profileAt(db: Reader, id: string, version: number): Promise<OrganizationProfile | null> {
  const { rows } = await db.execute<{ snapshot: OrganizationProfile }>(
    sql`select snapshot from organization_versions where organization_id = ${id} and version = ${version}`,
  );
  return rows[0]?.snapshot ?? null;
}

/** Sheets that were merged into this one. */
export async function mergedInto(db: Reader, id: string): Promise<{ id: string; name: string; at: string }[]> {
  const { rows } = await db.execute<{ id: string; name: string; at: string }>(
    sql`select id, name, to_json(merged_at) #>> '{}' as at from merged_organizations where kept_id = ${id} order by merged_at desc`,
  );
  return rows;
}

export interface TrashedSheet extends Record<string, unknown> {
  id: string;
  name: string;
  city: string | null;
  trashed_at: string;
}

/** What is in the trash, the last thrown first. Merged sheets are not: they live on in another. */
export async function trashedSheets(db: Reader): Promise<TrashedSheet[]> {
  const { rows } =
    await db.execute<TrashedSheet>(sql`select o.id, o.name, l.city, to_json(o.trashed_at) #>> '{}' as trashed_at
    from organizations o left join organization_locations l on l.hub_id = o.hub_id and l.organization_id = o.id and l.position = 0
    where o.trashed_at is not null and not exists (select from merged_organizations m where m.hub_id = o.hub_id and m.id = o.id)
    order by o.trashed_at desc limit 500`);
  return rows;
}
