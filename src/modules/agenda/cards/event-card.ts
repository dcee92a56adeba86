import { formatNumber, plural } from '#platform/french/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import { readPictures, type ShownPicture } from '#platform/pictures/picture.ts';
import { eventStateFacts, takesPlace, type EventState } from '../domain/event-states.ts';
import { eventTypeFacts } from '../domain/event-types.ts';
import { perimeterNames } from '../domain/perimeters.ts';
import { whenInShort } from '../domain/when-in-words.ts';
import { eventPath, occurrencePath } from '../paths.ts';
import type { AgendaDependencies, Seats } from '../ports.ts';
import { outcomeMarks, type OutcomeMark } from '../queries/outcomes/outcomes-of.ts';
import type { ListedOccurrence } from '../queries/listed-occurrences.ts';

/** A date as a card shows it: all words, so that the same card is drawn once. */
export interface EventCard extends ContentCard {
  date: Temporal.PlainDate;
  label: string;
  isOwn: boolean;
  facts: string;
  /** How it stands, when that is worth a word. */
  state: { word: string; tone: EventState } | null;
  /** Why it is in the agenda, when it is not the hub's own. */
  perimeter: string;
  /** « et 11 autres dates » */
  others: string;
}

/** Few enough to be told. */
const fewSeats = 12;
/** More than one would count. */
const manyDates = 30;

/** Dates as cards, in their order: picture, whose, when and where, what is left. */
export async function eventCards(
  ctx: Context,
  { registration }: Pick<AgendaDependencies, 'registration'>,
  dates: readonly (ListedOccurrence & { others?: number })[],
  { toDate = false }: { toDate?: boolean } = {},
): Promise<EventCard[]> {
  const now = ctx.clock.now();
  const today = now.toZonedDateTimeISO(ctx.zone).toPlainDate();
  const coming = dates.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0).map(({ id }) => id);
  const over = dates.filter(({ id }) => !coming.includes(id)).map(({ id }) => id);
  const [pictures, seats, marks] = await Promise.all([
    readPictures(
      ctx.db,
      dates.flatMap(({ imageId }) => imageId ?? []),
    ),
    coming.length > 0 ? registration.seats(ctx, coming) : new Map<string, Seats>(),
    outcomeMarks(ctx.db, over),
  ]);
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return dates.map((date) =>
    eventCard(date, {
      picture: byId.get(date.imageId ?? '') ?? null,
      seats: seats.get(date.id),
      mark: marks.get(date.id),
      toDate,
      today,
    }),
  );
}

interface Setting {
  picture: ShownPicture | null;
  seats: Seats | undefined;
  /** What was told of it once over. */
  mark: OutcomeMark | undefined;
  toDate: boolean;
  today: Temporal.PlainDate;
}

function eventCard(
  date: ListedOccurrence & { others?: number },
  { picture, seats, mark, toDate, today }: Setting,
): EventCard {
  const { type, isOwn, others = 0 } = date;
  return {
    id: date.eventId,
    href: dateHref(date, toDate),
    title: date.title,
    text: date.brief,
    date: date.startsOn,
    // The dot stays at the end of its line.
    label: `${eventTypeFacts[type].label}\u00a0· ${isOwn ? 'le pôle' : organizersInWords(date.organizers) || 'chez nos voisins'}`,
    isOwn,
    perimeter: isOwn ? '' : perimeterNames[date.perimeter],
    facts: [
      whenInShort(date, today),
      placeInWords(date),
      ...(mark ? marksInWords(mark) : [date.isFree ? 'gratuit' : '', seatsInWords(date, seats)]),
    ]
      .filter(Boolean)
      .join('\u00a0· '),
    state: stateOf(date, seats),
    others:
      others > manyDates
        ? 'bien d’autres dates'
        : others > 0
          ? `et ${plural(others, 'autre date', 'autres dates')}`
          : '',
    hue: eventTypeFacts[type].hue,
    picture: picture && { ...picture, alternative: '' },
  };
}

/** The page of a date, or of its event; where it is shown when another module keeps it. */
export function dateHref(
  {
    originPath,
    slug,
    isSeries,
    originalLocal,
  }: Pick<ListedOccurrence, 'originPath' | 'slug' | 'isSeries' | 'originalLocal'>,
  toDate: boolean,
): string {
  if (originPath !== null) return originPath;
  return isSeries && toDate ? occurrencePath(slug, originalLocal.toString()) : eventPath(slug);
}

/** « La Tablée et 2 autres » */
export function organizersInWords(organizers: ListedOccurrence['organizers']): string {
  const [first, second] = organizers;
  if (!first) return '';
  if (!second) return first.name;
  if (organizers.length === 2) return `${first.name} et ${second.name}`;
  return `${first.name} et ${formatNumber(organizers.length - 1)} autres`;
}

/** Town or place, « En ligne » when one can come from anywhere. */
export function placeInWords({
  attendance,
  venue,
  state,
}: Pick<ListedOccurrence, 'attendance' | 'venue' | 'state'>): string {
  if (attendance === 'online' || state === 'moved_online') return 'en ligne';
  const place = venue?.city || venue?.name || '';
  return attendance === 'mixed' ? [place, 'en ligne'].filter(Boolean).join(' et ') : place;
}

function seatsInWords({ state }: ListedOccurrence, seats: Seats | undefined): string {
  if (!seats?.isOpen || !takesPlace(state) || seats.left === null) return '';
  if (seats.left === 0) return seats.hasWaitingList ? 'liste d’attente' : '';
  return seats.left <= fewSeats ? plural(seats.left, 'place') : '';
}

/** « 42 personnes », « 6 photos » */
function marksInWords({ attended, photos, files }: OutcomeMark): string[] {
  return [
    attended ? plural(attended, 'personne') : '',
    photos > 0 ? plural(photos, 'photo') : '',
    files > 0 ? plural(files, 'document') : '',
  ];
}

function stateOf({ state, isMoved }: ListedOccurrence, seats: Seats | undefined): EventCard['state'] {
  if (state === 'confirmed' && seats?.isOpen && seats.left === 0)
    return { word: eventStateFacts.full.label, tone: 'full' };
  if (state !== 'confirmed') return { word: eventStateFacts[state].label, tone: state };
  return isMoved ? { word: 'Nouvel horaire', tone: 'tentative' } : null;
}
