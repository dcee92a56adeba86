import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
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
import { officePath, officeSheetPath } from '../../paths.ts';
import { mayArrangeDirectory } from '../../policy.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { readThemeTree, type IndexedTheme } from '../../queries/index/theme-tree.ts';
import {
  officeChoices,
  officeList,
  rowsAPage,
  type OfficeRow,
  type OfficeSort,
} from '../../queries/office/office-list.ts';
import { statusNames } from '../formats/table-columns.ts';
import { officeHref, readOfficeQuery, type OfficeQuery } from './office-query.ts';

type Choices = Awaited<ReturnType<typeof officeChoices>>;

/** `GET /gestion/annuaire`: every sheet, whatever its state, to find, sort, act on and take away. */
export async function showOfficeList(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const query = readOfficeQuery(exchange.url.searchParams);
  const { ctx } = exchange;
  const [{ rows, count }, choices, themes, look] = await Promise.all([
    officeList(ctx, query, query.page),
    officeChoices(ctx),
    readThemeTree(ctx.db),
    deps.hubLook(ctx.hubId),
  ]);
  return exchange.page({
    title: 'Le réseau',
    layout: 'office',
    publicHref: '/annuaire',
    header: {
      lead: 'Les structures de l’annuaire : en ajouter, les tenir à jour, les faire connaître.',
      actions: (
        <>
          <ButtonLink icon="plus" href={`${officePath}/nouvelle`}>
            Ajouter une structure
          </ButtonLink>
          <ButtonLink kind="ghost" icon="upload" href={`${officePath}/importer`}>
            Importer une liste
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <States query={query} choices={choices} arranges={mayArrangeDirectory(exchange.actor)} />
        <Filters query={query} choices={choices} themes={themes} />
        <ResultCount
          count={plural(count, 'structure')}
          links={[
            { label: 'à vérifier', href: officeHref(query, { toConfirm: true }) },
            { label: 'sans point sur la carte', href: officeHref(query, { withoutPoint: true }) },
            { label: 'adhérentes', href: officeHref(query, { membersOnly: true }) },
          ]}
        />
        <DataTable
          id="structures"
          caption="Structures de l’annuaire"
          quietCaption
          columns={columns(query, exchange.hub.zone)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          exports={{
            csv: officeHref(query, {}, `${officePath}.csv`),
            xlsx: officeHref(query, {}, `${officePath}.xlsx`),
          }}
          bulk={{
            action: `${officePath}/lot`,
            hidden: <BulkFields exchange={exchange} query={query} themes={themes} />,
            actions: [
              { value: 'publier', label: 'Publier' },
              { value: 'archiver', label: 'Archiver' },
              { value: 'adherentes', label: 'Marquer adhérentes' },
              { value: 'non-adherentes', label: 'Ne plus marquer adhérentes' },
              ...(themes.length > 0 ? [{ value: 'theme', label: 'Ajouter le domaine choisi' }] : []),
              { value: 'corbeille', label: 'Corbeille', kind: 'danger' as const },
            ],
          }}
          empty={
            <Nothing
              query={query}
              isEmpty={choices.states.draft + choices.states.published + choices.states.archived === 0}
              land={look.land}
            />
          }
        />
        <Pagination
          page={query.page}
          pages={Math.ceil(count / rowsAPage)}
          hrefOf={(page) => officeHref(query, { page })}
        />
      </>
    ),
  });
}

function States({
  query,
  choices: { states },
  arranges,
}: {
  readonly query: OfficeQuery;
  readonly choices: Choices;
  readonly arranges: boolean;
}): JSX.Element {
  const tab = (status: OfficeQuery['status'], label: string, count: number) => ({
    label,
    count,
    href: officeHref(query, { status }),
    current: query.status === status,
  });
  return (
    <Tabs
      label="État des fiches"
      tabs={[
        tab(null, 'Toutes', states.draft + states.published + states.archived),
        tab('published', 'Publiées', states.published),
        tab('draft', 'Brouillons', states.draft),
        tab('archived', 'Archivées', states.archived),
        { label: 'Corbeille', href: `${officePath}/corbeille`, count: states.trashed },
        ...(arranges ? [{ label: 'Domaines', href: `${officePath}/domaines` }] : []),
      ]}
    />
  );
}

function Filters({
  query,
  choices,
  themes,
}: {
  readonly query: OfficeQuery;
  readonly choices: Choices;
  readonly themes: readonly IndexedTheme[];
}): JSX.Element {
  return (
    <FilterBar
      action={officePath}
      label="Filtrer les structures"
      submit="Filtrer"
      active={chips(query, choices, themes)}
      resetHref={officePath}
    >
      <SearchField name="q" label="Un nom, un mot de la fiche" value={query.q} />
      <Select
        name="commune"
        label="Commune"
        placeholder="Toutes"
        value={query.insee ?? ''}
        choices={choices.towns.map(({ insee, city }) => ({ value: insee, label: city }))}
      />
      <Select
        name="theme"
        label="Domaine"
        placeholder="Tous"
        value={query.themeId ?? ''}
        choices={themeChoices(themes)}
      />
      {choices.sources.length > 0 && (
        <Select
          name="source"
          label="Source"
          placeholder="Toutes"
          value={query.source ?? ''}
          choices={choices.sources.map((source) => ({ value: source, label: source }))}
        />
      )}
      {query.status && <input type="hidden" name="etat" value={query.status} />}
      {query.toConfirm && <input type="hidden" name="a-verifier" value="oui" />}
      {query.withoutPoint && <input type="hidden" name="sans-point" value="oui" />}
      {query.membersOnly && <input type="hidden" name="adherentes" value="oui" />}
    </FilterBar>
  );
}

function chips(query: OfficeQuery, { towns }: Choices, themes: readonly IndexedTheme[]): FilterChipProps[] {
  return [
    query.q && { label: `« ${query.q} »`, removeHref: officeHref(query, { q: '' }) },
    query.insee && {
      label: towns.find(({ insee }) => insee === query.insee)?.city ?? query.insee,
      removeHref: officeHref(query, { insee: null }),
    },
    query.themeId && {
      label: themes.find(({ id }) => id === query.themeId)?.label ?? 'domaine',
      removeHref: officeHref(query, { themeId: null }),
    },
    query.source && { label: query.source, removeHref: officeHref(query, { source: null }) },
    query.toConfirm && { label: 'à vérifier', removeHref: officeHref(query, { toConfirm: false }) },
    query.withoutPoint && { label: 'sans point', removeHref: officeHref(query, { withoutPoint: false }) },
    query.membersOnly && { label: 'adhérentes', removeHref: officeHref(query, { membersOnly: false }) },
  ].filter((chip) => typeof chip === 'object' && chip !== null);
}

function columns(query: OfficeQuery, zone: string): Column<OfficeRow>[] {
  const sorting = (sort: OfficeSort) => ({
    sortHref: officeHref(query, { sort, descending: query.sort === sort && !query.descending }),
    ...(query.sort === sort ? { sorted: query.descending ? ('descending' as const) : ('ascending' as const) } : {}),
  });
  const day = (at: string | null): string =>
    at
      ? formatDate(Temporal.Instant.from(at.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')), {
          zone,
          style: 'short',
        })
      : 'jamais';
  return [
    {
      key: 'name',
      label: 'Structure',
      heads: true,
      ...sorting('nom'),
      cell: (row) => (
        <>
          <a href={officeSheetPath(row.id)}>{row.name}</a> {row.is_member && <Chip strong>adhérente</Chip>}
        </>
      ),
    },
    {
      key: 'city',
      label: 'Commune',
      ...sorting('commune'),
      cell: (row) => (row.is_placed ? (row.city ?? '') : `${row.city ?? 'Sans commune'} (sans point)`),
    },
    { key: 'theme', label: 'Domaine', cell: (row) => row.theme ?? '' },
    { key: 'status', label: 'État', whole: true, cell: (row) => statusNames[row.status] },
    { key: 'confirmed', label: 'Vérifiée', whole: true, ...sorting('verifiee'), cell: (row) => day(row.confirmed_at) },
    { key: 'updated', label: 'Modifiée', whole: true, ...sorting('modifiee'), cell: (row) => day(row.updated_at) },
  ];
}

function BulkFields({
  exchange,
  query,
  themes,
}: {
  readonly exchange: Exchange;
  readonly query: OfficeQuery;
  readonly themes: readonly IndexedTheme[];
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <input type="hidden" name="retour" value={officeHref(query, { page: query.page })} />
      {themes.length > 0 && (
        <Select
          name="addTheme"
          id="lot-domaine"
          label="Domaine à ajouter aux fiches cochées"
          placeholder="Choisir"
          choices={themeChoices(themes)}
        />
      )}
    </>
  );
}

function Nothing({
  query,
  isEmpty,
  land,
}: {
  readonly query: OfficeQuery;
  readonly isEmpty: boolean;
  readonly land: Awaited<ReturnType<DirectoryDependencies['hubLook']>>['land'];
}): JSX.Element {
  if (isEmpty) {
    return (
      <EmptyState
        title="L’annuaire attend ses premières structures"
        territory={land}
        actions={
          <>
            <ButtonLink href={`${officePath}/importer`}>Importer un tableur</ButtonLink>
            <ButtonLink kind="ghost" href={`${officePath}/nouvelle`}>
              Ajouter une structure
            </ButtonLink>
          </>
        }
      >
        <p>Vous avez déjà une liste dans un tableur ? Elle suffit pour commencer : la carte se remplit toute seule.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Aucune fiche avec ces filtres"
      territory={land}
      actions={<ButtonLink href={officePath}>Voir toutes les fiches</ButtonLink>}
    >
      {query.q && (
        <p>
          Elle n’y est pas encore ?{' '}
          <a href={`${officePath}/nouvelle?nom=${encodeURIComponent(query.q)}`}>Ajoutez « {query.q} »</a>.
        </p>
      )}
    </EmptyState>
  );
}

function themeChoices(themes: readonly IndexedTheme[]) {
  return themes.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }));
}
