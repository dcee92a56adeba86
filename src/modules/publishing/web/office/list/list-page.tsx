import type { JSX } from 'preact';
import { formatDate, listing, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip, type FilterChipProps } from '#ui/components/chip.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { publicationKinds, publicationStatuses, type PublicationStatus } from '../../../domain/publication.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { mayRunSite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { doorChoices, type DoorChoice } from '../../../queries/office/door-choices.ts';
import {
  officeCounts,
  officeList,
  rowsAPage,
  type OfficeRow,
  type OfficeSort,
} from '../../../queries/office/office-list.ts';
import { kindNames, statusNames } from '../../texts.ts';
import { listHref, readListQuery, type ListQuery } from './list-query.ts';
import { NewMenu } from './new-menu.tsx';

type Themes = Awaited<ReturnType<PublishingDependencies['themes']>>;

/** `GET /gestion/contenus`: all that is written, whatever its kind and its state; for others than the team, their own. */
export async function showOfficeList(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const query = readListQuery(exchange.url.searchParams);
  const { ctx } = exchange;
  const runs = mayRunSite(exchange.actor);
  const [{ rows, count }, counts, doors, themes, { land }] = await Promise.all([
    officeList(ctx, query, query.page),
    officeCounts(ctx),
    doorChoices(ctx.db),
    deps.themes(ctx),
    deps.hubLook(ctx.hubId),
  ]);
  const isEmpty = Object.keys(counts.kinds).length === 0;
  return exchange.page({
    title: 'Publications',
    layout: 'office',
    section: officePaths.list,
    header: {
      lead: runs ? 'Tout ce que le site raconte.' : 'Ce que vous avez écrit pour le site.',
      actions: <NewMenu runs={runs} first={query.kind} />,
    },
    content: (
      <>
        <States query={query} counts={counts} />
        <Filters query={query} counts={counts} doors={doors} themes={themes} />
        <ResultCount
          count={plural(count, 'publication')}
          links={[
            ...(runs ? [{ label: 'les miennes', href: listHref(query, { mine: true }) }] : []),
            { label: 'modifications non publiées', href: listHref(query, { withPending: true }) },
            { label: 'à relire', href: listHref(query, { toReview: true }) },
          ]}
        />
        <DataTable
          id="contenus"
          caption="Publications du site"
          quietCaption
          columns={columns(
            exchange,
            query,
            doors,
            rows.some((row) => row.review_on !== null),
          )}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.title}
          exports={{
            csv: listHref(query, {}, `${officePaths.list}.csv`),
            xlsx: listHref(query, {}, `${officePaths.list}.xlsx`),
          }}
          {...(runs ? { bulk: bulk(exchange, query, doors) } : {})}
          empty={
            <EmptyState
              title={isEmpty ? 'Le site attend sa première histoire' : 'Rien avec ces filtres'}
              territory={land}
              actions={
                isEmpty ? (
                  <ButtonLink href={officePaths.add('news')}>Écrire une actualité</ButtonLink>
                ) : (
                  <ButtonLink href={officePaths.list}>Tout voir</ButtonLink>
                )
              }
            >
              {isEmpty && <p>Une actualité tient en un titre, deux phrases et une photo.</p>}
            </EmptyState>
          }
        />
        <Pagination
          page={query.page}
          pages={Math.ceil(count / rowsAPage)}
          hrefOf={(page) => listHref(query, { page })}
        />
      </>
    ),
  });
}

type Counts = Awaited<ReturnType<typeof officeCounts>>;

function States({ query, counts }: { readonly query: ListQuery; readonly counts: Counts }): JSX.Element {
  const { statuses, trashed } = counts;
  const shown = publicationStatuses.filter((status) => statuses[status] || query.status === status);
  const tab = (status: PublicationStatus | null, label: string, count: number) => ({
    label,
    count,
    href: listHref(query, { status }),
    current: query.status === status,
  });
  return (
    <Tabs
      label="État des publications"
      tabs={[
        tab(
          null,
          'Toutes',
          Object.values(statuses).reduce((sum, count) => sum + count, 0),
        ),
        ...shown.map((status) => tab(status, statusNames[status], statuses[status] ?? 0)),
        { label: 'Corbeille', href: officePaths.trash, count: trashed },
      ]}
    />
  );
}

interface FiltersProps {
  readonly query: ListQuery;
  readonly counts: Counts;
  readonly doors: readonly DoorChoice[];
  readonly themes: Themes;
}

function Filters({ query, counts, doors, themes }: FiltersProps): JSX.Element {
  return (
    <FilterBar
      action={officePaths.list}
      label="Filtrer les publications"
      submit="Filtrer"
      active={chips(query, doors, themes)}
      resetHref={officePaths.list}
    >
      <SearchField name="q" label="Un mot du titre, un nom" value={query.q} />
      <Select
        name="genre"
        label="Genre"
        placeholder="Tous"
        value={query.kind ?? ''}
        choices={publicationKinds
          .filter((kind) => counts.kinds[kind] || kind === query.kind)
          .map((kind) => ({ value: kind, label: `${kindNames[kind].many} (${counts.kinds[kind] ?? 0})` }))}
      />
      {doors.length > 0 && (
        <Select
          name="pour"
          label="Pour qui"
          placeholder="Tout le monde"
          value={query.audience ?? ''}
          choices={doors.map(({ tag, label }) => ({ value: tag, label }))}
        />
      )}
      {themes.length > 0 && (
        <Select
          name="theme"
          label="Domaine"
          placeholder="Tous"
          value={query.theme ?? ''}
          choices={themes.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }))}
        />
      )}
      {query.status && <input type="hidden" name="etat" value={query.status} />}
      {query.mine && <input type="hidden" name="a-moi" value="oui" />}
      {query.toReview && <input type="hidden" name="a-relire" value="oui" />}
      {query.withPending && <input type="hidden" name="en-attente" value="oui" />}
    </FilterBar>
  );
}

function chips(query: ListQuery, doors: readonly DoorChoice[], themes: Themes): FilterChipProps[] {
  return [
    query.q && { label: `« ${query.q} »`, removeHref: listHref(query, { q: '' }) },
    query.kind && { label: kindNames[query.kind].many, removeHref: listHref(query, { kind: null }) },
    query.audience && {
      label: doors.find(({ tag }) => tag === query.audience)?.label ?? query.audience,
      removeHref: listHref(query, { audience: null }),
    },
    query.theme && {
      label: themes.find(({ id }) => id === query.theme)?.label ?? 'domaine',
      removeHref: listHref(query, { theme: null }),
    },
    query.mine && { label: 'les miennes', removeHref: listHref(query, { mine: false }) },
    query.toReview && { label: 'à relire', removeHref: listHref(query, { toReview: false }) },
    query.withPending && { label: 'modifications non publiées', removeHref: listHref(query, { withPending: false }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null);
}

function columns(
  exchange: Exchange,
  query: ListQuery,
  doors: readonly DoorChoice[],
  hasReviews: boolean,
): Column<OfficeRow>[] {
  const { zone } = exchange.hub;
  const sorting = (sort: OfficeSort) => ({
    sortHref: listHref(query, { sort, descending: query.sort === sort && !query.descending }),
    ...(query.sort === sort ? { sorted: query.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  });
  const day = (at: string | null): string =>
    at ? formatDate(Temporal.Instant.from(at), { zone, style: 'short' }) : '';
  const doorName = (tag: string): string => doors.find((door) => door.tag === tag)?.label ?? tag;
  return [
    {
      key: 'title',
      label: 'Titre',
      heads: true,
      ...sorting('titre'),
      cell: (row) => (
        <>
          <a href={hrefOf(exchange, row)}>{row.title}</a>{' '}
          {row.has_pending && <Chip strong>modifications non publiées</Chip>}
          {row.audiences.length > 0 && <span class="row-facts">Pour {listing(row.audiences.map(doorName))}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      label: 'Genre',
      cell: (row) => (
        <>
          {kindNames[row.kind].one}
          <span class="row-facts">{row.organization ?? 'Le pôle'}</span>
        </>
      ),
    },
    {
      key: 'status',
      label: 'État',
      ...sorting('publie'),
      cell: (row) => (
        <>
          {statusNames[row.status]}
          {(row.publish_at ?? row.published_at) && (
            <span class="row-facts">{row.publish_at ? `prévu le ${day(row.publish_at)}` : day(row.published_at)}</span>
          )}
        </>
      ),
    },
    { key: 'updated', label: 'Modifié', whole: true, ...sorting('modifie'), cell: (row) => day(row.updated_at) },
    ...(hasReviews || query.toReview || query.sort === 'relire' ? [reviewColumn(sorting('relire'))] : []),
  ];
}

function reviewColumn(sorting: Pick<Column<OfficeRow>, 'sortHref' | 'sorted'>): Column<OfficeRow> {
  return {
    key: 'review',
    label: 'À relire le',
    whole: true,
    ...sorting,
    cell: (row) => (row.review_on ? formatDate(Temporal.PlainDate.from(row.review_on), { style: 'short' }) : ''),
  };
}

/** The editor; the public page for what its author may no longer change. */
function hrefOf(exchange: Exchange, { id, kind, slug, status }: OfficeRow): string {
  return mayRunSite(exchange.actor) || status !== 'published' ? officePaths.edit(id) : publicationPath(kind, slug);
}

function bulk(exchange: Exchange, query: ListQuery, doors: readonly DoorChoice[]) {
  return {
    action: `${officePaths.list}/lot`,
    hidden: (
      <>
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        <input type="hidden" name="retour" value={listHref(query, { page: query.page })} />
        {doors.length > 0 && (
          <Select
            name="etiquette"
            id="lot-etiquette"
            label="Lecteur à ajouter ou retirer"
            placeholder="Choisir"
            choices={doors.map(({ tag, label }) => ({ value: tag, label }))}
          />
        )}
      </>
    ),
    actions: [
      { value: 'publier', label: 'Publier' },
      { value: 'archiver', label: 'Archiver' },
      ...(doors.length > 0
        ? [
            { value: 'etiqueter', label: 'Ajouter ce lecteur' },
            { value: 'desetiqueter', label: 'Retirer ce lecteur' },
          ]
        : []),
      { value: 'corbeille', label: 'Corbeille', kind: 'danger' as const },
    ],
  };
}
