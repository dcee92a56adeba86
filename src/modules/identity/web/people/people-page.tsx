import type { VNode } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Tags } from '#ui/components/chip.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { roles } from '#platform/context/context.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { roleNames } from '../../domain/role-names.ts';
import type { ListedPerson, PeopleFilter, PeopleSort } from '../../queries/people-list.ts';
import { paths } from '../../paths.ts';

interface Props {
  people: readonly ListedPerson[];
  total: number;
  page: number;
  pages: number;
  filter: PeopleFilter;
  sort: PeopleSort;
  zone: string;
}

/** The people of the hub. */
export function PeoplePage({ people, total, page, pages, filter, sort, zone }: Props): VNode {
  return (
    <>
      <FilterBar action={paths.people} label="Filtrer les personnes" resetHref={paths.people}>
        <SearchField name="q" label="Nom" value={filter.text} />
        <Select
          name="role"
          label="Rôle"
          value={filter.role ?? ''}
          placeholder="Tous"
          choices={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        />
        <Select
          name="compte"
          label="Compte"
          value={filter.account ?? ''}
          placeholder="Avec ou sans"
          choices={withOrWithout}
        />
        <Select
          name="courriel"
          label="Courriel"
          value={filter.email ?? ''}
          placeholder="Avec ou sans"
          choices={withOrWithout}
        />
      </FilterBar>
      <ResultCount count={plural(total, 'personne')} />
      <DataTable
        id="personnes"
        caption="Personnes"
        quietCaption
        columns={columns(filter, sort, zone)}
        rows={people}
        rowId={(person) => person.id}
        rowName={(person) => person.name}
        exports={{
          csv: listPath(filter, { tri: sort, format: 'csv' }),
          xlsx: listPath(filter, { tri: sort, format: 'xlsx' }),
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
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(wanted) => listPath(filter, { tri: sort, page: String(wanted) })}
      />
    </>
  );
}

const withOrWithout = [
  { value: 'avec', label: 'Avec' },
  { value: 'sans', label: 'Sans' },
];

function columns(filter: PeopleFilter, sort: PeopleSort, zone: string): Column<ListedPerson>[] {
  const sortable = (by: PeopleSort, way: 'ascending' | 'descending') => ({
    sortHref: listPath(filter, { tri: by }),
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
      key: 'roles',
      label: 'Rôles',
      cell: (person) => <Tags tags={person.roles.map((role) => roleNames[role])} label="Rôles" />,
    },
    { key: 'email', label: 'Courriel', cell: (person) => person.email ?? '–' },
    { key: 'phone', label: 'Téléphone', cell: (person) => person.phone ?? '–' },
    {
      key: 'seen',
      label: 'Vu·e',
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
      cell: (person) => formatDate(person.createdAt, { zone, style: 'short' }),
      ...sortable('recent', 'descending'),
    },
  ];
}

function listPath(filter: PeopleFilter, more: Record<string, string>): string {
  const query = new URLSearchParams();
  if (filter.text) query.set('q', filter.text);
  if (filter.role) query.set('role', filter.role);
  if (filter.account) query.set('compte', filter.account);
  if (filter.email) query.set('courriel', filter.email);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${paths.people}?${query.toString()}`;
}
