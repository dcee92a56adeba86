import type { JSX } from 'preact';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import type { FilterChipProps } from '#ui/components/chip.tsx';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select, type Choice } from '#ui/fields/select.tsx';
import { formatNumber, plural } from '#platform/french/index.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { directoryPath } from '../../paths.ts';
import type { DirectoryList } from '../../queries/directory-list.ts';
import type { Mark } from '../../queries/index/directory-columns.ts';
import { directoryHref, type DirectoryQuery } from '../directory-query.ts';
import { markWords } from '../texts.ts';

const mostTowns = 200;
const marksShown = Object.keys(markWords) as Mark[];

interface Asked {
  readonly query: DirectoryQuery;
  readonly list: DirectoryList;
  /** `/annuaire`, or another page that shows the same structures. */
  readonly path?: string;
}

/** Search, town and theme in one bar; the rest folded under it; what is in force as chips that take it off. */
export function DirectoryFilters({ query, list, path = directoryPath }: Asked): JSX.Element {
  return (
    <FilterBar
      action={path}
      label="Chercher une structure"
      active={chips(query, list, path)}
      resetHref={path}
      more={
        <>
          <MoreFilters query={query} list={list} />
          <es-near-me class="near-me" data-path={directoryHref({ ...query, near: null, sort: null }, {}, path)} />
        </>
      }
    >
      <SearchField
        name="q"
        label="Un nom, un métier, un besoin"
        value={query.q}
        placeholder="maraîchage, prêt de salle…"
      />
      <Select
        name="commune"
        label="Commune"
        placeholder="Toutes les communes"
        value={query.towns[0]}
        choices={townChoices(list, query)}
      />
      <Select
        name="theme"
        label="Domaine"
        placeholder="Tous les domaines"
        value={query.themes[0]}
        choices={themeChoices(list, query)}
      />
      <Kept query={query} />
    </FilterBar>
  );
}

function MoreFilters({ query, list }: Asked): JSX.Element | null {
  const { legalForms } = list.facets;
  if (legalForms.length < 2) return null;
  return (
    <details class="more-filters" open={query.legalForms.length > 0}>
      <summary>Plus de choix</summary>
      <CheckboxGroup
        name="forme"
        label="Forme juridique"
        inline
        values={query.legalForms}
        choices={legalForms.map(({ family, count }) => ({
          value: family,
          label: counted(legalFormLabel(family), count),
        }))}
      />
    </details>
  );
}

/** What the form's fields do not show stays in the question. */
function Kept({ query }: { readonly query: DirectoryQuery }): JSX.Element {
  return (
    <>
      {query.towns.slice(1).map((town) => (
        <input type="hidden" name="commune" value={town} />
      ))}
      {query.themes.slice(1).map((theme) => (
        <input type="hidden" name="theme" value={theme} />
      ))}
      {query.marks.map((mark) => (
        <input type="hidden" name="avec" value={markWords[mark].slug} />
      ))}
      {query.near && <input type="hidden" name="pres" value={`${query.near.lat},${query.near.lon}`} />}
      {query.within && <input type="hidden" name="rayon" value={query.within} />}
      {query.sort && query.sort !== 'pertinence' && <input type="hidden" name="tri" value={query.sort} />}
    </>
  );
}

/** « 23 structures · adhérentes (14) · lieux inspirants (5) » */
export function DirectoryCount({ query, list, path = directoryPath }: Asked): JSX.Element {
  const links = marksShown
    .filter((mark) => !query.marks.includes(mark) && list.facets.marks[mark] > 0)
    .map((mark) => ({
      label: counted(markWords[mark].filter, list.facets.marks[mark]),
      href: directoryHref(query, { marks: [...query.marks, mark] }, path),
    }));
  return <ResultCount count={plural(list.count, 'structure')} links={links} />;
}

function townChoices({ facets, snapshot }: DirectoryList, query: DirectoryQuery): Choice[] {
  const shown = facets.towns.slice(0, mostTowns);
  const chosen = query.towns[0];
  if (chosen && !shown.some((town) => town.insee === chosen)) {
    const town = snapshot.columns.towns.find(({ insee }) => insee === chosen);
    if (town) shown.push({ ...town, count: 0 });
  }
  return shown
    .map(({ insee, name, count }) => ({ value: insee, label: counted(name, count) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function themeChoices({ facets }: DirectoryList, query: DirectoryQuery): Choice[] {
  return facets.themes
    .filter(({ theme, count }) => count > 0 || query.themes.includes(theme.slug))
    .map(({ theme, count }) => ({
      value: theme.slug,
      label: `${'\u2003'.repeat(theme.depth)}${counted(theme.label, count)}`,
    }));
}

function counted(label: string, count: number): string {
  return `${label} (${formatNumber(count)})`;
}

function chips(query: DirectoryQuery, { snapshot }: DirectoryList, path: string): FilterChipProps[] {
  const without = <Value extends string>(values: readonly Value[], value: Value): Value[] =>
    values.filter((one) => one !== value);
  const { themes, towns } = snapshot.columns;
  return [
    ...(query.q ? [{ label: `« ${query.q} »`, removeHref: directoryHref(query, { q: '' }, path) }] : []),
    ...query.themes.map((slug) => ({
      label: themes.find((theme) => theme.slug === slug)?.label ?? slug,
      removeHref: directoryHref(query, { themes: without(query.themes, slug) }, path),
    })),
    ...query.towns.map((insee) => ({
      label: towns.find((town) => town.insee === insee)?.name ?? insee,
      removeHref: directoryHref(query, { towns: without(query.towns, insee) }, path),
    })),
    ...query.legalForms.map((family) => ({
      label: legalFormLabel(family),
      removeHref: directoryHref(query, { legalForms: without(query.legalForms, family) }, path),
    })),
    ...query.marks.map((mark) => ({
      label: markWords[mark].filter,
      removeHref: directoryHref(query, { marks: without(query.marks, mark) }, path),
    })),
    ...(query.near
      ? [
          {
            label: query.within ? `à moins de ${query.within} km de vous` : 'près de vous d’abord',
            removeHref: directoryHref(query, { near: null, within: null, sort: null }, path),
          },
        ]
      : []),
  ];
}
