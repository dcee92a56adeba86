import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { hubChanged } from '../facts.ts';
import { hubSettings } from '../tables.ts';

type Changes = Partial<Omit<typeof hubSettings.$inferInsert, 'hubId' | 'version'>>;

/** Saves changed settings of the hub at hand with their audit line: what each settings command ends with. */
export async function saveHubSettings(ctx: CommandContext, changes: Changes, summary: string): Promise<void> {
  await ctx.db
    .update(hubSettings)
    .set({ ...changes, updatedAt: ctx.now(), version: sql`${hubSettings.version} + 1` })
    .where(eq(hubSettings.hubId, ctx.hubId));
  ctx.publish(hubChanged(ctx.hubId));
  ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary });
}
