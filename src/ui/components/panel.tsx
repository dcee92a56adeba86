import type { ComponentChildren, JSX } from 'preact';
import { classes } from './classes.ts';

export interface PanelProps {
  readonly title?: string;
  readonly level?: 2 | 3;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly class?: string;
}

/** A block set beside the main matter, or holding one subject of a long page. */
export function Panel({ title, level = 2, children, id, class: name }: PanelProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <section class={classes('panel', name)} id={id}>
      {title && <Heading>{title}</Heading>}
      {children}
    </section>
  );
}

/** Main matter and, beside it, panels. One column on a phone. */
export function Columns({
  main,
  side,
}: {
  readonly main: ComponentChildren;
  readonly side: ComponentChildren;
}): JSX.Element {
  return (
    <div class="columns">
      <div>{main}</div>
      <aside class="side">{side}</aside>
    </div>
  );
}
