import type { ComponentChildren, JSX } from 'preact';
import { Icon } from './icon.tsx';

export interface DialogProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Drawn open in the page: how it shows without script, or on its own address. */
  readonly open?: boolean;
}

/** A native dialog. Opened by a `DialogLink`; without script that link leads to a page with the same content. */
export function Dialog({ id, title, children, open }: DialogProps): JSX.Element {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-titre`} open={open}>
      <div class="dialog-head">
        <h2 id={`${id}-titre`}>{title}</h2>
        <form method="dialog">
          <button type="submit" class="icon-button" aria-label="Fermer">
            <Icon name="close" />
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}

export interface DialogLinkProps {
  /** The dialog's id. */
  readonly opens: string;
  /** The page that holds the same content. */
  readonly href: string;
  readonly children: ComponentChildren;
}

/** Opens a dialog of the page, or leads to its page when script is missing. */
export function DialogLink({ opens, href, children }: DialogLinkProps): JSX.Element {
  return (
    <es-dialog data-opens={opens}>
      {typeof children === 'string' ? (
        <a class="button ghost" href={href}>
          {children}
        </a>
      ) : (
        children
      )}
    </es-dialog>
  );
}
