import { noPhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { storyOf } from '#platform/rich-text/index.ts';
import type { EventFields } from '../../event/agenda-event.ts';
import type { NamedOrganization } from '../../ports.ts';

/** What was typed in the form of a proposal and what is wrong with it, by field name. */
export interface TypedProposal {
  form: SentForm | null;
  values: Readonly<Record<string, string>>;
  photo: PhotoChoice;
  errors: Readonly<Record<string, string>>;
}

export const untouched: TypedProposal = { form: null, values: {}, photo: noPhoto, errors: {} };

/** An event in the fields of the form, as its sender would have typed it. */
export function valuesOf(
  fields: EventFields,
  place: { name: string; city: string },
  organizations: ReadonlyMap<string, NamedOrganization>,
): Record<string, string> {
  const [organizer] = fields.organizers;
  const id = organizer?.organizationId;
  return {
    title: fields.title,
    type: fields.type,
    startsOn: fields.startsOn,
    startsAt: fields.startsAt ?? '',
    endsAt: fields.endsAt ?? '',
    endsOn: fields.endsOn ?? '',
    place: place.name,
    city: place.city,
    online: fields.attendance === 'onsite' ? '' : 'oui',
    onlineLink: fields.onlineLink,
    organizer: (id ? organizations.get(id)?.name : organizer?.name) ?? '',
    perimeter: fields.perimeter,
    story: storyOf(fields),
    free: fields.isFree ? 'oui' : '',
    conditions: fields.conditions,
  };
}
