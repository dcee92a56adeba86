import { sql } from 'drizzle-orm';
import type { Reader, Transaction } from '#platform/db/database.ts';

const lowered = (addresses: readonly string[]): string => JSON.stringify(addresses.map((one) => one.toLowerCase()));

/** Projects that name these addresses as their one contact. */
export async function projectContacts(
  db: Reader,
  addresses: readonly string[],
): Promise<{ title: string; name: string; email: string; phone: string }[]> {
  if (addresses.length === 0) return [];
  const { rows } = await db.execute<{ title: string; name: string; email: string; phone: string }>(sql`
    select title, coalesce(content->>'contactName', '') as name, content->>'contactEmail' as email,
      coalesce(content->>'contactPhone', '') as phone
    from publications where kind = 'project' and ${lowered(addresses)}::jsonb ? lower(content->>'contactEmail')
    order by created_at`);
  return rows;
}

/** Takes these addresses, and the name and phone beside them, out of every project: as shown, in waiting, in versions. */
export async function forgetProjectContacts(tx: Transaction, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const known = lowered(addresses);
  const nobody = sql`'{"contactName": "", "contactEmail": "", "contactPhone": ""}'::jsonb`;
  await tx.execute(sql`update publications set content = content || ${nobody}
    where kind = 'project' and ${known}::jsonb ? lower(content->>'contactEmail')`);
  await tx.execute(sql`update publications
    set pending = jsonb_set(pending, '{content}', (pending->'content') || ${nobody})
    where kind = 'project' and ${known}::jsonb ? lower(pending->'content'->>'contactEmail')`);
  await tx.execute(sql`update publication_versions v
    set fields = jsonb_set(v.fields, '{content}', (v.fields->'content') || ${nobody})
    where ${known}::jsonb ? lower(v.fields->'content'->>'contactEmail')`);
}
