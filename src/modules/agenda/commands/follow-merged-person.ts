import { eq } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { moveCalendarsTo } from '../personal-data-calendars.ts';
import { moveModerationTo } from '../personal-data-moderation.ts';
import { agendaEvents } from '../tables.ts';

/** The events a person typed follow her when two records of her become one. */
export async function moveEventsTo(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.update(agendaEvents).set({ personId: keptId }).where(eq(agendaEvents.personId, mergedId));
  await moveModerationTo(work.db, keptId, mergedId);
  await moveCalendarsTo(work.db, keptId, mergedId);
}
