import type { Context } from '#platform/context/context.ts';
import { eventCards, type EventCard } from '../../cards/event-card.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { agendaChoices } from '../../queries/public/agenda-choices.ts';
import { listedDates } from '../../queries/public/listed-dates.ts';
import { daysOf, filterOf, writeAgendaQuery, type AgendaQuery } from './agenda-query.ts';
import type { NamedChoices } from './agenda-filters.tsx';

export const datesAPage = 24;
/** Fewer than these, and the page also shows what was. */
const fewDates = 3;
const mostRecalled = 6;

/** What a list of dates shows. Read once for everyone, until the agenda or the hour changes it. */
export interface AgendaList {
  cards: readonly EventCard[];
  count: number;
  /** The last ones, when there is little to come. */
  recalled: readonly EventCard[];
}

export function todayOf({ clock, zone }: Pick<Context, 'clock' | 'zone'>): Temporal.PlainDate {
  return clock.now().toZonedDateTimeISO(zone).toPlainDate();
}

/** A page of the dates that answer, soonest first. */
export function readAgendaList(ctx: Context, deps: AgendaDependencies, query: AgendaQuery): Promise<AgendaList> {
  return deps.kept.of(ctx.hubId, `agenda.list${writeAgendaQuery(query)}`, async () => {
    const now = ctx.clock.now();
    const days = daysOf(query, todayOf(ctx));
    const filter = { ...filterOf(query), ...days };
    const coming = days.from ? filter : { ...filter, endsAfter: now };
    const page = { limit: datesAPage, offset: (query.page - 1) * datesAPage };
    const { dates, count } = await listedDates(ctx.db, coming, page);
    const isShort = count < fewDates && query.page === 1;
    const past = { ...filterOf(query), endedBefore: now };
    const last = isShort ? (await listedDates(ctx.db, past, { limit: mostRecalled, order: 'latest' })).dates : [];
    const [cards, recalled] = await Promise.all([eventCards(ctx, deps, dates), eventCards(ctx, deps, last)]);
    return { cards, count, recalled };
  });
}

/** What the filters offer. */
export function readChoices(ctx: Context, deps: AgendaDependencies): Promise<NamedChoices> {
  return deps.kept.of(ctx.hubId, 'agenda.choices', async () => {
    const [choices, themes, audiences] = await Promise.all([
      agendaChoices(ctx.db, ctx.clock.now()),
      deps.themes(ctx),
      deps.audiences(ctx),
    ]);
    return {
      ...choices,
      themeNames: themes.filter(({ id }) => choices.themes.includes(id)),
      audienceNames: audiences.filter(({ tag }) => choices.audiences.includes(tag)),
    };
  });
}
