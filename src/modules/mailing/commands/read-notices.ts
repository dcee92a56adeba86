import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { readNotice, type ReturnNotice } from '../domain/read-notice.ts';
import { mayKeepMailings } from '../policy.ts';
import { keepBounce } from '../sending/keep-bounce.ts';

/**
 * Reads messages that came back and complaints. Only what speaks of a copy we sent is believed, and the address is the
 * one we wrote to: a forged notice silences nobody. What the team pastes may also name an address without our message.
 */
export const readNotices = command({
  name: 'mailing.read-notices',
  input: z.object({ messages: z.array(z.string()).max(50), source: z.literal('notice') }),
  allow: (actor) => actor === null || mayKeepMailings(actor),
  async run(work, { messages }) {
    let read = 0;
    for (const message of messages) {
      const notice = readNotice(message);
      if (notice && (await keepNotice(work, notice))) read += 1;
    }
    if (read === 0) return refuse('nothing_read', { fields: { text: 'Aucune adresse refusée n’a été trouvée.' } });
    work.record({
      subjectKind: 'mail-address',
      subjectId: null,
      summary: plural(read, 'message revenu lu', 'messages revenus lus'),
    });
    return accept({ read });
  },
});

async function keepNotice(
  work: CommandContext,
  { kind, code, recipients, messageIds }: ReturnNotice,
): Promise<boolean> {
  const ids = messageIds.filter(isId);
  const { rows } =
    ids.length === 0
      ? { rows: [] }
      : await work.db.execute<{ id: string; address: string }>(
          sql`select id, address from mailing_deliveries where id = any (${sql.param(ids)}::uuid[])`,
        );
  const [ours] = rows;
  if (ours) {
    if (kind === 'hard')
      await work.db.execute(sql`update mailing_deliveries set state = 'refused', reason = 'hard'
        where id = ${ours.id}::uuid and state in ('sent', 'uncertain')`);
    await keepBounce(work, { address: ours.address, deliveryId: ours.id, kind, code, source: 'notice' });
    return true;
  }
  const [named] = recipients;
  if (work.actor === null || !named) return false;
  await keepBounce(work, { address: named, deliveryId: null, kind, code, source: 'team' });
  return true;
}
