import type { JSX } from 'preact';
import { roles } from '#platform/context/context.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { roleNames } from '#modules/identity/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Tags } from '#ui/components/chip.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { relationStatuses, statusNames } from '../../domain/relation-statuses.ts';
import { paths } from '../../paths.ts';
import type { ListedPerson, PeopleSort } from '../queries/people-list.ts';
import { bulkActs, BulkActForm, BulkFields } from './bulk-acts.tsx';
import { filterFields, listPath, type AskedFilter, type FilterField } from './people-filter.ts';
import { PeopleTabs } from './people-tabs.tsx';

type Choices = readonly { value: string; label: string }[];

interface Props {
  people: readonly ListedPerson[];
  total: number;
  page: number;
  pages: number;
  asked: AskedFilter;
  choices: { tags: Choices; towns: Choices; segments: Choices };
  zone: string;
  formKey: string;
}

/** The people of the hub: narrowed, picked, acted on. */
export function PeoplePage(props: Props): JSX.Element {
  const { people, total, page, pages, asked, zone, formKey } = props;
  const { said, sort } = asked;
  const act = listPath(said).replace('/gestion/personnes', '/gestion/personnes/agir');
  return (
    <>
      <PeopleTabs current={paths.people} />
      <Filters {...props} />
      <ResultCount count={plural(total, 'personne')} />
      <DataTable
        id="personnes"
        caption="Personnes"
        quietCaption
        columns={columns(said, sort, zone)}
        rows={people}
        rowId={(person) => person.id}
        rowName={(person) => person.name}
        bulk={{ action: act, actions: bulkActs, hidden: <BulkFields formKey={formKey} prefix="cochees" /> }}
        exports={{
          csv: listPath(said, { tri: sort, format: 'csv' }),
          xlsx: listPath(said, { tri: sort, format: 'xlsx' }),
        }}
        empty={
          <EmptyState
            title="Personne ne correspond"
            actions={<ButtonLink href={paths.newPerson}>Ajouter une personne</ButtonLink>}
          >
            <p>Changez les filtres, ou ajoutez la personne que vous cherchez.</p>
          </EmptyState>
        }
      />
      <Pagination page={page} pages={pages} hrefOf={(wanted) => listPath(said, { tri: sort, page: String(wanted) })} />
      {total > people.length && (
        <BulkActForm action={`${act}${act.includes('?') ? '&' : '?'}toutes=oui`} formKey={formKey} total={total} />
      )}
    </>
  );
}

const withOrWithout = [
  { value: 'avec', label: 'Avec' },
  { value: 'sans', label: 'Sans' },
];

/** Criteria fewer people need, folded until one is in force. */
const rare = ['role', 'compte', 'mail', 'structure', 'commune'] as const;

function Filters({ asked: { said }, choices }: Props): JSX.Element {
  const select = (name: FilterField, label: string, placeholder: string, list: Choices) => (
    <Select name={name} label={label} value={said[name] ?? ''} placeholder={placeholder} choices={list} />
  );
  return (
    <FilterBar
      action={paths.people}
      label="Filtrer les personnes"
      resetHref={paths.people}
      active={filterFields.flatMap((name) => activeFilter(name, said, choices))}
      more={
        <details open={rare.some((name) => said[name])}>
          <summary>Plus de critères</summary>
          <div class="row">
            {select(
              'role',
              'Rôle au pôle',
              'Tous',
              roles.map((role) => ({ value: role, label: roleNames[role] })),
            )}
            {select('compte', 'Compte', 'Avec ou sans', withOrWithout)}
            {select('mail', 'E-mail', 'Avec ou sans', withOrWithout)}
            <TextField name="structure" label="Structure" value={said.structure} maxlength={100} />
            {choices.towns.length > 0 && select('commune', 'Commune', 'Toutes', choices.towns)}
          </div>
        </details>
      }
    >
      <SearchField name="q" label="Nom, mail ou téléphone" value={said.q ?? ''} />
      {select('statut', 'Statut', 'Tous', statusChoices)}
      {choices.tags.length > 0 && select('etiquette', 'Étiquette', 'Toutes', choices.tags)}
      {choices.segments.length > 0 && select('segment', 'Segment', 'Tous', choices.segments)}
    </FilterBar>
  );
}

const statusChoices = relationStatuses.map((status) => ({ value: status, label: statusNames[status] }));

function activeFilter(name: FilterField, said: AskedFilter['said'], { tags, towns, segments }: Props['choices']) {
  const value = said[name];
  if (value === undefined) return [];
  const labelIn = (list: Choices) => list.find((choice) => choice.value === value)?.label ?? value;
  const words: Record<FilterField, () => string> = {
    q: () => `« ${value} »`,
    role: () => labelIn(roles.map((role) => ({ value: role, label: roleNames[role] }))),
    compte: () => `${value} compte`,
    mail: () => `${value} mail`,
    statut: () => labelIn(statusChoices),
    etiquette: () => labelIn(tags),
    structure: () => `structure « ${value} »`,
    commune: () => labelIn(towns),
    segment: () => labelIn(segments),
  };
  const { [name]: _removed, ...others } = said;
  return [{ label: words[name](), removeHref: listPath(others) }];
}

function columns(said: AskedFilter['said'], sort: PeopleSort, zone: string): Column<ListedPerson>[] {
  const sortable = (by: PeopleSort, way: 'ascending' | 'descending') => ({
    sortHref: listPath(said, { tri: by }),
    ...(sort === by ? { sorted: way } : {}),
  });
  return [
    {
      key: 'name',
      label: 'Nom',
      cell: (person) => <a href={paths.person(person.id)}>{person.name}</a>,
      ...sortable('nom', 'ascending'),
    },
    {
      key: 'marks',
      label: 'Qui c’est',
      cell: ({ roles: held, statuses, tags }) => (
        <Tags
          tags={[...held.map((role) => roleNames[role]), ...statuses.map((status) => statusNames[status]), ...tags]}
          label="Rôles, statuts et étiquettes"
        />
      ),
    },
    { key: 'structures', label: 'Structures', cell: (person) => person.structures.join(', ') || '–' },
    {
      key: 'reach',
      label: 'La joindre',
      cell: ({ email, phone, postal }) =>
        email || phone ? (
          <>
            {email}
            {email && phone && <br />}
            {phone && <span class="nowrap">{phone}</span>}
          </>
        ) : (
          (postal ?? '–')
        ),
    },
    {
      key: 'seen',
      label: 'Vu·e',
      whole: true,
      cell: (person) =>
        person.lastSeenAt
          ? formatDate(person.lastSeenAt, { zone, style: 'short' })
          : person.hasAccount
            ? 'jamais'
            : 'sans compte',
      ...sortable('vu', 'descending'),
    },
    {
      key: 'created',
      label: 'Ajouté·e',
      whole: true,
      cell: (person) => formatDate(person.createdAt, { zone, style: 'short' }),
      ...sortable('recent', 'descending'),
    },
  ];
}
