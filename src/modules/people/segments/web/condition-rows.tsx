import type { JSX } from 'preact';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { Button } from '#ui/components/button.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { addField, conditionFields, contraryWay, removeField } from '../domain/typed-segment.ts';
import type { ReadCondition } from '../queries/read-definition.ts';

/** One line a condition: which way, which value, and a way to take it off. */
export function ConditionRows({
  conditions,
  showErrors,
}: {
  readonly conditions: readonly ReadCondition[];
  readonly showErrors: boolean;
}): JSX.Element {
  return (
    <div class="stack">
      {conditions.map((condition, index) => (
        <div class="panel" role="group" aria-label={`Condition ${index + 1}`}>
          <input type="hidden" name={conditionFields(index).key} value={condition.key} />
          <div class="condition">
            <Way condition={condition} index={index} />
            <Value condition={condition} index={index} showErrors={showErrors} />
            <Button name={removeField} value={String(index)} kind="quiet" icon="trash" formmethod="get">
              Retirer<span class="visually-hidden"> la condition {index + 1}</span>
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}

function Way({ condition, index }: { readonly condition: ReadCondition; readonly index: number }): JSX.Element {
  if (!condition.known)
    return <p>Cette condition n’existe plus sur ce site. Retirez-la pour retrouver un segment juste.</p>;
  return (
    <Select
      name={conditionFields(index).way}
      label={`Condition ${index + 1} : la personne…`}
      value={condition.isContrary ? contraryWay : 'vrai'}
      choices={[
        { value: 'vrai', label: condition.known.label },
        { value: contraryWay, label: condition.known.contrary },
      ]}
      grow
    />
  );
}

function Value({
  condition: { known, value, choices, needsValue },
  index,
  showErrors,
}: {
  readonly condition: ReadCondition;
  readonly index: number;
  readonly showErrors: boolean;
}): JSX.Element | null {
  if (!known?.value) return null;
  const { kind, label } = known.value;
  const { value: name } = conditionFields(index);
  const missing = (words: string) => (needsValue && (showErrors || value !== '') ? words : undefined);
  if (kind === 'choice')
    return (
      <Select
        name={name}
        label={label}
        value={value}
        placeholder="Choisissez…"
        choices={choices}
        error={missing(value === '' ? 'Choisissez dans la liste.' : 'Ce choix n’existe plus : choisissez-en un autre.')}
        grow
      />
    );
  if (kind === 'day')
    return <DateField name={name} label={label} value={value} error={missing('Choisissez une date.')} />;
  return (
    <TextField
      name={name}
      label={label}
      value={value}
      size="short"
      inputmode="numeric"
      error={missing('Écrivez un nombre entier.')}
    />
  );
}

/** Every condition that modules know, under its heading. */
export function AddCondition({ known }: { readonly known: readonly SegmentCondition[] }): JSX.Element {
  const groups = Map.groupBy(known, ({ group }) => group);
  return (
    <div data-uncounted>
      <FieldRow>
        <Select
          name={addField}
          label="Ajouter une condition"
          placeholder="Choisissez…"
          choices={[...groups].map(([label, conditions]) => ({
            label,
            choices: conditions.map((condition) => ({ value: condition.key, label: condition.label })),
          }))}
          grow
        />
        <Button kind="ghost" icon="plus" formmethod="get">
          Ajouter
        </Button>
      </FieldRow>
    </div>
  );
}
