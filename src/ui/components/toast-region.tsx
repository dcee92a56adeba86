import type { JSX } from 'preact';
import type { State } from '../theme/derive-theme.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { stateIcons } from './notice.tsx';

export interface Flash {
  readonly state: State;
  readonly text: string;
  /** What takes the act back: a form posted to this address. */
  readonly undo?: {
    readonly action: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly label?: string;
  };
}

export interface ToastRegionProps {
  readonly flashes: readonly Flash[];
}

/**
 * What the last act did, drawn by the server. The island announces it and lets it be closed;
 * successes leave by themselves after a while unless they offer to undo, errors never do.
 */
export function ToastRegion({ flashes }: ToastRegionProps): JSX.Element {
  return (
    <es-toast class="toasts" role="status">
      {flashes.map(({ state, text, undo }) => (
        <div class={classes('toast', state)} data-stays={state !== 'success' || undo ? '' : undefined}>
          <Icon name={stateIcons[state]} />
          <p>{text}</p>
          {undo && (
            <form method="post" action={undo.action}>
              {Object.entries(undo.fields ?? {}).map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
              <button class="toast-undo">
                <Icon name="undo" />
                {undo.label ?? 'Annuler'}
              </button>
            </form>
          )}
        </div>
      ))}
    </es-toast>
  );
}
