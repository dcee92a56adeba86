import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';

/** After two persons became one: the photos and agreements of the second one are the first one's. */
export async function movePhotosTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.execute(sql`update photo_people set person_id = ${keptId} where person_id = ${mergedId}`);
  await work.db.execute(sql`update photo_people set noted_by = ${keptId} where noted_by = ${mergedId}`);
  await work.db.execute(sql`update stored_images set created_by = ${keptId} where created_by = ${mergedId}`);
}
