import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Select } from '#ui/fields/select.tsx';
import { eventCards } from '../../cards/event-card.ts';
import { eventTypeFacts, eventTypes, type EventType } from '../../domain/event-types.ts';
import { agendaPath, officePaths, pastEventsPath, proposeEventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { listedDates } from '../../queries/public/listed-dates.ts';
import { pastChoices } from '../../queries/public/past-years.ts';
import { readAgendaQuery, typeSlugs } from './agenda-query.ts';
import { EventCards } from './event-card-view.tsx';
import { groupedByMonth } from './grouped-dates.ts';
import { datesAPage, todayOf } from './read-agenda.ts';
import { ViewTabs } from './view-tabs.tsx';

interface PastQuery {
  type: EventType | null;
  year: number | null;
  page: number;
}

/** `GET /agenda/passes`: what was, still there to be found, with what came out of it. */
export async function showPast(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = readPastQuery(exchange.url.searchParams);
  const [{ cards, count }, choices, look] = await Promise.all([
    readPast(ctx, deps, query),
    deps.kept.of(ctx.hubId, 'agenda.past-choices', () => pastChoices(ctx.db, ctx.clock.now())),
    deps.hubLook(exchange.hub.id),
  ]);
  const pages = Math.max(1, Math.ceil(count / datesAPage));
  if (query.page > pages) return exchange.redirect(pastHref({ ...query, page: pages }));
  return exchange.page({
    title: query.year ? `Agenda : ce qui s’est passé en ${query.year}` : 'Agenda : ce qui s’est passé',
    description: `Les rendez-vous passés de ${look.name} et de ses voisins, et ce qui en est sorti.`,
    canonical: pastHref(query),
    section: agendaPath,
    sheets: ['agenda'],
    edit: { href: officePaths.list, label: 'Gérer l’agenda', roles: ['employee'] },
    content: (
      <>
        <PageHeader title="Ce qui s’est passé" />
        <ViewTabs current="past" today={todayOf(ctx)} />
        <PastFilters query={query} {...choices} />
        {count > 0 && (
          <p class="result-count">
            <b>{plural(count, 'rendez-vous', 'rendez-vous')}</b> ·{' '}
            <a href="/recherche">Chercher avec des mots dans tout le site</a>
          </p>
        )}
        {count === 0 && (
          <EmptyState
            title="Rien dans la mémoire avec ces choix"
            territory={look.land}
            actions={
              <>
                <ButtonLink href={agendaPath}>Voir ce qui arrive</ButtonLink>
                <ButtonLink kind="ghost" href={proposeEventPath}>
                  Proposer un rendez-vous
                </ButtonLink>
              </>
            }
          >
            <p>Les rendez-vous viennent ici une fois passés, avec leurs photos et leurs comptes-rendus.</p>
          </EmptyState>
        )}
        {groupedByMonth(cards).map(({ title, items }) => (
          <section class="date-group">
            <h2>{title}</h2>
            <EventCards cards={items} land={look.land} />
          </section>
        ))}
        <Pagination page={query.page} pages={pages} hrefOf={(page) => pastHref({ ...query, page })} />
      </>
    ),
  });
}

function PastFilters({
  query,
  years,
  types,
}: {
  readonly query: PastQuery;
  readonly years: readonly number[];
  readonly types: readonly EventType[];
}): JSX.Element | null {
  if (years.length === 0) return null;
  return (
    <FilterBar action={pastEventsPath} label="Choisir parmi les rendez-vous passés" submit="Voir" auto>
      <Select
        name="annee"
        label="Année"
        placeholder="Toutes"
        value={query.year ? String(query.year) : undefined}
        choices={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="type"
        label="Quoi"
        placeholder="Tout"
        value={query.type ? typeSlugs[query.type] : undefined}
        choices={eventTypes
          .filter((type) => types.includes(type))
          .map((type) => ({ value: typeSlugs[type], label: eventTypeFacts[type].label }))}
      />
    </FilterBar>
  );
}

function readPastQuery(search: URLSearchParams): PastQuery {
  const { type, page } = readAgendaQuery(search);
  const year = Number(search.get('annee'));
  return { type, page, year: Number.isInteger(year) && year > 1970 && year < 2200 ? year : null };
}

function pastHref({ type, year, page }: PastQuery): string {
  const search = new URLSearchParams();
  if (year) search.set('annee', String(year));
  if (type) search.set('type', typeSlugs[type]);
  if (page > 1) search.set('page', String(page));
  return pastEventsPath + (search.size > 0 ? `?${search.toString()}` : '');
}

function readPast(ctx: Context, deps: AgendaDependencies, { type, year, page }: PastQuery) {
  return deps.kept.of(ctx.hubId, `agenda.past ${type} ${year} ${page}`, async () => {
    const days = year
      ? { from: Temporal.PlainDate.from(`${year}-01-01`), to: Temporal.PlainDate.from(`${year}-12-31`) }
      : {};
    const { dates, count } = await listedDates(
      ctx.db,
      { type: type ?? undefined, endedBefore: ctx.clock.now(), withoutCancelled: true, ...days },
      { limit: datesAPage, offset: (page - 1) * datesAPage, order: 'latest' },
    );
    // What else the series had is no longer news.
    const cards = await eventCards(
      ctx,
      deps,
      dates.map((date) => ({ ...date, others: 0 })),
      { toDate: true },
    );
    return { cards, count };
  });
}
