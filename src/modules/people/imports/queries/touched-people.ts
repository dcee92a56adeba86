import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';

/** Those of these people about whom the team wrote something after the import that brought them in. */
export async function touchedSince(
  db: Reader,
  importId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const held = `{${personIds.join(',')}}`;
  const { rows } = await db.execute<{ id: string }>(sql`
    with own as (select r.person_id, r.undo from people_import_rows r where r.import_id = ${importId}::uuid and r.person_id = any (${held}::uuid[]) and r.undo is not null)
    select o.person_id as id from own o where
      exists (select from accounts a where a.person_id = o.person_id)
      or exists (select from contact_points c where c.person_id = o.person_id and not o.undo -> 'points' ? c.id::text)
      or exists (select from relation_statuses s where s.person_id = o.person_id and (s.until is not null or not o.undo -> 'statuses' ? s.id::text))
      or exists (select from person_tags t where t.person_id = o.person_id and not o.undo -> 'tags' ? t.tag_id::text)
      or exists (select from relation_notes n where n.person_id = o.person_id and (n.version > 1 or not o.undo -> 'notes' ? n.id::text))
      or exists (select from organization_roles g where g.person_id = o.person_id and (g.ends_on is not null or not o.undo -> 'roles' ? g.id::text))
      or exists (select from consents k where k.person_id = o.person_id and (k.withdrawn_at is not null or not o.undo -> 'consents' ? k.id::text))
      or exists (select from person_roles h where h.person_id = o.person_id)
      or exists (select from relation_documents d where d.person_id = o.person_id)
      or exists (select from household_people h where h.person_id = o.person_id)
      or exists (select from delegates g where g.person_id = o.person_id or g.delegate_id = o.person_id)
      or exists (select from reach_preferences w where w.person_id = o.person_id)`);
  return new Set(rows.map(({ id }) => id));
}
