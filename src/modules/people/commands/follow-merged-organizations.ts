import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';

/** After sheets of the directory became one: the people, statuses, notes and documents of the others are the kept one’s. */
export async function moveOrganizationRelations({ db }: CommandContext, kept: string, id: string): Promise<void> {
  await db.execute(sql`update relation_statuses s set until = greatest(s.since, current_date) where s.organization_id = ${id}::uuid and s.until is null
      and exists (select from relation_statuses k where k.hub_id = s.hub_id and k.organization_id = ${kept}::uuid and k.status = s.status and k.until is null)`);
  await db.execute(sql`delete from organization_roles r where r.organization_id = ${id}::uuid and r.ends_on is null
      and exists (select from organization_roles k where k.hub_id = r.hub_id and k.organization_id = ${kept}::uuid
        and k.person_id = r.person_id and k.kind = r.kind and k.ends_on is null)`);
  for (const table of [sql`relation_statuses`, sql`organization_roles`, sql`relation_notes`, sql`relation_documents`])
    await db.execute(sql`update ${table} set organization_id = ${kept}::uuid where organization_id = ${id}::uuid`);
}
