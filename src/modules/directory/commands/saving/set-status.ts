import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { organizationChanged } from '../../facts.ts';
import type { OrganizationStatus } from '../../tables.ts';
import { indexOrganizations } from './index-organizations.ts';
import { lockOrganizations, uuids, type StoredOrganization } from './stored-organization.ts';

/** Gives a status to sheets that are not in the trash; answers those it changed. */
export async function setStatus(
  work: CommandContext,
  ids: readonly string[],
  status: OrganizationStatus,
): Promise<StoredOrganization[]> {
  const stored = [...(await lockOrganizations(work.db, ids)).values()].filter(
    (sheet) => sheet.trashedAt === null && sheet.status !== status,
  );
  if (stored.length === 0) return [];
  const changed = stored.map(({ id }) => id);
  const now = work.now().toString();
  await work.db.execute(sql`update organizations set status = ${status}, updated_at = ${now},
      published_at = case when ${status} = 'published' then coalesce(published_at, ${now}::timestamptz) else published_at end
    where id = any (${uuids(changed)}::uuid[])`);
  await indexOrganizations(
    work,
    stored.map((sheet) => ({ ...sheet, status })),
  );
  work.publish(organizationChanged(...changed));
  return stored;
}
