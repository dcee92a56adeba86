import { sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db/database.ts';
import { readOrganizations, uuids, type StoredOrganization } from '../../queries/stored-organization.ts';

export { readOrganizations, uuids, type StoredOrganization };

/** The sheets of these ids, locked until the transaction ends, so that two changes of one sheet follow each other. */
export async function lockOrganizations(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, StoredOrganization>> {
  if (ids.length === 0) return new Map();
  // In id order, so that two acts on the same sheets never wait for each other.
  await tx.execute(sql`select id from organizations where id = any (${uuids(ids)}::uuid[]) order by id for update`);
  return readOrganizations(tx, ids);
}
