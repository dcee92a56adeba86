import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { accounts } from '../tables.ts';

export type AccountOpening = { accountId: string; email: string | null } | 'address_taken';

/** The account of a person, opened when she has none; an address that another account has is refused. */
export async function openAccount(
  work: CommandContext,
  personId: string,
  email: string | null,
): Promise<AccountOpening> {
  const [known] = await work.db.select().from(accounts).where(eq(accounts.personId, personId)).for('update');
  if (known) return { accountId: known.id, email: known.email };
  const accountId = work.newId();
  const { rowCount } = await work.db
    .insert(accounts)
    .values({ id: accountId, personId, email, createdAt: work.now() })
    .onConflictDoNothing();
  return rowCount === 1 ? { accountId, email } : 'address_taken';
}
