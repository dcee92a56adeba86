import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepMailings } from '../../policy.ts';
import { mailingDeliveries } from '../../tables.ts';
import { longestReply } from '../own-words.ts';
import { mailingReplies } from '../tables.ts';
import { contributeByReply } from './contribute-by-reply.ts';

/** Answers kept to one copy: whoever writes more is not in a conversation. */
const mostOfCopy = 20;

const reply = z.object({
  /** The copy answered, as its signed address said. */
  copyId: z.uuid(),
  print: z.string().regex(/^[0-9a-f]{64}$/),
  sender: z.string().max(254),
  title: z.string().max(200),
  body: z.string().min(1).max(longestReply),
  filesLeft: z.number().int().min(0),
});
type Reply = z.output<typeof reply>;

/**
 * Keeps what readers answered to their copies. The copy tells whose answer it is: what the message says of its sender is
 * shown, never believed. An answer to the question of the actors’ letter waits there to be read.
 */
export const receiveReplies = command({
  name: 'mailing.receive-replies',
  input: z.object({ replies: z.array(reply).max(50) }),
  allow: (actor) => actor === null || mayKeepMailings(actor),
  async run(work, { replies }) {
    let kept = 0;
    for (const one of replies) if (await keepReply(work, one)) kept += 1;
    if (kept === 0) return refuse('no_reply');
    work.record({
      subjectKind: 'mailing',
      subjectId: null,
      summary: plural(kept, 'réponse à un envoi reçue', 'réponses à des envois reçues'),
    });
    return accept({ kept });
  },
});

async function keepReply(work: CommandContext, { copyId, ...said }: Reply): Promise<boolean> {
  const [copy] = await work.db.select().from(mailingDeliveries).where(eq(mailingDeliveries.id, copyId)).for('update');
  // Nothing left to this address: nobody can answer it.
  if (!copy?.claimedAt || copy.address.endsWith('@oublie.invalid')) return false;
  const { rows } = await work.db.execute<{ count: number }>(
    sql`select count(*)::int as count from mailing_replies where delivery_id = ${copyId}::uuid`,
  );
  if ((rows[0]?.count ?? 0) >= mostOfCopy) return false;
  const id = work.newId();
  const inserted = await work.db
    .insert(mailingReplies)
    .values({
      ...said,
      id,
      mailingId: copy.mailingId,
      deliveryId: copyId,
      address: copy.address,
      name: copy.name,
      personId: copy.personId,
      sender: said.sender === copy.address ? '' : said.sender,
      receivedAt: work.now(),
    })
    .onConflictDoNothing()
    .returning({ id: mailingReplies.id });
  if (inserted.length === 0) return false;
  const contributionId = await contributeByReply(work, copyId, said);
  if (contributionId) await work.db.update(mailingReplies).set({ contributionId }).where(eq(mailingReplies.id, id));
  return true;
}
