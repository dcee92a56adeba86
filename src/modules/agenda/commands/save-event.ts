import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { fieldMessages } from '#platform/forms/field-messages.ts';
import { eventFields, type EventFields } from '../event/agenda-event.ts';
import { mayEditEvent, mayPublishEvents, mayRunAgenda, mayWriteEvents } from '../policy.ts';
import { readAgendaSettings } from '../queries/agenda-settings.ts';
import type { StoredEvent } from '../queries/stored-event.ts';
import { lockEvent } from './saving/lock-event.ts';
import { keepSender } from './moderation/keep-sender.ts';
import { addEvent, writeEvent } from './saving/write-event.ts';

export const eventActs = ['keep', 'propose', 'publish'] as const;
export type EventAct = (typeof eventActs)[number];

const input = z.object({
  /** Null for a new one. */
  id: z.uuid().nullable(),
  /** The version the editor started from; null for a new one. */
  version: z.int().positive().nullable(),
  /** Checked by event/agenda-event.ts. */
  fields: z.unknown(),
  act: z.enum(eventActs),
  /** The past event this one does again. */
  repeatsId: z.uuid().nullable().default(null),
});

/**
 * Saves an event of the agenda, new or not: kept, proposed or made public. Whoever may not publish proposes. Refuses
 * `edited_meanwhile` when someone saved it since the version given, with their words in `details`.
 */
export const saveEvent = command({
  name: 'agenda.save-event',
  input,
  allow: mayWriteEvents,
  async run(work, { id, version, fields: raw, act, repeatsId }) {
    const parsed = eventFields.safeParse(raw);
    if (!parsed.success) return refuse('unclear_fields', { fields: fieldMessages(parsed.error) });
    const { trustedRoles } = await readAgendaSettings(work.db);
    const stored = id === null ? null : await lockEvent(work.db, id);
    if (id !== null && (!stored || stored.trashedAt || !mayEditEvent(work.actor, asSubject(stored), trustedRoles)))
      return refuse('not_found');
    // What another module keeps is changed there.
    if (stored?.origin) return refuse('kept_elsewhere');
    if (stored && stored.version !== version)
      return refuse('edited_meanwhile', { details: { version: stored.version, theirs: stored.fields } });
    const fields = mayRunAgenda(work.actor) ? parsed.data : asPartner(parsed.data, stored);
    const may = mayPublishEvents(work.actor, trustedRoles);
    if (act === 'publish' && !may) return refuse('not_yours_to_publish');
    const status = act === 'publish' ? 'published' : act === 'propose' ? 'proposed' : (stored?.status ?? 'draft');
    const saved = stored
      ? await writeEvent(work, stored, { fields, status, ...(act === 'keep' ? {} : { moderationNote: '' }) })
      : await addEvent(work, { fields, status, repeatsId });
    // Whoever may not publish is told what the team answers.
    if (saved.status === 'proposed' && work.actor && saved.personId === work.actor.personId)
      await keepSender(work, saved.id, { name: work.actor.name, email: '', phone: '', personId: work.actor.personId });
    work.record({
      subjectKind: 'event',
      subjectId: saved.id,
      summary: `« ${fields.title} » : ${done[act]}`,
      details: { version: saved.version },
    });
    return accept({ id: saved.id, slug: saved.slug, version: saved.version, status: saved.status });
  },
});

const done = { keep: 'enregistré', propose: 'proposé', publish: 'publié' } as const;

const asSubject = ({ personId, status, origin }: StoredEvent) => ({ personId, status, origin: origin?.module ?? null });

/** Only the team speaks for the hub: others keep what it had decided. */
function asPartner(fields: EventFields, stored: StoredEvent | null): EventFields {
  return { ...fields, isOwn: stored?.fields.isOwn ?? false };
}
