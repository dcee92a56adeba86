import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Select } from '#ui/fields/select.tsx';
import { eventStateFacts } from '../../../domain/event-states.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import { whenInWords } from '../../../domain/when-in-words.ts';
import { eventReviewPath } from '../../../moderation-paths.ts';
import { outcomeOffice } from '../../../outcome-paths.ts';
import { sourcePaths } from '../../../imports/paths.ts';
import { eventPath, officePaths } from '../../../paths.ts';
import { pollOffice } from '../../../poll-paths.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import {
  officeEventCounts,
  officeEvents,
  rowsAPage,
  type EventRow,
  type EventSort,
  type EventView,
} from '../../../queries/office/office-events.ts';
import { venueChoices } from '../../../queries/office/venue-choices.ts';
import { EventFilters } from './event-filters.tsx';
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
  const isEmpty = Object.values(counts).every((one) => one === 0);
  return exchange.page({
    title: 'Agenda',
    layout: 'office',
    section: officePaths.list,
    header: {
      lead: runs ? 'Les rendez-vous du pôle et de ses partenaires.' : 'Les rendez-vous que vous avez écrits.',
      actions: <Actions runs={runs} />,
    },
    content: (
      <>
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
          links={[
            ...(runs ? [{ label: 'les miens', href: eventListHref(query, { mine: true }) }] : []),
            ...(runs && query.view === 'passes'
              ? [{ label: 'dire ce qui en est sorti', href: outcomeOffice.list }]
              : []),
          ]}
        />
        <DataTable
          id="rendez-vous"
          caption="Rendez-vous"
          quietCaption
          columns={columns(exchange, query)}
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

function Actions({ runs }: { readonly runs: boolean }): JSX.Element {
  return (
    <>
      <ButtonLink icon="plus" href={officePaths.add}>
        Ajouter un rendez-vous
      </ButtonLink>
      {runs && (
        <>
          <ButtonLink kind="ghost" icon="pin" href={officePaths.venues}>
            Lieux
          </ButtonLink>
          <ButtonLink kind="ghost" icon="clock" href={pollOffice.list}>
            Trouver une date
          </ButtonLink>
          <ButtonLink kind="quiet" href={sourcePaths.list}>
            Calendriers suivis
          </ButtonLink>
          <ButtonLink kind="quiet" icon="settings" href={officePaths.settings}>
            Réglages
          </ButtonLink>
        </>
      )}
    </>
  );
}

function columns(exchange: Exchange, query: EventListQuery): Column<EventRow>[] {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const sorting = (sort: EventSort) => ({
    sortHref: eventListHref(query, { sort, descending: query.sort === sort && !query.descending }),
    ...(query.sort === sort ? { sorted: query.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  });
  return [
    {
      key: 'title',
      label: 'Titre',
      heads: true,
      ...sorting('titre'),
      cell: (row) => (
        <>
          {row.trashed_at ? row.title : <a href={hrefOf(exchange, row)}>{row.title}</a>}{' '}
          {row.is_own && <Chip strong>Le pôle</Chip>}
          <span class="row-facts">
            {eventTypeFacts[row.type].label}
            {row.organizers && ` · ${row.organizers}`}
          </span>
        </>
      ),
    },
    {
      key: 'date',
      label: 'Quand',
      ...sorting('date'),
      cell: (row) => (
        <>
          {dateInWords(row, today)}
          {row.rule && (
            <span class="row-facts">
              {ruleInFrench(row.rule, Temporal.PlainDate.from(row.first_local.slice(0, 10)))}
            </span>
          )}
        </>
      ),
    },
    { key: 'venue', label: 'Où', cell: (row) => [row.venue, row.city].filter(Boolean).join(', ') },
    {
      key: 'state',
      label: 'Où il en est',
      cell: (row) => (row.is_cancelled && row.dates_left === 0 ? 'Annulé' : eventStateFacts[row.state].label),
    },
    {
      key: 'updated',
      label: 'Modifié',
      whole: true,
      ...sorting('modifie'),
      cell: (row) => formatDate(Temporal.Instant.from(row.updated_at), { zone: ctx.zone, style: 'short' }),
    },
    ...(query.view === 'passes'
      ? [
          {
            key: 'again',
            label: 'Suite',
            cell: (row: EventRow) => row.origin === null && <a href={officePaths.repeat(row.id)}>Refaire</a>,
          },
        ]
      : []),
  ];
}

function dateInWords(row: EventRow, today: Temporal.PlainDate): string {
  if (row.starts_at === null || row.ends_at === null || row.starts_on === null || row.last_on === null)
    return formatDate(Temporal.PlainDate.from(row.first_local.slice(0, 10)), { weekday: true });
  return whenInWords(
    {
      zone: row.zone,
      isAllDay: row.is_all_day ?? false,
      hasEnd: row.has_end ?? false,
      startsAt: Temporal.Instant.from(row.starts_at),
      endsAt: Temporal.Instant.from(row.ends_at),
      startsOn: Temporal.PlainDate.from(row.starts_on),
      lastOn: Temporal.PlainDate.from(row.last_on),
    },
    { today },
  );
}

/** The editor, the page that reads a proposal, where another module keeps it, or the public page. */
function hrefOf({ actor }: Exchange, row: EventRow): string {
  if (row.origin !== null) return mayRunAgenda(actor) ? row.origin_office_path : row.origin_path;
  if (row.status === 'proposed' && mayRunAgenda(actor)) return eventReviewPath(row.id);
  return mayRunAgenda(actor) || row.status !== 'published' ? officePaths.event(row.id) : eventPath(row.slug);
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
