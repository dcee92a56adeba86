import type { ComponentChildren, JSX } from 'preact';
import { classes } from './classes.ts';

export interface SectionProps {
  readonly title: string;
  readonly id?: string;
  /** The link to the whole list: « Tout l’agenda ». */
  readonly more?: { readonly href: string; readonly label: string };
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** A part of a page under its heading, with the way to the whole list. */
export function Section({ title, id, more, children, class: name }: SectionProps): JSX.Element {
  return (
    <section class={classes('section', name)} id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  );
}

/** The block of accent colour that asks for one thing: a newsletter, a call. */
export function CallOut({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="call-out">
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
