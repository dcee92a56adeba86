import type { JSX } from 'preact';
import type { RankedResource } from '../../../queries/resources/ranked-resources.ts';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { resourcesPath } from '../../../resource-paths.ts';
import { answersFilters, resourceHref, shelves, type ResourceQuery } from './resource-query.ts';

interface ResourceFiltersProps {
  readonly query: ResourceQuery;
  /** Those that answer the words. */
  readonly found: readonly RankedResource[];
  readonly readers: readonly { tag: string; label: string }[];
  readonly themes: readonly { id: string; label: string }[];
}

/** Words, then who reads, what it is, what it speaks of: plain links with how many each gives. */
export function ResourceFilters({ query, found, readers, themes }: ResourceFiltersProps): JSX.Element {
  const count = (change: Partial<ResourceQuery>): number =>
    found.filter((line) => answersFilters(line, { ...query, ...change })).length;
  const readerLinks = readers.map(({ tag, label }) => ({
    label,
    count: count({ reader: tag }),
    href: resourceHref(query, { reader: query.reader === tag ? '' : tag }),
    isCurrent: query.reader === tag,
  }));
  const shelfLinks = shelves.map(({ slug, label }) => ({
    label,
    count: count({ shelf: slug }),
    href: resourceHref(query, { shelf: query.shelf === slug ? '' : slug }),
    isCurrent: query.shelf === slug,
  }));
  const themeLinks = themes.map(({ id, label }) => ({
    label,
    count: count({ theme: id }),
    href: resourceHref(query, { theme: query.theme === id ? '' : id }),
    isCurrent: query.theme === id,
  }));
  return (
    <div class="library-filters">
      <FilterBar action={resourcesPath} label="Chercher dans les ressources">
        <SearchField
          name="q"
          label="Que cherchez-vous ?"
          value={query.words}
          placeholder="statuts, subvention, embaucher…"
        />
        {query.reader && <input type="hidden" name="pour" value={query.reader} />}
        {query.theme && <input type="hidden" name="theme" value={query.theme} />}
        {query.shelf && <input type="hidden" name="type" value={query.shelf} />}
      </FilterBar>
      <FilterLinks label="Format" links={shelfLinks} />
      <FilterLinks label="Vous êtes" links={readerLinks} />
      <FilterLinks label="Sujet" links={themeLinks} />
    </div>
  );
}

interface FilterLink {
  label: string;
  count: number;
  href: string;
  isCurrent: boolean;
}

/** Choices of one kind; those that give nothing are left out, the one chosen always stays. */
export function FilterLinks({
  label,
  links,
}: {
  readonly label: string;
  readonly links: readonly FilterLink[];
}): JSX.Element | null {
  const shown = links.filter(({ count, isCurrent }) => count > 0 || isCurrent);
  if (shown.length < 2 && !shown.some(({ isCurrent }) => isCurrent)) return null;
  return (
    <nav class="filter-line" aria-label={label}>
      <span class="filter-name" aria-hidden="true">
        {label}
      </span>
      <ul class="tags">
        {shown.map(({ label: words, count, href, isCurrent }) => (
          <li>
            <a class={isCurrent ? 'chip strong' : 'chip'} href={href} aria-current={isCurrent ? 'true' : undefined}>
              {words} <span class="count">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
