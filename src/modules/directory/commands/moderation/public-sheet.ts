import { lockOrganizations, readOrganizations, type StoredOrganization } from '../saving/stored-organization.ts';
import type { Reader, Transaction } from '#platform/db/database.ts';

/** The sheet if everyone may read it: unknown, hidden and trashed ones answer alike. */
export async function readPublicSheet(db: Reader, id: string): Promise<StoredOrganization | null> {
  return shown((await readOrganizations(db, [id])).get(id));
}

/** The same, locked until the transaction ends. */
export async function lockPublicSheet(tx: Transaction, id: string): Promise<StoredOrganization | null> {
  return shown((await lockOrganizations(tx, [id])).get(id));
}

function shown(sheet: StoredOrganization | undefined): StoredOrganization | null {
  return sheet && sheet.status === 'published' && sheet.trashedAt === null ? sheet : null;
}
