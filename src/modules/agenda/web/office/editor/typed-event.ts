import type { PhotoChoice } from '#modules/photos/index.ts';
import { repetitionOf, type WeekdayCode } from '../../../domain/series-repetition.ts';
import type { EventFields } from '../../../event/agenda-event.ts';
import type { QuickRegistration } from '../../../ports.ts';

/** A further date as its row holds it. */
export interface TypedDate {
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

/** An event as its form holds it, right or not: what is redrawn when something was refused. */
export interface TypedEvent {
  /** Null for a new one. */
  readonly version: number | null;
  /** Single fields, by their names in the form. */
  readonly values: Readonly<Record<string, string>>;
  readonly days: readonly WeekdayCode[];
  readonly further: readonly TypedDate[];
  readonly organizers: readonly string[];
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  /** HTML. */
  readonly body: string;
  readonly photo: PhotoChoice;
  readonly files: readonly string[];
}

/** What fields alone do not say: names of what they point to, and the registrations. */
export interface NamesOfEvent {
  readonly venue: string;
  readonly organizers: readonly string[];
  readonly registration: QuickRegistration | null;
}

const yes = (isSo: boolean) => (isSo ? 'oui' : '');

/** What the form shows of an event. */
export function typedFrom(fields: EventFields, version: number | null, names: NamesOfEvent): TypedEvent {
  const repetition = repetitionOf(fields.rule, Temporal.PlainDate.from(fields.startsOn));
  return {
    version,
    values: {
      title: fields.title,
      type: fields.type,
      startsOn: fields.startsOn,
      startsAt: fields.startsAt ?? '',
      endsOn: fields.endsOn ?? '',
      endsAt: fields.endsAt ?? '',
      rhythm: repetition.rhythm,
      ends: repetition.until ? 'until' : repetition.times ? 'times' : 'never',
      until: repetition.until ?? '',
      times: repetition.times ? String(repetition.times) : '',
      rule: repetition.rule ?? '',
      zone: fields.zone ?? '',
      venue: names.venue,
      newCity: '',
      newStreet: '',
      attendance: fields.attendance,
      onlineLink: fields.onlineLink,
      isLinkPublic: yes(fields.isLinkPublic),
      placeNote: fields.placeNote,
      isOwn: yes(fields.isOwn),
      perimeter: fields.perimeter,
      brief: fields.brief,
      isFree: yes(fields.isFree),
      conditions: fields.conditions,
      registrationUrl: fields.registrationUrl,
      quick: yes(names.registration?.isOpen ?? false),
      places: names.registration?.capacity == null ? '' : String(names.registration.capacity),
      contactName: fields.contactName,
      contactPhone: fields.contactPhone,
      contactEmail: fields.contactEmail,
      state: fields.state,
      stateNote: fields.stateNote,
    },
    days: repetition.days,
    further: fields.alsoOn.map(({ on, from, to }) => ({ on, from: from ?? '', to: to ?? '' })),
    organizers: names.organizers,
    audiences: fields.audiences,
    themes: fields.themes,
    body: fields.body,
    photo: photoFrom(fields),
    files: fields.files,
  };
}

export function photoFrom({ imageId, imageAlternative, imageCredit }: EventFields): PhotoChoice {
  return {
    imageId,
    alternative: imageAlternative,
    isDecorative: imageId !== null && imageAlternative === '',
    credit: imageCredit,
  };
}
