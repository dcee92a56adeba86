import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { agendaPath, officePaths, pastEventsPath, proposeEventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { AgendaFilters, DateCount, type NamedChoices } from './agenda-filters.tsx';
import { agendaHref, isNarrowed, readAgendaQuery, type AgendaQuery } from './agenda-query.ts';
import { agendaFeeds, WaysOut } from './ways-out.tsx';
import { EventCards } from './event-card-view.tsx';
import { groupedByDay } from './grouped-dates.ts';
import { datesAPage, readAgendaList, readChoices, todayOf, type AgendaList } from './read-agenda.ts';
import { ViewTabs } from './view-tabs.tsx';

/** `GET /agenda`: what comes next, the hub's own and its neighbours' told apart. */
export async function showAgenda(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const query = readAgendaQuery(exchange.url.searchParams);
  const [list, choices, look] = await Promise.all([
    readAgendaList(ctx, deps, query),
    readChoices(ctx, deps),
    deps.hubLook(exchange.hub.id),
  ]);
  const pages = Math.max(1, Math.ceil(list.count / datesAPage));
  if (query.page > pages) return exchange.redirect(agendaHref(query, { page: pages }));
  const today = todayOf(ctx);
  const title = titleOf(query, choices);
  return exchange.page({
    title,
    description: `Visites, petits-déjeuners, formations, fêtes : les rendez-vous de ${look.name} et de ses voisins de l’économie sociale et solidaire.`,
    canonical: agendaHref(query, { page: query.page }),
    indexed: query.from === null && query.to === null && query.period === null,
    sheets: ['agenda'],
    section: agendaPath,
    feeds: agendaFeeds,
    edit: { href: officePaths.list, label: 'Gérer l’agenda', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title={title}
          actions={
            <ButtonLink icon="plus" href={proposeEventPath}>
              Proposer un rendez-vous
            </ButtonLink>
          }
        />
        <ViewTabs current="list" today={today} />
        <AgendaFilters query={query} choices={choices} today={today} />
        {list.count > 0 && <DateCount query={query} choices={choices} count={list.count} />}
        <Dates list={list} query={query} land={look.land} today={today} />
        <Pagination
          page={query.page}
          pages={pages}
          hrefOf={(page) => agendaHref(query, { page })}
          label="Pages de l’agenda"
        />
        <WaysOut query={query} />
      </>
    ),
  });
}

interface DatesProps {
  readonly list: AgendaList;
  readonly query: AgendaQuery;
  readonly land: Territory;
  readonly today: Temporal.PlainDate;
}

/** The dates under their days; when there are few, what was is shown too: the agenda never looks empty. */
function Dates({ list, query, land, today }: DatesProps): JSX.Element {
  return (
    <>
      {list.count === 0 && <NoDate query={query} land={land} />}
      {groupedByDay(list.cards, today).map(({ title, items }) => (
        <section class="date-group">
          <h2>{title}</h2>
          <EventCards cards={items} land={land} />
        </section>
      ))}
      {list.recalled.length > 0 && (
        <Section
          title="Ce qui vient de se passer"
          more={{ href: pastEventsPath, label: 'Tous les rendez-vous passés' }}
        >
          <EventCards cards={list.recalled} land={land} />
        </Section>
      )}
    </>
  );
}

function NoDate({ query, land }: Pick<DatesProps, 'query' | 'land'>): JSX.Element {
  const narrowed = isNarrowed(query);
  return (
    <EmptyState
      title={narrowed ? 'Rien de prévu avec ces choix' : 'Le prochain rendez-vous est à inventer'}
      territory={land}
      actions={
        <>
          <ButtonLink href={proposeEventPath}>Proposer un rendez-vous</ButtonLink>
          {narrowed && (
            <ButtonLink kind="ghost" href={agendaPath}>
              Voir tout l’agenda
            </ButtonLink>
          )}
        </>
      }
    >
      <p>Une visite, un café, une porte ouverte ? Proposez-le en trois minutes : il sera relu, puis publié ici.</p>
    </EmptyState>
  );
}

function titleOf(query: AgendaQuery, { towns, audienceNames }: NamedChoices): string {
  const town = towns.find(({ insee }) => insee === query.town)?.name;
  const audience = audienceNames.find(({ tag }) => tag === query.audience)?.label;
  const said = [query.type && eventTypeFacts[query.type].label, town && `à ${town}`, audience].filter(Boolean);
  return said.length > 0 ? `Agenda : ${said.join(', ')}` : 'Ça arrive';
}
