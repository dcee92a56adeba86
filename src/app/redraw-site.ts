import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { channels } from './reactions.ts';

/** Lets the kept pages of a hub go in every process, when time alone changes what they say. */
export async function redrawSite({ db, hubId, hear }: Context): Promise<void> {
  await db.execute(sql`select pg_notify(${channels.site}, ${hubId})`);
  hear(channels.site, hubId);
}
