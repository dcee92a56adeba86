import type { Context } from '#platform/context/context.ts';
import type { CardSource } from '#platform/contributions/module.ts';
import { agendaPath } from '../paths.ts';
import type { AgendaDependencies } from '../ports.ts';
import type { OccurrenceFilter } from '../queries/listed-occurrences.ts';
import { findPublicEvents } from '../queries/public/find-public-events.ts';
import { listedDates, type ListedDate } from '../queries/public/listed-dates.ts';
import { eventCards, type EventCard } from './event-card.ts';

type Deps = Pick<AgendaDependencies, 'registration'>;

/** What comes next, that any page of the site may show as cards. */
export function eventCardSource(deps: Deps): CardSource {
  return {
    kind: 'event',
    label: 'Rendez-vous',
    listPath: agendaPath,
    latest: (ctx, { count, audience, theme }) => comingCards(ctx, deps, { audience, theme }, count),
    async chosen(ctx, ids) {
      if (ids.length === 0) return [];
      const cards = await eventCards(ctx, deps, await nextOrLast(ctx, ids));
      return ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
    },
    find: (ctx, words, limit) => findPublicEvents(ctx.db, words, limit),
  };
}

/** The next dates that take place, each series once. */
export async function comingCards(
  ctx: Context,
  deps: Deps,
  filter: OccurrenceFilter,
  count: number,
): Promise<EventCard[]> {
  const coming = { ...filter, endsAfter: ctx.clock.now(), withoutCancelled: true };
  const { dates } = await listedDates(ctx.db, coming, { limit: count });
  return eventCards(ctx, deps, dates);
}

/** Of each event its next date, or its last one when all are over. */
async function nextOrLast(ctx: Context, eventIds: readonly string[]): Promise<ListedDate[]> {
  const now = ctx.clock.now();
  const page = { limit: eventIds.length };
  const [next, last] = await Promise.all([
    listedDates(ctx.db, { eventIds, endsAfter: now }, page),
    listedDates(ctx.db, { eventIds, endedBefore: now }, { ...page, order: 'latest' }),
  ]);
  const isComing = new Set(next.dates.map(({ eventId }) => eventId));
  return [...next.dates, ...last.dates.filter(({ eventId }) => !isComing.has(eventId))];
}
