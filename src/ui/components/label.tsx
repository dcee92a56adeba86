import type { ComponentChildren, JSX } from 'preact';
import { classes } from './classes.ts';

export interface LabelProps {
  /** True for the hub's own news and events, told apart from those of other actors. */
  readonly own?: boolean;
  readonly children: ComponentChildren;
}

/** Says who speaks: the hub itself, or one of its neighbours. */
export function Label({ own = false, children }: LabelProps): JSX.Element {
  return <p class={classes('label', own && 'own')}>{children}</p>;
}
