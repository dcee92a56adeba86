import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import type { StoredMailing } from '../../queries/read-mailing.ts';
import { mailings } from '../../tables.ts';

/** The mailing, held until the end of the transaction. */
export async function lockMailing(work: CommandContext, id: string): Promise<StoredMailing | null> {
  const [mailing] = await work.db.select().from(mailings).where(eq(mailings.id, id)).for('update');
  return mailing ?? null;
}
