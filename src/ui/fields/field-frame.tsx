import type { ComponentChildren, JSX } from 'preact';
import { classes } from '../components/classes.ts';
import { Icon } from '../components/icon.tsx';

/** What every field takes. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Said before the field: what is expected, an example. */
  readonly hint?: ComponentChildren;
  /** Why the value was refused, shown beside the field. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Only when two fields of a page bear the same name. */
  readonly id?: string;
}

/** The id of the field of that name: what an error summary links to. */
export function fieldId(name: string): string {
  return `champ-${name.replaceAll(/[^\w-]+/g, '-')}`;
}

/** The attributes that tie a control to its label, hint and error. */
export function controlAttributes({ name, id = fieldId(name), hint, error, required }: FieldProps): {
  id: string;
  name: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
} {
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: required || undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
}

/** Says in words that a field must be filled. */
export function RequiredMark({ required }: { readonly required: boolean | undefined }): JSX.Element | null {
  return required ? <span class="required"> (obligatoire)</span> : null;
}

export function Hint({ id, hint }: { readonly id: string; readonly hint: ComponentChildren }): JSX.Element | null {
  return hint ? (
    <p class="field-hint" id={`${id}-aide`}>
      {hint}
    </p>
  ) : null;
}

export function FieldError({
  id,
  error,
}: {
  readonly id: string;
  readonly error: string | undefined;
}): JSX.Element | null {
  return error ? (
    <p class="field-error" id={`${id}-erreur`}>
      <Icon name="warning" />
      {error}
    </p>
  ) : null;
}

interface FieldFrameProps extends FieldProps {
  readonly children: ComponentChildren;
  readonly class?: string | false | undefined;
}

/** Label, hint, control, error: the order of every field. */
export function FieldFrame(props: FieldFrameProps): JSX.Element {
  const { name, id = fieldId(name), label, hint, error, required, children } = props;
  return (
    <div class={classes('field', error && 'has-error', props.class)}>
      <label for={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      <Hint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
