import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import type { IconName } from '#ui/components/icon.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Select } from '#ui/fields/select.tsx';
import { outcomeOffice } from '../../../outcome-paths.ts';
import { sourcePaths } from '../../../imports/paths.ts';
import { officePaths } from '../../../paths.ts';
import { pollOffice } from '../../../poll-paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies, Seats } from '../../../ports.ts';
import { officeEventCounts, officeEvents, rowsAPage, type EventView } from '../../../queries/office/office-events.ts';
import { venueChoices } from '../../../queries/office/venue-choices.ts';
import { EventFilters } from './event-filters.tsx';
import { columns, seatsIn } from './event-columns.tsx';
import { eventListHref, readEventListQuery, type EventListQuery } from './event-list-query.ts';

const viewNames: Readonly<Record<EventView, string>> = {
  'a-venir': 'À venir',
  brouillons: 'Brouillons',
  'a-valider': 'À valider',
  passes: 'Passés',
  corbeille: 'Corbeille',
};

type Doors = Awaited<ReturnType<AgendaDependencies['audiences']>>;

/** `GET /gestion/agenda`: every event, whatever its state; for others than the team, their own. */
export async function showEventList(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const query = readEventListQuery(exchange.url.searchParams);
  const { ctx } = exchange;
  const runs = mayRunAgenda(exchange.actor);
  const [{ rows, count }, counts, venues, doors, { land }] = await Promise.all([
    officeEvents(ctx, query, query.page),
    officeEventCounts(ctx),
    venueChoices(ctx.db, { publicOnly: !runs }),
    deps.audiences(ctx),
    deps.hubLook(ctx.hubId),
  ]);
  const dates = rows.flatMap(({ date_id: id }) => id ?? []);
  const seats = runs && dates.length > 0 ? await deps.registration.seats(ctx, dates) : new Map<string, Seats>();
  const isEmpty = Object.values(counts).every((one) => one === 0);
  return exchange.page({
    title: 'Agenda',
    layout: 'office',
    section: officePaths.list,
    header: {
      lead: runs ? 'Les rendez-vous du pôle et de ses partenaires.' : 'Les rendez-vous que vous avez écrits.',
      actions: (
        <ButtonLink icon="plus" href={officePaths.add}>
          Ajouter un rendez-vous
        </ButtonLink>
      ),
    },
    content: (
      <>
        {runs && <Doors />}
        <Tabs
          label="Rendez-vous"
          tabs={Object.entries(viewNames).map(([view, label]) => ({
            label,
            count: counts[view as EventView],
            href: eventListHref(query, { view: view as EventView, sort: 'date', descending: view !== 'a-venir' }),
            current: query.view === view,
          }))}
        />
        <EventFilters query={query} venues={venues} />
        <ResultCount
          count={plural(count, 'rendez-vous')}
          links={runs ? [{ label: 'les miens', href: eventListHref(query, { mine: true }) }] : []}
        />
        <DataTable
          id="rendez-vous"
          caption="Rendez-vous"
          quietCaption
          columns={columns(exchange, query, (row) => seatsIn(row, seats, deps))}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.title}
          exports={{
            csv: eventListHref(query, {}, `${officePaths.list}.csv`),
            xlsx: eventListHref(query, {}, `${officePaths.list}.xlsx`),
          }}
          bulk={bulk(exchange, query, doors, runs)}
          empty={
            <EmptyState
              title={isEmpty ? 'L’agenda attend son premier rendez-vous' : 'Rien ici'}
              territory={land}
              actions={
                isEmpty ? (
                  <ButtonLink href={officePaths.add}>Ajouter un rendez-vous</ButtonLink>
                ) : (
                  <ButtonLink href={officePaths.list}>Voir ce qui vient</ButtonLink>
                )
              }
            >
              {isEmpty && <p>Un titre, un jour, un lieu : il est en ligne en une minute.</p>}
              {query.view === 'corbeille' && <p>Ce que vous retirez y reste 30 jours.</p>}
            </EmptyState>
          }
        />
        <Pagination
          page={query.page}
          pages={Math.ceil(count / rowsAPage)}
          hrefOf={(page) => eventListHref(query, { page })}
        />
      </>
    ),
  });
}

/** What else the agenda is kept with. */
function Doors(): JSX.Element {
  const doors: readonly [IconName, string, string][] = [
    ['clock', pollOffice.list, 'Trouver une date'],
    ['history', outcomeOffice.list, 'Bilans'],
    ['globe', sourcePaths.list, 'Calendriers suivis'],
    ['pin', officePaths.venues, 'Lieux'],
    ['settings', officePaths.settings, 'Réglages'],
  ];
  return (
    <p class="actions">
      {doors.map(([icon, href, label]) => (
        <ButtonLink kind="ghost" small icon={icon} href={href}>
          {label}
        </ButtonLink>
      ))}
    </p>
  );
}

function bulk(exchange: Exchange, query: EventListQuery, doors: Doors, runs: boolean) {
  const withTags = runs && doors.length > 0 && query.view !== 'corbeille';
  const hidden = (
    <>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <input type="hidden" name="retour" value={eventListHref(query, { page: query.page })} />
      {withTags && (
        <Select
          name="etiquette"
          id="lot-etiquette"
          label="Lecteur à ajouter ou retirer"
          placeholder="Choisir"
          choices={doors.map(({ tag, label }) => ({ value: tag, label }))}
        />
      )}
    </>
  );
  if (query.view === 'corbeille')
    return {
      action: officePaths.bulk,
      hidden,
      actions: [{ value: 'restaurer', label: 'Sortir de la corbeille', kind: 'primary' as const }],
    };
  const isDraft = query.view === 'brouillons' || query.view === 'a-valider';
  return {
    action: officePaths.bulk,
    hidden,
    actions: [
      ...(isDraft && runs ? [{ value: 'publier', label: 'Publier' }] : []),
      ...(query.view === 'a-venir'
        ? [
            { value: 'annuler', label: 'Annuler' },
            { value: 'confirmer', label: 'Confirmer' },
          ]
        : []),
      ...(withTags
        ? [
            { value: 'etiqueter', label: 'Ajouter ce lecteur' },
            { value: 'desetiqueter', label: 'Retirer ce lecteur' },
          ]
        : []),
      { value: 'corbeille', label: 'Corbeille', kind: 'danger' as const },
    ],
  };
}
