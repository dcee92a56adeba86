import type { ComponentChildren, JSX } from 'preact';
import { PhotoOrRelief, type PhotoOrReliefProps } from '../relief/relief-cover-view.tsx';
import type { HeadingLevel } from './card.tsx';
import { Label } from './label.tsx';
import { Chip, Tags, type TagsProps } from './chip.tsx';

export interface RowCardProps {
  readonly href: string;
  readonly title: string;
  readonly cover: Omit<PhotoOrReliefProps, 'class'>;
  /** « adhérente », set beside the title. */
  readonly badge?: string;
  /** Whose it is, told apart from what others say. */
  readonly label?: { readonly text: string; readonly own?: boolean } | undefined;
  readonly facts?: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly tags?: TagsProps['tags'];
  readonly level?: HeadingLevel;
  /** Ties the row to its point on the map. */
  readonly id?: string;
  readonly actions?: ComponentChildren;
}

/** A structure in the directory: picture on the side, name, place, one sentence, tags. */
export function RowCard({
  href,
  title,
  cover,
  badge,
  label,
  facts,
  children,
  tags,
  level = 3,
  id,
  actions,
}: RowCardProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <article class="row-card" id={id}>
      <PhotoOrRelief width={300} height={320} {...cover} />
      <div class="card-body">
        {label && <Label own={label.own ?? false}>{label.text}</Label>}
        <Heading class="card-title">
          <a href={href}>{title}</a>
          {badge && (
            <>
              {' '}
              <Chip strong>{badge}</Chip>
            </>
          )}
        </Heading>
        {facts && <p class="facts">{facts}</p>}
        {children && <div class="card-text">{children}</div>}
        {tags && <Tags tags={tags} />}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </article>
  );
}
