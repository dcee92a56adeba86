import type { JSX } from 'preact';
import { Icon } from './icon.tsx';

export interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

/** Copies a text. Shows only when script is there: the text itself must be readable in the page. */
export function CopyButton({ text, label = 'Copier' }: CopyButtonProps): JSX.Element {
  return (
    <es-copy data-text={text} hidden>
      <button type="button" class="button ghost small">
        <Icon name="copy" />
        <span aria-live="polite">{label}</span>
      </button>
    </es-copy>
  );
}
