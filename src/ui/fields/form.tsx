import type { ComponentChildren, JSX } from 'preact';
import { Button, ButtonLink, type ButtonKind } from '../components/button.tsx';
import { classes } from '../components/classes.ts';
import { ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx';

export interface FormProps {
  readonly action: string;
  readonly children: ComponentChildren;
  /** Hidden fields: idempotency key, version read. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly errors?: ErrorSummaryProps['errors'];
  /** Needed when the form sends a file. */
  readonly withFiles?: boolean;
  /** Keeps what is typed on this device under this key until the form was accepted. */
  readonly draft?: string;
  readonly id?: string;
  readonly class?: string;
  readonly label?: string;
}

/** A form in one column. The server checks: the browser's own bubbles are turned off. */
export function Form({
  action,
  children,
  hidden = {},
  errors = [],
  withFiles,
  draft,
  id,
  class: name,
  label,
}: FormProps): JSX.Element {
  const form = (
    <form
      class={classes('form', name)}
      id={id}
      method="post"
      action={action}
      novalidate
      aria-label={label}
      enctype={withFiles ? 'multipart/form-data' : undefined}
    >
      {Object.entries(hidden).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <ErrorSummary errors={errors} />
      {children}
    </form>
  );
  return draft ? <es-draft data-key={draft}>{form}</es-draft> : form;
}

export interface SubmitBarProps {
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly cancelHref?: string;
  readonly cancelLabel?: string;
  /** Further buttons: « Enregistrer comme brouillon ». */
  readonly children?: ComponentChildren;
  readonly note?: ComponentChildren;
}

/** The end of a form: the act in one verb, the way out. */
export function SubmitBar({
  label,
  kind = 'primary',
  cancelHref,
  cancelLabel = 'Abandonner',
  children,
  note,
}: SubmitBarProps): JSX.Element {
  return (
    <div class="submit-bar">
      <Button kind={kind}>{label}</Button>
      {children}
      {cancelHref && (
        <ButtonLink kind="quiet" href={cancelHref}>
          {cancelLabel}
        </ButtonLink>
      )}
      {note && <p class="facts">{note}</p>}
    </div>
  );
}

/** Fields side by side when there is room, one under the other otherwise. */
export function FieldRow({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="field-row">{children}</div>;
}
