import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { cutText } from '#platform/french/index.ts';
import { isWritable } from '../../domain/edition.ts';
import { lockEdition, nextPosition, todayOf } from '../../editions/commands/saving.ts';
import { editionContributions, editionRequests } from '../../editions/tables.ts';

const shortest = 10;

/**
 * Makes of an answer to « what is new with you? » a contribution that waits to be read, at the name of the one who was
 * asked. Null when she was not asked, when it is too late, or when she told already: her form is hers to change.
 */
export async function contributeByReply(
  work: CommandContext,
  requestId: string,
  { body }: { body: string },
): Promise<string | null> {
  const [request] = await work.db.select().from(editionRequests).where(eq(editionRequests.id, requestId));
  const edition = request && (await lockEdition(work, request.editionId));
  if (!request || !edition || !isWritable(edition, todayOf(work)) || body.length < shortest) return null;
  const id = work.newId();
  const inserted = await work.db
    .insert(editionContributions)
    .values({
      id,
      editionId: edition.id,
      requestId,
      source: 'mail',
      authorName: request.name,
      address: request.address,
      structureName: await structureOf(work, request),
      title: cutText(body.split('\n')[0] ?? body, 120),
      body: cutText(body, 2000),
      position: await nextPosition(work, edition.id),
      receivedAt: work.now(),
    })
    .onConflictDoNothing({
      target: [editionContributions.hubId, editionContributions.requestId],
      where: sql`request_id is not null`,
    })
    .returning({ id: editionContributions.id });
  return inserted[0]?.id ?? null;
}

/** The structure she wrote for the last time, else her own name: whoever reads it again corrects it. */
async function structureOf(
  work: CommandContext,
  { address, name }: { address: string; name: string },
): Promise<string> {
  const { rows } = await work.db.execute<{ name: string }>(sql`select structure_name as name from edition_contributions
    where address = ${address} order by received_at desc limit 1`);
  return rows[0]?.name ?? (name.length >= 2 ? name : (address.split('@')[1] ?? address));
}
