import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EventFields } from '../../../event/agenda-event.ts';

type Field = keyof EventFields;

/** What is chosen as a whole when two people wrote: a day goes with its hours. */
export const parts = {
  title: ['title'],
  type: ['type'],
  when: ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'zone', 'rule', 'alsoOn'],
  where: ['attendance', 'venueId', 'onlineLink', 'isLinkPublic', 'placeNote'],
  who: ['isOwn', 'perimeter', 'organizers'],
  brief: ['brief'],
  body: ['body'],
  photo: ['imageId', 'imageAlternative', 'imageCredit'],
  price: ['isFree', 'conditions', 'registrationUrl'],
  readers: ['audiences', 'themes'],
  files: ['files'],
  contact: ['contactName', 'contactPhone', 'contactEmail'],
  state: ['state', 'stateNote'],
} as const satisfies Record<string, readonly Field[]>;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

const piece = (fields: EventFields, part: Part) => parts[part].map((field) => fields[field]);

const digest = (fields: EventFields, part: Part) =>
  createHash('sha256')
    .update(JSON.stringify(piece(fields, part)))
    .digest('base64url')
    .slice(0, 8);

/** What an editor started from, a few letters a part: enough to know later which parts somebody changed. */
export function baseOf(fields: EventFields): string {
  return partNames.map((part) => digest(fields, part)).join('.');
}

function isAsAtFirst(fields: EventFields, part: Part, base: string): boolean {
  return base.split('.')[partNames.indexOf(part)] === digest(fields, part);
}

/** The parts that both people changed, each in her way. */
export function partsThatDiffer(base: string, mine: EventFields, theirs: EventFields): Part[] {
  return partNames.filter(
    (part) =>
      !isDeepStrictEqual(piece(mine, part), piece(theirs, part)) &&
      !isAsAtFirst(mine, part, base) &&
      !isAsAtFirst(theirs, part, base),
  );
}

/** What is saved after two people wrote: mine where I changed something, theirs where I did not or chose their words. */
export function mergedEvent(
  base: string,
  mine: EventFields,
  theirs: EventFields,
  keptTheirs: ReadonlySet<string>,
): EventFields {
  const taken = partNames.filter((part) => keptTheirs.has(part) || isAsAtFirst(mine, part, base));
  const names = new Set<string>(taken.flatMap((part) => parts[part]));
  return Object.fromEntries(
    Object.entries(mine).map(([name, value]) => [name, names.has(name) ? theirs[name as Field] : value]),
  ) as EventFields;
}
