import { eq, sql } from 'drizzle-orm';
import { readEvent } from '#modules/agenda/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { officePaths } from '../paths.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { programmeStands } from '../tables.ts';

/** Stands that wait for an answer, a line for each day. */
export async function programmeTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayKeepProgrammes(ctx.actor)) return [];
  const waiting = await ctx.db
    .select({
      eventId: programmeStands.eventId,
      count: sql<number>`count(*)::int`,
      since: sql<string>`to_json(min(${programmeStands.createdAt}))#>>'{}'`,
    })
    .from(programmeStands)
    .where(eq(programmeStands.state, 'proposed'))
    .groupBy(programmeStands.eventId);
  const entries = await Promise.all(
    waiting.map(async ({ eventId, count, since }): Promise<TodoEntry[]> => {
      const event = await readEvent(ctx.db, eventId);
      if (!event || event.trashedAt) return [];
      return [
        {
          group: 'to-validate',
          title: plural(count, 'demande de stand', 'demandes de stand'),
          detail: event.fields.title,
          action: { label: 'Répondre', path: officePaths.stands(eventId) },
          since: Temporal.Instant.from(since),
          hue: 'plum',
        },
      ];
    }),
  );
  return entries.flat();
}
