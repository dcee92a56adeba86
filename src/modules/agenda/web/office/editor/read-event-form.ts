import { photoChoiceOf, takePhoto } from '#modules/photos/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { readStoredFiles, takeFile } from '#platform/stored-files/index.ts';
import { richTextOf } from '#ui/fields/rich-text-field.tsx';
import { fitsStart, once, rhythms, ruleOf, weekdayCodes, type Repetition } from '../../../domain/series-repetition.ts';
import type { EventFields, EventInput } from '../../../event/agenda-event.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { venueNamed, venueOf, venueWords } from '../../../queries/office/venue-choices.ts';
import { organizersFrom } from './organizer-names.ts';
import type { TypedDate, TypedEvent } from './typed-event.ts';

/** What a form of the editor says, and what is wrong with it that no schema sees. */
export interface ReadEvent {
  readonly typed: TypedEvent;
  /** What the command takes. */
  readonly fields: EventInput;
  readonly newVenue: { name: string; city: string; street: string } | null;
  readonly registration: { isOpen: boolean; capacity: number | null } | null;
  readonly errors: Readonly<Record<string, string>>;
}

export const mostFurtherRows = 100;
const mostOrganizers = 12;

/** Reads the form of the editor. `former` is what the event was: what the form does not draw is kept. */
export async function readEventForm(
  exchange: Exchange,
  deps: AgendaDependencies,
  form: SentForm,
  former: EventFields,
): Promise<ReadEvent> {
  const { ctx } = exchange;
  const errors: Record<string, string> = {};
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const typed = typedOf(form);

  const repetition = repetitionFrom(typed);
  const starts = dayFrom(text('startsOn'));
  if (starts && !fitsStart(repetition, starts))
    errors['rhythm'] = 'Le premier jour n’est pas de ceux que vous avez cochés : changez l’un ou l’autre.';
  if (typed.values['ends'] === 'until' && !dayFrom(text('until'))) errors['until'] = 'Dites jusqu’à quand.';
  if (typed.values['ends'] === 'times' && repetition.times === null) errors['times'] = 'Dites combien de fois.';

  const place = await placeFrom(exchange, form, former, errors);
  const organizers = await organizersFrom(ctx, deps, typed.organizers, former.organizers);
  const photo = await takePhoto(ctx, deps.ports, form, 'photo', {
    visibility: mayRunAgenda(exchange.actor) ? 'public' : 'staff',
  });
  if (!photo.ok) Object.assign(errors, photo.fields);
  const choice = photoChoiceOf(photo, form, 'photo');
  const files = await filesFrom(exchange, deps, form, former, errors);
  const places = text('places');
  if (places !== '' && !/^\d{1,6}$/.test(places)) errors['places'] = 'Écrivez un nombre, ou rien.';

  const fields: EventInput = {
    ...former,
    title: text('title'),
    type: text('type') as EventFields['type'],
    brief: text('brief'),
    body: richTextOf(form, 'body'),
    state: (text('state') || former.state) as EventFields['state'],
    stateNote: text('stateNote'),
    // Only the team speaks for the hub.
    isOwn: mayRunAgenda(exchange.actor) ? typed.values['isOwn'] === 'oui' : former.isOwn,
    perimeter: (text('perimeter') || former.perimeter) as EventFields['perimeter'],
    organizers,
    startsOn: text('startsOn'),
    startsAt: text('startsAt') || null,
    endsOn: text('endsOn') || null,
    endsAt: text('endsAt') || null,
    rule: starts ? ruleOf(repetition, starts) : former.rule,
    alsoOn: typed.further.map(({ on, from, to }) => ({ on, from: from || null, to: to || null })),
    attendance: place.attendance,
    venueId: place.venueId,
    onlineLink: text('onlineLink'),
    isLinkPublic: text('isLinkPublic') === 'oui',
    placeNote: text('placeNote'),
    isFree: text('isFree') === 'oui',
    conditions: text('conditions'),
    registrationUrl: text('registrationUrl'),
    audiences: [...typed.audiences],
    themes: [...typed.themes],
    imageId: choice.imageId,
    imageAlternative: choice.alternative,
    imageCredit: choice.credit,
    files,
    contactName: text('contactName'),
    contactPhone: text('contactPhone'),
    contactEmail: text('contactEmail'),
  };
  return {
    typed: { ...typed, photo: choice, files },
    fields,
    newVenue: place.newVenue,
    registration:
      text('quickShown') === 'oui'
        ? { isOpen: text('quick') === 'oui', capacity: places === '' ? null : Number(places) }
        : null,
    errors,
  };
}

function typedOf(form: SentForm): TypedEvent {
  const { values } = form;
  const further: TypedDate[] = Array.from({ length: mostFurtherRows }, (_, row) => ({
    on: values[`also.${row}.on`] ?? '',
    from: values[`also.${row}.from`] ?? '',
    to: values[`also.${row}.to`] ?? '',
  })).filter(({ on, from, to }) => on || from || to);
  const organizers = Array.from({ length: mostOrganizers }, (_, row) => (values[`organizer.${row}`] ?? '').trim());
  return {
    version: /^[1-9]\d{0,8}$/.test(values['version'] ?? '') ? Number(values['version']) : null,
    values: { ...values },
    days: weekdayCodes.filter((code) => form.all('days').includes(code)),
    further,
    organizers: organizers.filter((name) => name !== ''),
    audiences: [...new Set(form.all('audiences'))],
    themes: form.all('themes').filter(isId),
    body: richTextOf(form, 'body'),
    photo: { imageId: null, alternative: '', isDecorative: false, credit: '' },
    files: [],
  };
}

/** The repetition that these fields ask for. */
export function repetitionFrom({ values, days }: Pick<TypedEvent, 'values' | 'days'>): Repetition {
  const rhythm = rhythms.find((one) => one === values['rhythm']) ?? 'never';
  if (rhythm === 'never') return once;
  if (rhythm === 'own') return { ...once, rhythm, rule: values['rule'] || null };
  const times = values['times'] ?? '';
  return {
    rhythm,
    days: rhythm === 'weekly' || rhythm === 'fortnightly' ? days : [],
    until: values['ends'] === 'until' ? (dayFrom(values['until'] ?? '')?.toString() ?? null) : null,
    times: values['ends'] === 'times' && /^[1-9]\d{0,2}$/.test(times) ? Number(times) : null,
    rule: null,
  };
}

export function dayFrom(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** Where it is: a known place, a new one with its town, or nowhere but online. */
async function placeFrom(exchange: Exchange, form: SentForm, former: EventFields, errors: Record<string, string>) {
  const { db } = exchange.ctx;
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const [words, city] = [text('venue'), text('newCity')];
  const asked = text('attendance');
  const attendance: EventFields['attendance'] = asked === 'online' || asked === 'mixed' ? asked : 'onsite';
  const nowhere = { attendance, venueId: null, newVenue: null };
  if (words === '' || attendance === 'online') return nowhere;
  const kept = former.venueId === null ? null : await venueOf(db, former.venueId);
  if (kept && (venueWords(kept) === words || kept.name === words)) return { ...nowhere, venueId: kept.id };
  if (city !== '' || text('newStreet') !== '') {
    if (city === '') errors['newCity'] = 'Dites dans quelle commune.';
    return { ...nowhere, newVenue: { name: words.slice(0, 160), city, street: text('newStreet') } };
  }
  const found = await venueNamed(db, words);
  if (found === 'many') errors['venue'] = 'Plusieurs lieux portent ce nom : choisissez dans la liste.';
  if (found === null) errors['newCity'] = 'Ce lieu n’est pas encore connu : dites sa commune, il sera ajouté.';
  return found === null || found === 'many' ? nowhere : { ...nowhere, venueId: found.id };
}

/** Documents already there that were not taken off, and the one just sent. */
async function filesFrom(
  { ctx }: Exchange,
  deps: AgendaDependencies,
  form: SentForm,
  former: EventFields,
  errors: Record<string, string>,
): Promise<string[]> {
  const removed = form.all('removedFiles');
  // Sent with a form that was refused: only one’s own, or anybody’s file could be published by its id.
  const sent = await readStoredFiles(ctx.db, form.all('files').filter(isId));
  const own = sent.filter(({ createdBy }) => createdBy !== null && createdBy === ctx.actor?.personId);
  const kept = [...new Set([...former.files, ...own.map(({ id }) => id)])].filter((id) => !removed.includes(id));
  const taken = await takeFile(ctx, deps.ports.files, form, 'document', { visibility: 'staff' });
  if (!taken.ok) Object.assign(errors, taken.fields);
  return taken.ok && taken.value.fileId ? [...kept, taken.value.fileId] : kept;
}
