import { sql } from 'drizzle-orm';
import type { CommandContext } from '../context/context.ts';

/** After two persons became one: the mails of the second one are the first one's. */
export async function moveMailsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.execute(sql`update mail_messages set person_id = ${keptId}::uuid where person_id = ${mergedId}::uuid`);
}
