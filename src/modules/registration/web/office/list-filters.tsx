import type { JSX } from 'preact';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { paths } from '../../paths.ts';
import { listHref, type ListQuery, type RegistrationList } from './read-list.ts';

/** Narrows the list; a choice that would change nothing is not offered. */
export function Filters({
  list,
  query,
}: {
  readonly list: RegistrationList;
  readonly query: ListQuery;
}): JSX.Element | null {
  const { event, offer, all } = list;
  if (all.length === 0 || !offer) return null;
  const choices = (of: (one: (typeof all)[number]) => string) =>
    [...new Set(all.map(of).filter(Boolean))]
      .toSorted((one, other) => one.localeCompare(other, 'fr'))
      .slice(0, 300)
      .map((value) => ({ value, label: value }));
  const organizations = choices((one) => one.organizationName);
  const municipalities = choices((one) => one.municipality);
  const kinds = offer.seatKinds.map(({ key, label }) => ({ value: key, label }));
  const chip = (value: string, label: string, change: Partial<ListQuery>): FilterChipProps[] =>
    value ? [{ label, removeHref: listHref(event.id, query, change) }] : [];
  return (
    <FilterBar
      action={paths.office(event.id)}
      label="Filtrer les inscriptions"
      submit="Filtrer"
      resetHref={listHref(event.id, query, { q: '', kind: '', organization: '', municipality: '', paid: '' })}
      active={[
        ...chip(query.q, `« ${query.q} »`, { q: '' }),
        ...chip(query.kind, kinds.find(({ value }) => value === query.kind)?.label ?? '', { kind: '' }),
        ...chip(query.organization, query.organization, { organization: '' }),
        ...chip(query.municipality, query.municipality, { municipality: '' }),
        ...chip(query.paid, query.paid === 'du' ? 'reste à payer' : 'rien à payer', { paid: '' }),
      ]}
    >
      <SearchField name="q" label="Un nom, un e-mail, un billet" value={query.q} />
      {kinds.length > 0 && (
        <Select name="part" label="Places" placeholder="Toutes" value={query.kind} choices={kinds} />
      )}
      {organizations.length > 1 && (
        <Select
          name="structure"
          label="Structure"
          placeholder="Toutes"
          value={query.organization}
          choices={organizations}
        />
      )}
      {municipalities.length > 1 && (
        <Select
          name="commune"
          label="Commune"
          placeholder="Toutes"
          value={query.municipality}
          choices={municipalities}
        />
      )}
      {offer.prices.some(({ cents }) => cents > 0) && (
        <Select
          name="paiement"
          label="Paiement"
          placeholder="Tous"
          value={query.paid}
          choices={[
            { value: 'du', label: 'Reste à payer' },
            { value: 'regle', label: 'Rien à payer' },
          ]}
        />
      )}
      {query.date && <input type="hidden" name="date" value={query.date} />}
      {query.tab !== 'inscrits' && <input type="hidden" name="etat" value={query.tab} />}
    </FilterBar>
  );
}
