import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { recentPhotos } from '#modules/photos/index.ts';
import { readStoredFiles } from '#platform/stored-files/index.ts';
import { isId } from '#platform/ids/ids.ts';
import { eventActs, type EventAct } from '../../../commands/save-event.ts';
import { saveWholeEvent } from '../../../commands/save-whole-event.ts';
import { splitSeriesCommand } from '../../../commands/series/split-series.ts';
import { eventFields, type EventFields } from '../../../event/agenda-event.ts';
import { eventPath, officePaths } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { venueInTown, venueOf } from '../../../queries/office/venue-choices.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';
import { refusalText } from '../../texts.ts';
import { conflictPage, keptTheirs, readMine } from './conflict-page.tsx';
import { editedEvent, editorPage, emptyFields, repeatable } from './editor-page.tsx';
import { previewEvent, type EventPreview } from './event-preview.ts';
import { formErrors } from './form-errors.ts';
import { mergedEvent } from './parts-of-event.ts';
import { readEventForm, type ReadEvent } from './read-event-form.ts';

/** `POST /gestion/agenda/ajouter` */
export async function receiveAdd(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const form = await exchange.form();
  const wanted = form.values['repeatsId'] ?? '';
  const repeated = isId(wanted) ? await repeatable(exchange, wanted) : null;
  if (wanted && !repeated) return exchange.notFound();
  // What the form does not draw is that of the past event, or nothing.
  const former = repeated
    ? { ...repeated.fields, rule: null, alsoOn: [], state: 'confirmed' as const, stateNote: '' }
    : emptyFields(exchange);
  return receive(exchange, deps, { form, stored: null, former, repeatsId: repeated?.id ?? null });
}

/** `POST /gestion/agenda/:id` */
export async function receiveEdit(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const stored = await editedEvent(exchange);
  if (!stored) return exchange.notFound();
  const form = await exchange.form();
  const merged = form.values['mine'] === undefined ? null : readMine(form);
  if (merged) return saveMerged(exchange, deps, stored, form, merged);
  return receive(exchange, deps, { form, stored, former: stored.fields, repeatsId: null });
}

interface Sent {
  readonly form: SentForm;
  readonly stored: StoredEvent | null;
  readonly former: EventFields;
  readonly repeatsId: string | null;
}

async function receive(exchange: Exchange, deps: AgendaDependencies, sent: Sent): Promise<Response> {
  const { form, stored, former, repeatsId } = sent;
  const read = await readEventForm(exchange, deps, form, former);
  const { typed, fields } = read;
  const splitFrom = isId(form.values['des'] ?? '') ? (form.values['des'] ?? null) : null;
  const preview = await previewOf(exchange, stored, read);
  const redraw = (errors: Readonly<Record<string, string>>, status = 422, isWarned = false): Promise<Response> =>
    editorPage(exchange, deps, {
      stored,
      typed,
      fields,
      errors,
      form,
      status,
      preview,
      isWarned,
      repeatsId,
      splitFrom,
    });

  const wanted = form.values['act'] ?? 'keep';
  const act = eventActs.find((one) => one === wanted);
  if (wanted !== 'split' && !act) return redraw({}, 200);
  if (Object.keys(read.errors).length > 0) return redraw(read.errors);
  const seen = form.all('seen');
  const isNews = preview.clashes.some(({ occurrenceId }) => !seen.includes(occurrenceId));
  const isAnnounced = wanted === 'publish' && stored?.status !== 'published';
  if (isAnnounced && isNews) return redraw({}, 409, true);
  if (wanted === 'split' && stored && splitFrom)
    return receiveSplit(exchange, deps, { stored, read, splitFrom, form, redraw });
  if (!act) return exchange.notFound();

  const outcome = await execute(
    exchange.ctx,
    saveWholeEvent(deps.registration),
    {
      id: stored?.id ?? null,
      version: typed.version,
      fields,
      act,
      repeatsId,
      newVenue: read.newVenue,
      registration: read.registration,
    },
    { key: form.key },
  );
  if (outcome.ok) return saved(exchange, act, outcome.value);
  if (outcome.reason === 'edited_meanwhile' && stored) {
    const { version, theirs } = outcome.details as { version: number; theirs: EventFields };
    const mine = eventFields.safeParse(fields);
    if (mine.success)
      return conflictPage(exchange, deps, {
        stored,
        mine: mine.data,
        theirs,
        version,
        base: form.values['base'] ?? '',
        act,
      });
  }
  const named = formErrors(outcome.fields);
  return redraw(Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) });
}

async function previewOf(
  exchange: Exchange,
  stored: StoredEvent | null,
  { fields, newVenue }: ReadEvent,
): Promise<EventPreview> {
  const known = fields.venueId ? await venueOf(exchange.ctx.db, fields.venueId) : null;
  const venue = known ?? (newVenue && venueInTown(newVenue));
  return previewEvent(exchange.ctx, fields, { venue, eventId: stored?.id ?? null });
}

interface Split {
  readonly stored: StoredEvent;
  readonly read: ReadEvent;
  readonly splitFrom: string;
  readonly form: SentForm;
  readonly redraw: (errors: Readonly<Record<string, string>>) => Promise<Response>;
}

/** « Cette date et les suivantes. » */
async function receiveSplit(
  exchange: Exchange,
  deps: AgendaDependencies,
  { stored, read, splitFrom, form, redraw }: Split,
): Promise<Response> {
  if (read.newVenue) return redraw({ newCity: 'Ajoutez d’abord ce lieu aux lieux connus.' });
  const outcome = await execute(
    exchange.ctx,
    splitSeriesCommand(deps.registration),
    { id: stored.id, version: read.typed.version, occurrenceId: splitFrom, fields: read.fields },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(officePaths.dates(outcome.value.id), {
      tone: 'success',
      text: 'C’est fait : ces dates sont maintenant un rendez-vous à part, avec leurs inscriptions.',
    });
  const named = formErrors(outcome.fields);
  return redraw(Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) });
}

/** The choices made between two versions. */
async function saveMerged(
  exchange: Exchange,
  deps: AgendaDependencies,
  stored: StoredEvent,
  form: SentForm,
  mine: EventFields,
): Promise<Response> {
  const base = form.values['base'] ?? '';
  const act = eventActs.find((one) => one === form.values['act']) ?? 'keep';
  const fields = await withOwnMedia(exchange, mergedEvent(base, mine, stored.fields, keptTheirs(form)), stored);
  const version = Number(form.values['version']) || null;
  const outcome = await execute(
    exchange.ctx,
    saveWholeEvent(deps.registration),
    { id: stored.id, version, fields, act, repeatsId: null, newVenue: null, registration: null },
    { key: form.key },
  );
  if (outcome.ok) return saved(exchange, act, outcome.value);
  if (outcome.reason === 'edited_meanwhile')
    return conflictPage(exchange, deps, { stored, mine, theirs: stored.fields, version: stored.version, base, act });
  return exchange.redirect(officePaths.event(stored.id), { tone: 'danger', text: refusalText(outcome.reason) });
}

/** What came back through a page may name only pictures and documents that this person may use, or that were there. */
async function withOwnMedia(
  { ctx }: Exchange,
  fields: EventFields,
  { fields: former }: StoredEvent,
): Promise<EventFields> {
  const sent = await readStoredFiles(ctx.db, fields.files);
  const own = sent.filter(({ createdBy }) => createdBy !== null && createdBy === ctx.actor?.personId);
  const known = new Set([...former.files, ...own.map(({ id }) => id)]);
  const { imageId } = fields;
  const isUsable =
    imageId === null ||
    imageId === former.imageId ||
    (await recentPhotos(ctx, { chosenIds: [imageId] })).some(({ id }) => id === imageId);
  return { ...fields, files: fields.files.filter((id) => known.has(id)), imageId: isUsable ? imageId : former.imageId };
}

function saved(
  exchange: Exchange,
  act: EventAct,
  { id, slug, status }: { id: string; slug: string; status: string },
): Response {
  const isShown = act === 'publish' && status === 'published';
  return exchange.redirect(isShown ? eventPath(slug) : officePaths.event(id), { tone: 'success', text: said[act] });
}

const said: Readonly<Record<EventAct, string>> = {
  keep: 'C’est enregistré.',
  propose: 'Merci : l’équipe relit et publie bientôt.',
  publish: 'C’est en ligne.',
};
