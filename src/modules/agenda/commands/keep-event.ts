import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { eventFields, type EventInput } from '../event/agenda-event.ts';
import type { StoredEvent } from '../queries/stored-event.ts';
import { lockEvent } from './saving/lock-event.ts';
import { addEvent, writeEvent } from './saving/write-event.ts';

/** An event that another module keeps (a training session…), as it wants it now. */
export interface KeptEvent {
  /** Null for a new one. */
  id: string | null;
  fields: EventInput;
  isPublic: boolean;
  /** Trashed with what it stands for. */
  isTrashed?: boolean;
  origin: { module: string; path: string; officePath: string };
}

/** Writes an event that another module keeps, in that module's transaction. Its own command checks the rights. */
export async function keepEvent(
  work: CommandContext,
  { id, fields: raw, isPublic, isTrashed = false, origin }: KeptEvent,
): Promise<Outcome<StoredEvent, 'unclear_fields' | 'not_found'>> {
  const parsed = eventFields.safeParse(raw);
  if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
  const status = isPublic ? 'published' : 'draft';
  if (id === null) return accept(await addEvent(work, { fields: parsed.data, status, origin }));
  const stored = await lockEvent(work.db, id);
  if (!stored || stored.origin?.module !== origin.module) return refuse('not_found');
  const trashedAt = isTrashed ? (stored.trashedAt ?? work.now()) : null;
  return accept(await writeEvent(work, stored, { fields: parsed.data, status, trashedAt, origin }));
}
