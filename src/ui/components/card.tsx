import type { ComponentChildren, JSX } from 'preact';
import { PhotoOrRelief, type PhotoOrReliefProps } from '../relief/relief-cover-view.tsx';
import { classes } from './classes.ts';
import { DateBadge, type DateBadgeProps } from './date-badge.tsx';
import { Label } from './label.tsx';

export type HeadingLevel = 2 | 3 | 4;

export interface CardProps {
  readonly href: string;
  readonly title: string;
  readonly cover: Omit<PhotoOrReliefProps, 'class'>;
  readonly label?: { readonly text: string; readonly own?: boolean };
  readonly date?: DateBadgeProps;
  /** One line of facts: « Jeudi 8 h 30 · Bain-de-Bretagne ». */
  readonly facts?: ComponentChildren;
  /** One line of text. */
  readonly children?: ComponentChildren;
  readonly level?: HeadingLevel;
  /** Keeps the picture on top on a phone too. */
  readonly wide?: boolean;
}

/** An event, a news item, a listing in a grid: picture, title, one line of facts, one line of text. */
export function Card({ href, title, cover, label, date, facts, children, level = 3, wide }: CardProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <article class={classes('card', wide && 'wide')}>
      <PhotoOrRelief {...cover} />
      {date && <DateBadge {...date} />}
      <div class="card-body">
        {label && <Label own={label.own ?? false}>{label.text}</Label>}
        <Heading class="card-title">
          <a href={href}>{title}</a>
        </Heading>
        {facts && <p class="facts">{facts}</p>}
        {children && <div class="card-text">{children}</div>}
      </div>
    </article>
  );
}

/** The grid cards stand in. `two` for fewer, larger ones. */
export function Cards({
  children,
  two,
}: {
  readonly children: ComponentChildren;
  readonly two?: boolean;
}): JSX.Element {
  return <div class={classes('cards', two && 'two')}>{children}</div>;
}
