import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { paymentWayNames, paymentWays } from '#modules/payments/index.ts';
import { Checkbox, CheckboxGroup, RadioGroup, SwitchField } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { scaleKindNames, scaleKinds } from '../../domain/dues.ts';
import type { QuestionKind } from '../../domain/questions.ts';
import { whoLabels, whos } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { VotingCollege } from '../../queries/campaigns.ts';
import type { Typed } from '../form-answer.ts';
import { mostQuestions, mostScales } from './campaign-values.ts';

interface Part {
  readonly typed: Typed;
}

const field = ({ typed: { values, errors } }: Part, name: string) => ({
  name,
  value: values[name],
  error: errors[name],
});

/** All that a campaign says, on one page. */
export function CampaignForm({
  action,
  hidden,
  typed,
  colleges,
  submit,
}: Part & {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly colleges: readonly VotingCollege[];
  readonly submit: string;
}): JSX.Element {
  const part = { typed };
  const { values, errors } = typed;
  return (
    <Form action={action} label={submit} errors={summaryOf(errors)} hidden={hidden}>
      <TextField {...field(part, 'name')} label="Nom de la campagne" hint="« Adhésion 2027 »" required />
      <Fieldset legend="Les dates" large>
        <RadioGroup
          name="periodKind"
          label="On adhère"
          value={values['periodKind'] ?? 'fixed'}
          error={errors['periodKind']}
          choices={[
            {
              value: 'fixed',
              label: 'pour une période, la même pour tout le monde',
              hint: 'L’année civile, le plus souvent.',
            },
            { value: 'rolling', label: 'pour quelques mois, à partir du jour où l’on adhère' },
          ]}
        />
        <FieldRow>
          <DateField {...field(part, 'startsOn')} label="Premier jour" />
          <DateField {...field(part, 'endsOn')} label="Dernier jour" />
          <TextField {...field(part, 'rollingMonths')} label="Ou nombre de mois" inputmode="numeric" size="short" />
        </FieldRow>
        <FieldRow>
          <DateField {...field(part, 'opensOn')} label="Ouvre le" required />
          <DateField {...field(part, 'closesOn')} label="Ferme le" hint="Vide : quand vous la fermerez." />
        </FieldRow>
        <TextField
          {...field(part, 'graceDays')}
          label="Jours de répit"
          hint="Après la fin, on reste adhérent·e le temps de renouveler."
          inputmode="numeric"
          size="short"
        />
        <SwitchField
          name="needsBoard"
          label="Chaque adhésion est validée, par l’équipe ou par le conseil d’administration"
          checked={values['needsBoard'] === 'oui'}
        />
      </Fieldset>
      <Fieldset
        legend="Les cotisations"
        large
        hint="Une ligne laissée vide n’est pas un tarif."
        error={errors['scales']}
        name="scales"
      >
        {Array.from({ length: shown(values, 'scales', mostScales) }, (_, index) => (
          <ScaleRow index={index} typed={typed} colleges={colleges} />
        ))}
      </Fieldset>
      <CheckboxGroup
        name="paymentWays"
        label="On paie"
        values={(values['paymentWays'] ?? 'cheque transfer online cash').split(' ')}
        error={errors['paymentWays']}
        choices={paymentWays.map((value) => ({ value, label: paymentWayNames[value] }))}
      />
      <Fieldset legend="Ce que l’on dit" large>
        <TextArea
          {...field(part, 'presentation')}
          label="Ce que l’adhésion apporte"
          hint="Une idée par ligne."
          rows={5}
        />
        <TextArea {...field(part, 'charter')} label="Charte à accepter" hint="Vide : rien à accepter." rows={5} />
        <TextField
          {...field(part, 'reminderDays')}
          label="Relances qui partent seules"
          hint="En jours avant (-) ou après la fin : « -30, 15, 45 ». Vide : vous relancez vous-même."
          size="medium"
        />
      </Fieldset>
      <Fieldset
        legend="Questions en plus"
        large
        hint="Chaque question en plus fait perdre du monde."
        error={errors['questions']}
        name="questions"
      >
        {Array.from({ length: shown(values, 'questions', mostQuestions) }, (_, index) => (
          <QuestionRow index={index} typed={typed} />
        ))}
      </Fieldset>
      <SubmitBar label={submit} cancelHref={paths.campaigns} />
    </Form>
  );
}

/** Filled rows, and two empty ones after them. */
function shown(values: Typed['values'], list: string, most: number): number {
  let last = 0;
  for (let index = 0; index < most; index += 1) if (values[`${list}.${index}.label`]) last = index + 1;
  return Math.min(most, last + (list === 'scales' ? 2 : 1));
}

function ScaleRow({
  index,
  typed,
  colleges,
}: Part & { readonly index: number; readonly colleges: readonly VotingCollege[] }): JSX.Element {
  const at = (name: string) => field({ typed }, `scales.${index}.${name}`);
  const { values, errors } = typed;
  const label = values[`scales.${index}.label`];
  const isWrong = Object.keys(errors).some((name) => name.startsWith(`scales.${index}.`));
  return (
    <details class="more-fields" open={isWrong || (index === 0 && !label)}>
      <summary>{label || `Tarif ${index + 1}`}</summary>
      <div>
        <input type="hidden" name={`scales.${index}.id`} value={values[`scales.${index}.id`] ?? ''} />
        <FieldRow>
          <TextField {...at('label')} label={`Nom du tarif ${index + 1}`} grow />
          <Select
            {...at('who')}
            label={`Pour qui ${index + 1}`}
            value={values[`scales.${index}.who`] ?? whos[Math.min(index, whos.length - 1)]}
            choices={whos.map((value) => ({ value, label: whoLabels[value] }))}
          />
        </FieldRow>
        <FieldRow>
          <Select
            {...at('kind')}
            label={`Prix ${index + 1}`}
            value={values[`scales.${index}.kind`] ?? 'fixed'}
            choices={scaleKinds.map((value) => ({ value, label: scaleKindNames[value] }))}
          />
          <TextField
            {...at('amount')}
            label={`Euros ${index + 1}`}
            hint="Le prix, ou le minimum."
            inputmode="decimal"
            size="short"
          />
          <TextField
            {...at('suggested')}
            label={`Proposé ${index + 1}`}
            hint="Pour un prix libre."
            inputmode="decimal"
            size="short"
          />
        </FieldRow>
        <TextArea
          {...at('brackets')}
          label={`Tranches ${index + 1}`}
          hint="Selon le budget ou les salarié·es, une par ligne : « 10000 : 20 », puis « au-delà : 120 »."
          rows={3}
        />
        <TextField {...at('hint')} label={`Précision ${index + 1}`} hint="« Sans emploi, en études, minima sociaux »" />
        {colleges.length > 0 && (
          <Select
            {...at('collegeId')}
            label={`Collège ${index + 1}`}
            placeholder="Aucun"
            choices={colleges.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
    </details>
  );
}

const kindNames: Readonly<Record<QuestionKind, string>> = {
  text: 'Une ligne',
  long: 'Un paragraphe',
  choice: 'Un choix',
  yes: 'Oui ou non',
};

function QuestionRow({ index, typed }: Part & { readonly index: number }): JSX.Element {
  const at = (name: string) => field({ typed }, `questions.${index}.${name}`);
  const { values, errors } = typed;
  const label = values[`questions.${index}.label`];
  const isWrong = Object.keys(errors).some((name) => name.startsWith(`questions.${index}.`));
  return (
    <details class="more-fields" open={isWrong}>
      <summary>{label || `Question ${index + 1}`}</summary>
      <div>
        <input type="hidden" name={`questions.${index}.key`} value={values[`questions.${index}.key`] ?? ''} />
        <TextField {...at('label')} label={`Votre question ${index + 1}`} />
        <FieldRow>
          <Select
            {...at('kind')}
            label={`Réponse ${index + 1}`}
            value={values[`questions.${index}.kind`] ?? 'text'}
            choices={Object.entries(kindNames).map(([value, name]) => ({ value, label: name }))}
          />
          <Select
            {...at('who')}
            label={`Posée à ${index + 1}`}
            placeholder="Tout le monde"
            choices={whos.map((value) => ({ value, label: whoLabels[value] }))}
          />
        </FieldRow>
        <TextArea
          {...at('choices')}
          label={`Réponses proposées ${index + 1}`}
          hint="Une par ligne, pour un choix."
          rows={3}
        />
        <Checkbox
          name={`questions.${index}.isRequired`}
          label="Réponse attendue"
          checked={values[`questions.${index}.isRequired`] === 'oui'}
        />
      </div>
    </details>
  );
}
