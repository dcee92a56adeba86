import type { ComponentChildren, JSX } from 'preact';
import { Button } from './button.tsx';
import { FilterChip, type FilterChipProps } from './chip.tsx';

export interface FilterBarProps {
  readonly action: string;
  readonly label: string;
  /** The fields, main search first. */
  readonly children: ComponentChildren;
  readonly submit?: string;
  /** Choices fewer people need, on a line of their own under the fields. */
  readonly more?: ComponentChildren;
  /** Filters in force, each with the address of the list without it. */
  readonly active?: readonly FilterChipProps[];
  readonly resetHref?: string;
  /** Sends the form as soon as a choice changes, when script is there. */
  readonly auto?: boolean;
}

/** The filters of a list, kept in the address, working without script. */
export function FilterBar({
  action,
  label,
  children,
  submit = 'Chercher',
  more,
  active = [],
  resetHref,
  auto,
}: FilterBarProps): JSX.Element {
  const form = (
    <form class="filter-bar" method="get" action={action} role="search" aria-label={label}>
      {children}
      <Button>{submit}</Button>
      {more && <div class="filter-more">{more}</div>}
    </form>
  );
  return (
    <div class="filters">
      {auto ? <es-auto-submit>{form}</es-auto-submit> : form}
      {active.length > 0 && (
        <p class="filters-active">
          {active.map((filter) => (
            <FilterChip {...filter} />
          ))}
          {resetHref && <a href={resetHref}>Tout effacer</a>}
        </p>
      )}
    </div>
  );
}

export interface ResultCountProps {
  /** « 23 structures » */
  readonly count: string;
  readonly links?: readonly { readonly label: string; readonly href: string }[];
}

/** How many were found, and the narrower lists one link away. */
export function ResultCount({ count, links = [] }: ResultCountProps): JSX.Element {
  return (
    <p class="result-count">
      <b>{count}</b>
      {links.map(({ label, href }) => (
        <>
          {' · '}
          <a href={href}>{label}</a>
        </>
      ))}
    </p>
  );
}
