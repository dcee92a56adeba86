import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** A sheet whose point is only the middle of its municipality, and its address. */
export interface UnplacedSheet {
  id: string;
  street: string;
  postcode: string;
  municipalityInsee: string | null;
}

/** Sheets with a street and no point of their own, after this id; of one import, or all. */
export async function unplacedSheets(
  db: Reader,
  importId: string | null,
  after: string | null,
  limit: number,
): Promise<UnplacedSheet[]> {
  const { rows } = await db.execute<UnplacedSheet & Record<string, unknown>>(sql`
    select o.id, l.street, l.postcode, l.municipality_insee as "municipalityInsee"
    from organizations o join organization_locations l on l.organization_id = o.id and l.position = 0
    where o.trashed_at is null and l.street <> '' and (l.is_approximate or l.lon is null)
      and (${importId}::uuid is null or exists (select from organization_sources s where s.organization_id = o.id and s.import_id = ${importId}::uuid))
      and (${after}::uuid is null or o.id > ${after}::uuid)
    order by o.id limit ${limit}`);
  return rows;
}
