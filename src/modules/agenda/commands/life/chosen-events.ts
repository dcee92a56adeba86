import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import { mayEditEvent } from '../../policy.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { agendaEvents } from '../../tables.ts';
import { lockEvent } from '../saving/lock-event.ts';

/** The events ticked in a list, or the one of a page. */
export const chosenEvents = z.object({
  ids: z
    .array(z.uuid())
    .min(1, 'Choisissez au moins un rendez-vous.')
    .max(500, 'Choisissez moins de 500 rendez-vous à la fois.'),
});

/**
 * Those of these events that the actor may change here, locked in the order of their ids so that two acts never wait for
 * each other. What another module keeps is changed there.
 */
export async function lockChosenEvents(
  work: CommandContext,
  ids: readonly string[],
  where: 'in use' | 'in the trash' = 'in use',
): Promise<StoredEvent[]> {
  const isThere =
    where === 'in use'
      ? isNull(agendaEvents.trashedAt)
      : and(isNotNull(agendaEvents.trashedAt), isNull(agendaEvents.removedAt));
  const rows = await work.db
    .select({ id: agendaEvents.id })
    .from(agendaEvents)
    .where(and(inArray(agendaEvents.id, [...ids]), isNull(agendaEvents.origin), isThere))
    .orderBy(asc(agendaEvents.id))
    .for('update');
  const { trustedRoles } = await readAgendaSettings(work.db);
  const chosen: StoredEvent[] = [];
  for (const { id } of rows) {
    const event = await lockEvent(work.db, id);
    if (event && mayEditEvent(work.actor, { ...event, origin: null }, trustedRoles)) chosen.push(event);
  }
  return chosen;
}
