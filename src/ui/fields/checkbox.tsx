import type { ComponentChildren, JSX } from 'preact';
import { classes } from '../components/classes.ts';
import { controlAttributes, FieldError, fieldId, type FieldProps, Hint, RequiredMark } from './field-frame.tsx';
import { Fieldset } from './fieldset.tsx';
import type { Choice } from './select.tsx';

export interface CheckboxProps extends Omit<FieldProps, 'label'> {
  readonly label: ComponentChildren;
  readonly checked?: boolean | undefined;
  readonly value?: string;
}

/** One yes or no. Nothing is sent for no. */
export function Checkbox(props: CheckboxProps): JSX.Element {
  const { name, id = fieldId(name), label, hint, error, required, checked, value = 'oui' } = props;
  return (
    <div class={classes('field', 'choice-field', error && 'has-error')}>
      <label class="choice">
        <input {...controlAttributes({ ...props, label: '' })} type="checkbox" value={value} checked={checked} />
        <span>
          {label}
          <RequiredMark required={required} />
        </span>
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
    </div>
  );
}

/** A yes or no that reads as a switch, for settings. Sent like a checkbox. */
export function SwitchField(props: CheckboxProps): JSX.Element {
  const { name, id = fieldId(name), label, hint, error, checked, value = 'oui' } = props;
  return (
    <div class={classes('field', 'choice-field', error && 'has-error')}>
      <label class="choice switch">
        <input
          {...controlAttributes({ ...props, label: '' })}
          type="checkbox"
          role="switch"
          value={value}
          checked={checked}
        />
        <span>{label}</span>
      </label>
      <Hint id={id} hint={hint} />
      <FieldError id={id} error={error} />
    </div>
  );
}

export interface ChoiceGroupProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** In one line when the labels are short. */
  readonly inline?: boolean;
}

interface ChoicesProps extends ChoiceGroupProps {
  readonly type: 'checkbox' | 'radio';
  readonly chosen: readonly string[];
}

function Choices({ type, name, label, hint, error, required, choices, inline, chosen }: ChoicesProps): JSX.Element {
  const id = fieldId(name);
  return (
    <Fieldset legend={label} name={name} hint={hint} error={error} required={required ?? false}>
      <div class={classes('choices', inline && 'inline')}>
        {choices.map((choice, index) => (
          <label class="choice">
            <input
              type={type}
              name={name}
              id={`${id}-${index + 1}`}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              aria-invalid={error ? 'true' : undefined}
            />
            <span>
              {choice.label}
              {choice.hint && <span class="choice-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

export interface CheckboxGroupProps extends ChoiceGroupProps {
  readonly values?: readonly string[] | undefined;
}

/** Several choices at once. */
export function CheckboxGroup({ values = [], ...rest }: CheckboxGroupProps): JSX.Element {
  return <Choices {...rest} type="checkbox" chosen={values} />;
}

export interface RadioGroupProps extends ChoiceGroupProps {
  readonly value?: string | undefined;
}

/** One choice among a few, all in view. */
export function RadioGroup({ value, ...rest }: RadioGroupProps): JSX.Element {
  return <Choices {...rest} type="radio" chosen={value === undefined ? [] : [value]} />;
}
