import type { Context } from '#platform/context/context.ts';
import { spread } from '#platform/rich-text/index.ts';
import { isEventType } from '../../domain/event-types.ts';
import { perimeters } from '../../domain/perimeters.ts';
import type { EventInput } from '../../event/agenda-event.ts';
import type { AgendaDependencies } from '../../ports.ts';

type Values = Readonly<Record<string, string>>;

const longestStory = 5000;

/** What the form says of the event, besides its photo and its place. */
export async function proposedFields(
  ctx: Context,
  deps: Pick<AgendaDependencies, 'organizations'>,
  values: Values,
): Promise<EventInput> {
  const { type = '', perimeter = '' } = values;
  const isOnline = values['online'] === 'oui';
  const hasPlace = Boolean(values['place']?.trim() || values['city']?.trim());
  return {
    title: values['title'] ?? '',
    type: isEventType(type) ? type : 'meeting',
    perimeter: perimeters.find((one) => one === perimeter) ?? 'declared',
    startsOn: values['startsOn'] ?? '',
    startsAt: values['startsAt'] || null,
    endsAt: values['endsAt'] || null,
    endsOn: values['endsOn'] || null,
    attendance: isOnline ? (hasPlace ? 'mixed' : 'online') : 'onsite',
    onlineLink: values['onlineLink'] ?? '',
    organizers: await organizersOf(ctx, deps, values['organizer'] ?? ''),
    ...spread((values['story'] ?? '').slice(0, longestStory)),
    isFree: values['free'] === 'oui',
    conditions: values['conditions'] ?? '',
  };
}

/** The place as typed. */
export function proposedPlace(values: Values): { name: string; city: string } {
  return { name: values['place']?.trim() ?? '', city: values['city']?.trim() ?? '' };
}

/** What this form asks beyond what every event needs, all at once. */
export function proposalErrors(values: Values): Record<string, string> {
  const text = (name: string): string => values[name]?.trim() ?? '';
  const isSomewhere = text('place') !== '' || text('city') !== '' || text('online') !== '';
  return {
    ...(text('title') === '' ? { title: 'Donnez un titre.' } : {}),
    ...(text('startsOn') === '' ? { startsOn: 'Dites quel jour.' } : {}),
    ...(isSomewhere ? {} : { where: 'Dites où cela se passe, ou que c’est en ligne.' }),
    ...(text('organizer') === '' ? { organizer: 'Dites qui organise.' } : {}),
    ...(text('story').length > longestStory ? { story: 'Ce texte tient en 5 000 caractères.' } : {}),
  };
}

/** The messages of a command under the names of our fields. */
export function namedErrors(fields: Readonly<Record<string, string>>): Record<string, string> {
  const names: Readonly<Record<string, string>> = {
    brief: 'story',
    body: 'story',
    reason: 'reason',
    'fields.title': 'title',
    'place.name': 'place',
    'place.city': 'city',
    'organizers.0.name': 'organizer',
    'sender.name': 'name',
    'sender.email': 'email',
    'sender.phone': 'phone',
    imageAlternative: 'photo_alternative',
    imageCredit: 'photo_credit',
  };
  return Object.fromEntries(Object.entries(fields).map(([field, message]) => [names[field] ?? field, message]));
}

/** One of the directory when its name is there, else the name as typed. */
async function organizersOf(
  ctx: Context,
  { organizations }: Pick<AgendaDependencies, 'organizations'>,
  typed: string,
): Promise<{ organizationId: string | null; name: string }[]> {
  const name = typed.trim();
  if (name === '') return [];
  const found = await organizations.find(ctx, name, 20);
  const same = found.filter((one) => one.name.localeCompare(name, 'fr', { sensitivity: 'base' }) === 0);
  const known = same.length === 1 ? same[0] : undefined;
  return [known ? { organizationId: known.id, name: '' } : { organizationId: null, name }];
}
