import type { JSX } from 'preact';
import type { Category } from '../theme/categories.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export interface DoorProps {
  readonly href: string;
  readonly title: string;
  readonly text?: string;
  readonly tone: Category | 'accent' | 'deep' | 'brand';
}

/** A way in: « Vous êtes… une association ». A block of colour, the whole of which is the link. */
export function Door({ href, title, text, tone }: DoorProps): JSX.Element {
  return (
    <a class={classes('door', `tone-${tone}`)} href={href}>
      <b>{title}</b>
      {text && <span>{text}</span>}
      <Icon name="arrow-right" />
    </a>
  );
}

/** The set of doors under one heading. */
export function Doors({ doors }: { readonly doors: readonly DoorProps[] }): JSX.Element {
  return (
    <ul class="doors">
      {doors.map((door) => (
        <li>
          <Door {...door} />
        </li>
      ))}
    </ul>
  );
}
