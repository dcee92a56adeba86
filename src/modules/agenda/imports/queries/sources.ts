import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { agendaSourceEvents, agendaSources } from '../../tables.ts';

/** A calendar of others, as kept. */
export type AgendaSource = typeof agendaSources.$inferSelect;

/** Those not in the trash, by name. */
export async function readSources(db: Reader): Promise<AgendaSource[]> {
  return db.select().from(agendaSources).where(isNull(agendaSources.trashedAt)).orderBy(asc(agendaSources.name));
}

export async function readSource(db: Reader, id: string): Promise<AgendaSource | null> {
  const [row] = await db
    .select()
    .from(agendaSources)
    .where(and(eq(agendaSources.id, id), isNull(agendaSources.trashedAt)));
  return row ?? null;
}

/** Addresses to be asked again at this moment. */
export async function dueSources(db: Reader, now: Temporal.Instant): Promise<AgendaSource[]> {
  const { trashedAt, isPaused, dueAt, url } = agendaSources;
  return db
    .select()
    .from(agendaSources)
    .where(and(isNull(trashedAt), isNotNull(url), eq(isPaused, false), or(isNull(dueAt), lte(dueAt, now))))
    .orderBy(asc(dueAt));
}

/** Where an event is told besides here: the name of each source, and its page over there. */
export async function sourcesOfEvents(
  db: Reader,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, { name: string; url: string; sourceId: string; isDetached: boolean }[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .select({
      eventId: agendaSourceEvents.eventId,
      name: agendaSources.name,
      url: agendaSourceEvents.url,
      sourceId: agendaSources.id,
      isDetached: agendaSourceEvents.isDetached,
    })
    .from(agendaSourceEvents)
    .innerJoin(agendaSources, eq(agendaSources.id, agendaSourceEvents.sourceId))
    .where(
      and(
        inArray(agendaSourceEvents.eventId, [...eventIds]),
        isNull(agendaSourceEvents.goneAt),
        isNull(agendaSources.trashedAt),
      ),
    )
    .orderBy(asc(agendaSourceEvents.createdAt));
  return Map.groupBy(rows, ({ eventId }) => eventId);
}
