import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { partsOfSeries } from '../../../commands/series/parts-of-series.ts';
import { eventFields, type EventFields } from '../../../event/agenda-event.ts';
import { officePaths } from '../../../paths.ts';
import { mayEditEvent, mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { readAgendaSettings } from '../../../queries/agenda-settings.ts';
import { occurrencesOf } from '../../../queries/occurrences-of.ts';
import { venueOf, venueWords } from '../../../queries/office/venue-choices.ts';
import { readEvent, type StoredEvent } from '../../../queries/stored-event.ts';
import { baseOf } from './parts-of-event.ts';
import { readChoices } from './editor-choices.ts';
import { EditorForm } from './editor-form.tsx';
import { previewEvent, type EventPreview } from './event-preview.ts';
import { EventTabs } from '../event-tabs.tsx';
import { EventActs, eventHeader, SentBack } from './event-header.tsx';
import { organizerNames } from './organizer-names.ts';
import { fieldsToRepeat } from './repeated-event.ts';
import { typedFrom, type TypedEvent } from './typed-event.ts';

/** `GET /gestion/agenda/ajouter`, empty or filled from a past event (`?refaire=`). */
export async function showAdd(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const wanted = exchange.query('refaire');
  const former = isId(wanted) ? await repeatable(exchange, wanted) : null;
  if (wanted && !former) return exchange.notFound();
  const fields = former ? await fieldsToRepeat(exchange.ctx, former) : emptyFields(exchange);
  const typed = await typedOf(exchange, deps, fields, null, former?.id ?? null);
  const values: Record<string, string> = { ...typed.values };
  if (!former) Object.assign(values, { title: '', startsOn: '' });
  const day = exchange.query('jour');
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) values['startsOn'] = day;
  return editorPage(exchange, deps, {
    stored: null,
    typed: { ...typed, values },
    repeatsId: former?.id ?? null,
  });
}

/** `GET /gestion/agenda/:id`; with `?des=`, one of its dates and those that follow. */
export async function showEdit(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const stored = await editedEvent(exchange);
  if (!stored) return exchange.notFound();
  if (stored.origin) return exchange.redirect(stored.origin.officePath);
  const from = exchange.query('des');
  if (from === '') {
    const typed = await typedOf(exchange, deps, stored.fields, stored.version, stored.id);
    return editorPage(exchange, deps, { stored, typed });
  }
  const fields = isId(from) ? await fieldsFrom(exchange, stored, from) : null;
  if (!fields) return exchange.redirect(officePaths.event(stored.id));
  const typed = await typedOf(exchange, deps, fields, stored.version, stored.id);
  return editorPage(exchange, deps, { stored, typed, splitFrom: from });
}

/** What the dates of a series from this one on say; null at the first. */
async function fieldsFrom(exchange: Exchange, stored: StoredEvent, occurrenceId: string): Promise<EventFields | null> {
  const [date] = await occurrencesOf(exchange.ctx.db, { occurrenceIds: [occurrenceId] });
  if (date?.eventId !== stored.id) return null;
  return partsOfSeries(stored, date.originalLocal)?.after ?? null;
}

/** The event of the address, when this person may edit it and it is not in the trash. */
export async function editedEvent(exchange: Exchange): Promise<StoredEvent | null> {
  const id = exchange.param('id');
  const stored = isId(id) ? await readEvent(exchange.ctx.db, id) : null;
  if (!stored || stored.trashedAt) return null;
  const { trustedRoles } = await readAgendaSettings(exchange.ctx.db);
  return mayEditEvent(exchange.actor, { ...stored, origin: stored.origin?.module ?? null }, trustedRoles)
    ? stored
    : null;
}

/** An event that may be done again: a public one, or one’s own. */
export async function repeatable(exchange: Exchange, id: string): Promise<StoredEvent | null> {
  const stored = await readEvent(exchange.ctx.db, id);
  if (!stored || stored.trashedAt || stored.origin) return null;
  if (stored.status === 'published') return stored;
  return mayEditEvent(exchange.actor, { ...stored, origin: null }, []) ? stored : null;
}

// A day no event has, so that the fields of an empty one can be read.
const unsaid = '0001-01-01';

export function emptyFields(exchange: Exchange): EventFields {
  return eventFields.parse({ title: '-', startsOn: unsaid, isOwn: mayRunAgenda(exchange.actor) });
}

async function typedOf(
  exchange: Exchange,
  deps: AgendaDependencies,
  fields: EventFields,
  version: number | null,
  registrationOf: string | null,
): Promise<TypedEvent> {
  const { ctx } = exchange;
  const [venue, organizers, registration] = await Promise.all([
    fields.venueId === null ? null : venueOf(ctx.db, fields.venueId),
    organizerNames(ctx, deps, fields.organizers),
    registrationOf === null ? null : deps.registration.quick(ctx, registrationOf),
  ]);
  return typedFrom(fields, version, { venue: venue ? venueWords(venue) : '', organizers, registration });
}

export interface EditorView {
  readonly stored: StoredEvent | null;
  readonly typed: TypedEvent;
  /** The fields as they were understood; those of the form otherwise. */
  readonly fields?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
  /** The form just sent, when the page answers one. */
  readonly form?: SentForm;
  readonly status?: number;
  readonly preview?: EventPreview;
  /** Publishing was asked, and something is around. */
  readonly isWarned?: boolean;
  readonly repeatsId?: string | null;
  /** The date from which the series changes. */
  readonly splitFrom?: string | null;
}

/** The editor, with what was typed and what was refused of it. */
export async function editorPage(exchange: Exchange, deps: AgendaDependencies, view: EditorView): Promise<Response> {
  const { stored, typed, errors = {}, form, status = 200, isWarned = false, repeatsId, splitFrom } = view;
  const { ctx } = exchange;
  const choices = await readChoices(exchange, deps, typed, form);
  const shown = view.fields ?? (typed.values['startsOn'] ? fieldsOfTyped(stored, typed) : null);
  const venue = stored?.fields.venueId ? await venueOf(ctx.db, stored.fields.venueId) : null;
  const preview = view.preview ?? (await previewEvent(ctx, shown, { venue, eventId: stored?.id ?? null }));
  const version = typed.version ?? stored?.version;
  const isPublic = stored?.status === 'published';
  const base = form?.values['base'] ?? (stored && !splitFrom ? baseOf(stored.fields) : '');
  return exchange.page({
    title: splitFrom ? 'Cette date et les suivantes' : (stored?.fields.title ?? 'Nouveau rendez-vous'),
    layout: 'office',
    status,
    section: officePaths.list,
    ...eventHeader(exchange, stored, { isSplit: Boolean(splitFrom) }),
    content: (
      <>
        {stored && <EventTabs actor={exchange.actor} event={stored} current="event" />}
        {stored && !splitFrom && <SentBack stored={stored} />}
        <EditorForm
          id={stored?.id ?? null}
          action={stored ? officePaths.event(stored.id) : officePaths.add}
          typed={typed}
          errors={errors}
          choices={choices}
          preview={preview}
          isPublic={isPublic}
          isSplit={Boolean(splitFrom)}
          isWarned={isWarned}
          today={ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate()}
          photoWords={form?.values['photo_words']}
          hidden={{
            [formKeyField]: exchange.formKey,
            ...(version ? { version: String(version) } : {}),
            ...(base ? { base } : {}),
            ...(repeatsId ? { repeatsId } : {}),
            ...(splitFrom ? { des: splitFrom } : {}),
            ...(stored ? { event: stored.id } : {}),
          }}
        />
        {stored && !splitFrom && <EventActs exchange={exchange} stored={stored} />}
      </>
    ),
  });
}

/** What an event already kept says, for its preview; a new one has its dates in the form alone. */
function fieldsOfTyped(stored: StoredEvent | null, { values }: TypedEvent): unknown {
  if (stored) return stored.fields;
  return { title: '-', startsOn: values['startsOn'], startsAt: values['startsAt'] || null };
}
