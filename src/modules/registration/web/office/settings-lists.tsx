import type { JSX } from 'preact';
import { paymentWayNames, paymentWays } from '#modules/payments/index.ts';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { freeKinds, readyQuestions, type FreeKind, type ReadyQuestion } from '../../domain/questions.ts';
import { mostRows, rowsShown } from './read-settings.ts';
import type { SettingsPart } from './settings-fields.tsx';

interface ListRowsProps extends SettingsPart {
  readonly list: 'seatKinds' | 'prices' | 'promoCodes';
  readonly legend: string;
  readonly hint: string;
  readonly columns: readonly { name: string; label: string; isShort?: boolean; isTime?: boolean }[];
  readonly tick?: { name: string; label: string };
}

/** Filled rows, and a few empty ones after them. */
function rowCount(all: SettingsPart['all'], list: keyof typeof rowsShown, name: string): number {
  let last = 0;
  for (let index = 0; index < mostRows[list]; index += 1) if (all(`${list}-${index}-${name}`)[0]) last = index + 1;
  return Math.min(mostRows[list], Math.max(rowsShown[list], last + 1));
}

/** A short list typed in rows; a row left empty is no row. */
export function ListRows({ all, errors, list, legend, hint, columns, tick }: ListRowsProps): JSX.Element {
  const [first] = columns;
  return (
    <Fieldset legend={legend} hint={hint} name={list} error={errors[list]}>
      {Array.from({ length: rowCount(all, list, first?.name ?? '') }, (_, index) => (
        <div class="field-row list-row">
          {columns.map(({ name, label, isShort, isTime }) => (
            <TextField
              name={`${list}-${index}-${name}`}
              label={`${label} ${index + 1}`}
              {...(isTime
                ? { type: 'time' as const, size: 'short' as const }
                : isShort
                  ? { size: 'short' as const, inputmode: 'decimal' as const }
                  : { grow: true })}
              value={all(`${list}-${index}-${name}`)[0]}
              error={errors[`${list}-${index}-${name}`]}
            />
          ))}
          {tick && (
            <Checkbox
              name={`${list}-${index}-${tick.name}`}
              label={tick.label}
              checked={all(`${list}-${index}-${tick.name}`)[0] === 'oui'}
            />
          )}
          <input type="hidden" name={`${list}-${index}-key`} value={all(`${list}-${index}-key`)[0] ?? ''} />
        </div>
      ))}
    </Fieldset>
  );
}

/** What it costs, and how one pays. */
export function PriceFields(part: SettingsPart): JSX.Element {
  return (
    <Fieldset legend="Tarifs" large hint="Sans tarif, c’est gratuit.">
      <ListRows
        {...part}
        list="prices"
        legend="Par statut"
        hint="Plein tarif, demandeur d’emploi, petite association, solidaire… 0 pour la gratuité."
        columns={[
          { name: 'label', label: 'Tarif' },
          { name: 'cents', label: 'Euros', isShort: true },
        ]}
        tick={{ name: 'isMember', label: 'adhérent·es' }}
      />
      <CheckboxGroup
        name="paymentWays"
        label="On paie"
        values={part.all('paymentWays')}
        error={part.errors['paymentWays']}
        choices={paymentWays.map((value) => ({ value, label: paymentWayNames[value] }))}
      />
      <TextField
        name="holdMinutes"
        label="Minutes pendant lesquelles une place est gardée, le temps de payer en ligne"
        size="short"
        inputmode="numeric"
        value={part.all('holdMinutes')[0]}
        error={part.errors['holdMinutes']}
      />
      <ListRows
        {...part}
        list="promoCodes"
        legend="Codes de réduction"
        hint="Par personne : « 20 % », ou une somme en euros."
        columns={[
          { name: 'code', label: 'Code' },
          { name: 'label', label: 'Ce qu’il dit' },
          { name: 'off', label: 'Réduction', isShort: true },
        ]}
      />
    </Fieldset>
  );
}

const readyNames: Readonly<Record<ReadyQuestion, string>> = {
  organization: 'Structure',
  municipality: 'Commune',
  phone: 'Téléphone',
  presence: 'Présent·e, ou pouvoir (assemblée)',
  diet: 'Régime alimentaire',
  access: 'Besoins pour participer',
  ride: 'Covoiturage proposé ou cherché',
  photo: 'Accord pour les photos',
  newsletter: 'Lettre d’information (case vide)',
};

const kindNames: Readonly<Record<FreeKind, string>> = {
  text: 'Une ligne',
  long: 'Un paragraphe',
  choice: 'Un choix',
  several: 'Plusieurs choix',
  number: 'Un nombre',
  yes: 'Oui ou non',
};

/** What is asked, besides the name and the mail. */
export function QuestionFields({ all, errors }: SettingsPart): JSX.Element {
  const value = (index: number, name: string) => all(`free-${index}-${name}`)[0];
  const error = (index: number, name: string) => errors[`free-${index}-${name}`];
  return (
    <Fieldset
      legend="Questions"
      large
      hint="Le nom et l’e-mail sont toujours demandés. Chaque question en plus fait perdre du monde."
      name="questions"
      error={errors['questions']}
    >
      <FieldRow>
        {readyQuestions.map((kind) => (
          <Select
            name={`ask-${kind}`}
            label={readyNames[kind]}
            placeholder="Ne pas demander"
            value={all(`ask-${kind}`)[0]}
            choices={[
              { value: 'optional', label: 'Au choix' },
              ...(kind === 'newsletter' ? [] : [{ value: 'required', label: 'Réponse attendue' }]),
            ]}
          />
        ))}
      </FieldRow>
      {Array.from({ length: rowCount(all, 'free', 'label') }, (_, index) => (
        <details class="more-fields" open={Boolean(value(index, 'label') || error(index, 'choices'))}>
          <summary>Question à vous {index + 1}</summary>
          <div>
            <input type="hidden" name={`free-${index}-key`} value={value(index, 'key') ?? ''} />
            <TextField
              name={`free-${index}-label`}
              label={`Votre question ${index + 1}`}
              value={value(index, 'label')}
              error={error(index, 'label')}
            />
            <Select
              name={`free-${index}-kind`}
              label={`Genre de réponse ${index + 1}`}
              value={value(index, 'kind') ?? 'text'}
              choices={freeKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
            />
            <TextArea
              name={`free-${index}-choices`}
              label={`Réponses proposées ${index + 1}`}
              hint="Une par ligne, pour un ou plusieurs choix."
              rows={3}
              value={value(index, 'choices')}
              error={error(index, 'choices')}
            />
            <TextField
              name={`free-${index}-hint`}
              label={`Aide ${index + 1}`}
              value={value(index, 'hint')}
              error={error(index, 'hint')}
            />
            <Checkbox
              name={`free-${index}-isRequired`}
              label="Réponse attendue"
              checked={value(index, 'isRequired') === 'oui'}
            />
          </div>
        </details>
      ))}
    </Fieldset>
  );
}
