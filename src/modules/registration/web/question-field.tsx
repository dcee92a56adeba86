import type { JSX } from 'preact';
import { Checkbox, CheckboxGroup, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { presences, rides, type Typed } from '../domain/answers.ts';
import { isFree, type FreeQuestion, type Question, type ReadyQuestion } from '../domain/questions.ts';
import { readyLabels } from '../domain/said-answers.ts';

interface QuestionFieldProps {
  readonly question: Question;
  /** Before the name of each field: `p0-`. */
  readonly prefix: string;
  readonly typed: Typed;
  /** Messages by key of the question. */
  readonly errors: Readonly<Record<string, string>>;
}

const ownHints: Partial<Record<ReadyQuestion, string>> = {
  diet: 'Allergies, végétarien… Effacé trois mois après.',
  access: 'Accès en fauteuil, interprète, texte en grand… Effacé trois mois après.',
};

/** One question of the form, as its kind asks. */
export function QuestionField({ question, prefix, typed, errors }: QuestionFieldProps): JSX.Element {
  if (isFree(question)) return <FreeField {...{ question, prefix, typed, errors }} />;
  const { kind, isRequired } = question;
  const name = prefix + kind;
  const [value] = typed(kind);
  const common = { name, label: readyLabels[kind], error: errors[kind], required: isRequired };
  const hint = ownHints[kind];
  switch (kind) {
    case 'presence':
      return <RadioGroup {...common} value={value} choices={choicesOf(presences)} inline />;
    case 'ride':
      return <RideFields {...{ question, prefix, typed, errors }} />;
    case 'photo':
    case 'newsletter':
      return <Checkbox {...common} checked={value === 'oui'} />;
    case 'phone':
      return <TextField {...common} value={value} type="tel" autocomplete="tel" size="medium" />;
    case 'organization':
      return <TextField {...common} value={value} autocomplete="organization" />;
    case 'municipality':
      return <TextField {...common} value={value} autocomplete="address-level2" />;
    default:
      return <TextField {...common} value={value} {...(hint ? { hint } : {})} />;
  }
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Offered or wanted, from where, when, how many. */
function RideFields({ question, prefix, typed, errors }: QuestionFieldProps): JSX.Element {
  const [value = ''] = typed('ride');
  const text = (name: string) => typed(name)[0];
  return (
    <>
      <Select
        name={`${prefix}ride`}
        label={readyLabels.ride}
        placeholder="Sans covoiturage"
        required={question.isRequired}
        value={value}
        error={errors['ride']}
        choices={choicesOf(rides)}
      />
      <details class="more-fields" open={value !== ''}>
        <summary>D’où, à quelle heure, combien de places</summary>
        <div>
          <TextField name={`${prefix}rideFrom`} label="Départ de" hint="Votre commune." value={text('rideFrom')} />
          <TextField name={`${prefix}rideAt`} label="Vers quelle heure ?" size="short" value={text('rideAt')} />
          <TextField
            name={`${prefix}rideSeats`}
            label="Places proposées"
            type="number"
            size="short"
            value={text('rideSeats')}
          />
        </div>
      </details>
    </>
  );
}

function FreeField({
  question,
  prefix,
  typed,
  errors,
}: Omit<QuestionFieldProps, 'question'> & { readonly question: FreeQuestion }): JSX.Element {
  const { kind, key, label, hint, choices, isRequired } = question;
  const [value] = typed(key);
  const common = {
    name: prefix + key,
    label,
    required: isRequired,
    error: errors[key],
    ...(hint ? { hint } : {}),
  };
  const listed = choices.map((choice) => ({ value: choice, label: choice }));
  switch (kind) {
    case 'long':
      return <TextArea {...common} rows={3} value={value} />;
    case 'choice':
      return <RadioGroup {...common} value={value} choices={listed} />;
    case 'several':
      return <CheckboxGroup {...common} values={typed(key)} choices={listed} />;
    case 'number':
      return <TextField {...common} value={value} inputmode="decimal" size="short" />;
    case 'yes':
      return <Checkbox {...common} checked={value === 'oui'} />;
    default:
      return <TextField {...common} value={value} />;
  }
}
