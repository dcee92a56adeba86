import type { ComponentChildren, JSX } from 'preact';
import type { State } from '../theme/derive-theme.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export const stateIcons: Readonly<Record<State, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
};

const stateWords: Readonly<Record<State, string>> = {
  info: 'Information',
  success: 'C’est fait',
  warning: 'Attention',
  danger: 'Erreur',
};

export interface NoticeProps {
  readonly state?: State;
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** A message in the page that stays: information, success, warning or error, told by a word as well as by colour. */
export function Notice({ state = 'info', title, children, actions }: NoticeProps): JSX.Element {
  return (
    <div class={classes('notice', state)}>
      <Icon name={stateIcons[state]} label={stateWords[state]} />
      <div>
        {title && <p class="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
