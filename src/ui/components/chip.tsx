import type { ComponentChildren, JSX } from 'preact';
import type { Category } from '../theme/categories.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export interface ChipProps {
  readonly children: ComponentChildren;
  /** The accent colour, for what must stand out (« adhérente »). */
  readonly strong?: boolean;
  readonly category?: Category;
}

/** A short fact in a pill. */
export function Chip({ children, strong, category }: ChipProps): JSX.Element {
  return <span class={classes('chip', strong && 'strong', category && `tone-${category}`)}>{children}</span>;
}

export interface TagsProps {
  readonly tags: readonly (string | { readonly label: string; readonly href: string })[];
  /** Names the list for assistive technology. */
  readonly label?: string;
}

/** A list of pills, links or plain words. */
export function Tags({ tags, label = 'Mots-clés' }: TagsProps): JSX.Element | null {
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={label}>
      {tags.map((tag) => (
        <li>
          {typeof tag === 'string' ? (
            <Chip>{tag}</Chip>
          ) : (
            <a class="chip" href={tag.href}>
              {tag.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface FilterChipProps {
  readonly label: string;
  /** Where the list is without this filter. */
  readonly removeHref: string;
}

/** A filter in force, with the link that takes it off. */
export function FilterChip({ label, removeHref }: FilterChipProps): JSX.Element {
  return (
    <a class="chip removable" href={removeHref}>
      <span class="visually-hidden">Retirer le filtre </span>
      {label}
      <Icon name="close" />
    </a>
  );
}
