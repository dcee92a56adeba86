import type { ComponentChildren, JSX } from 'preact';
import { classes } from '#ui/components/classes.ts';

export interface BlockFrameProps {
  readonly title?: string;
  readonly class: string;
  readonly more?: { readonly href: string; readonly label: string } | undefined;
  readonly children: ComponentChildren;
}

/** A part of an arranged page: under its heading when it has one, else on its own. */
export function BlockFrame({ title, class: name, more, children }: BlockFrameProps): JSX.Element {
  if (!title && !more) return <div class={classes('section block', name)}>{children}</div>;
  return (
    <section class={classes('section block', name)}>
      <div class="section-head">
        {title && <h2>{title}</h2>}
        {more && <a href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  );
}
