import { and, eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { hubChanged } from '../facts.ts';
import { hubSettings } from '../tables.ts';

type Changes = Partial<Omit<typeof hubSettings.$inferInsert, 'hubId' | 'version'>>;

/**
 * Saves changed settings of the hub at hand with their audit line: what each settings command ends with. Refuses when
 * somebody else saved after the version the form was filled from.
 */
export async function saveHubSettings(
  ctx: CommandContext,
  changes: Changes,
  summary: string,
  versionRead?: number,
): Promise<Outcome<null, 'edited_meanwhile'>> {
  const { rowCount } = await ctx.db
    .update(hubSettings)
    .set({ ...changes, updatedAt: ctx.now(), version: sql`${hubSettings.version} + 1` })
    .where(
      and(
        eq(hubSettings.hubId, ctx.hubId),
        versionRead === undefined ? undefined : eq(hubSettings.version, versionRead),
      ),
    );
  if (rowCount === 0) return refuse('edited_meanwhile');
  ctx.publish(hubChanged(ctx.hubId));
  ctx.record({ subjectKind: 'hub', subjectId: ctx.hubId, summary });
  return accept(null);
}
