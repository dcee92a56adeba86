import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonKind = 'primary' | 'ghost' | 'dark' | 'danger' | 'quiet';

interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly class?: string;
  readonly children: ComponentChildren;
}

const look = ({ kind = 'primary', small, class: name }: ButtonLook): string =>
  classes('button', kind !== 'primary' && kind, small && 'small', name);

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes, 'icon' | 'children' | 'class'> {}

/** A button that acts. Submits its form unless `type="button"`. */
export function Button({
  kind,
  small,
  icon,
  class: name,
  children,
  type = 'submit',
  ...rest
}: ButtonProps): JSX.Element {
  return (
    <button {...rest} type={type} class={look({ kind, small, class: name, children })}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook {
  readonly href: string;
  readonly rel?: string;
  readonly download?: boolean | string;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({ kind, small, icon, class: name, children, ...rest }: ButtonLinkProps): JSX.Element {
  return (
    <a {...rest} class={look({ kind, small, class: name, children })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
