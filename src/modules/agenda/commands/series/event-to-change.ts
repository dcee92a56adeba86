import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { mayEditEvent } from '../../policy.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';
import { lockEvent } from '../saving/lock-event.ts';

/** Which event, and the version its page was drawn from. */
export const eventAsRead = z.object({ id: z.uuid(), version: z.int().positive() });

/** The event, locked, when this person may change it and nobody did since. */
export async function eventToChange(
  work: CommandContext,
  { id, version }: z.output<typeof eventAsRead>,
): Promise<Outcome<StoredEvent, 'not_found' | 'kept_elsewhere' | 'edited_meanwhile'>> {
  const stored = await lockEvent(work.db, id);
  const { trustedRoles } = await readAgendaSettings(work.db);
  if (!stored || stored.trashedAt || !mayEditEvent(work.actor, { ...stored, origin: null }, trustedRoles))
    return refuse('not_found');
  if (stored.origin) return refuse('kept_elsewhere');
  if (stored.version !== version) return refuse('edited_meanwhile', { details: { version: stored.version } });
  return accept(stored);
}
