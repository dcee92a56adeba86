import type { ComponentChildren, JSX } from 'preact';
import { classes } from '../components/classes.ts';
import { FieldError, fieldId, Hint, RequiredMark } from './field-frame.tsx';

export interface FieldsetProps {
  readonly legend: string;
  readonly children: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Names the group, so that an error summary can lead to it. */
  readonly name?: string;
  /** A part of a long form, its legend as large as a heading. */
  readonly large?: boolean;
}

/** Fields that belong together. */
export function Fieldset({
  legend,
  children,
  hint,
  error,
  required,
  name = legend,
  large,
}: FieldsetProps): JSX.Element {
  const id = fieldId(name);
  const described = [hint && `${id}-aide`, error && `${id}-erreur`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabindex={error ? -1 : undefined}
      aria-describedby={described || undefined}
      class={classes('fieldset', large && 'large', error && 'has-error')}
    >
      <legend>
        {legend}
        <RequiredMark required={required} />
      </legend>
      <Hint id={id} hint={hint} />
      <div class="fieldset-fields">{children}</div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
