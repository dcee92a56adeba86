import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { EventStatus } from '../../domain/event-status.ts';
import { agendaEvents, agendaSourceEvents } from '../../tables.ts';

/** An event that came from a source, for the team. */
export interface SourceEventLine {
  eventId: string;
  title: string;
  startsOn: Temporal.PlainDate;
  status: EventStatus;
  state: string;
  isDetached: boolean;
  isGone: boolean;
}

/** The latest first, those in the trash left out. */
export async function eventsOfSource(db: Reader, sourceId: string, limit: number): Promise<SourceEventLine[]> {
  const rows = await db
    .select({
      eventId: agendaEvents.id,
      title: agendaEvents.title,
      startsLocal: agendaEvents.startsLocal,
      status: agendaEvents.status,
      state: agendaEvents.state,
      isDetached: agendaSourceEvents.isDetached,
      goneAt: agendaSourceEvents.goneAt,
    })
    .from(agendaSourceEvents)
    .innerJoin(agendaEvents, eq(agendaEvents.id, agendaSourceEvents.eventId))
    .where(and(eq(agendaSourceEvents.sourceId, sourceId), isNull(agendaEvents.trashedAt)))
    .orderBy(desc(agendaEvents.startsLocal))
    .limit(limit);
  return rows.map(({ startsLocal, goneAt, ...row }) => ({
    ...row,
    startsOn: startsLocal.toPlainDate(),
    isGone: goneAt !== null,
  }));
}
