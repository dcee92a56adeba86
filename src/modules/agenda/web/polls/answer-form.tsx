import type { JSX } from 'preact';
import { capitalised } from '#platform/french/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { FieldError, fieldId } from '#ui/fields/field-frame.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { pollChoices, type PollChoice } from '../../domain/polls.ts';
import type { PollAnswer, PollSheet } from '../../queries/polls/poll-sheet.ts';
import { aroundInWords, slotInWords } from './slot-in-words.ts';

export const choiceNames: Readonly<Record<PollChoice, string>> = {
  yes: 'Oui',
  maybe: 'Si besoin',
  no: 'Non',
};

/** What was typed of an answer, and what is wrong with it. */
export interface TypedAnswer {
  values: Readonly<Record<string, string>>;
  hosts: readonly string[];
  errors: Readonly<Record<string, string>>;
}

export const noAnswer: TypedAnswer = { values: {}, hosts: [], errors: {} };

interface AnswerFormProps {
  readonly action: string;
  readonly formKey: string;
  readonly sheet: PollSheet;
  readonly typed: TypedAnswer;
  readonly today: Temporal.PlainDate;
  readonly submit: string;
  /** Typed by the team for somebody: no letter, no robots. */
  readonly byTeam?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** When one is free, and whether one could receive. A plain form: three buttons a date. */
export function AnswerForm(props: AnswerFormProps): JSX.Element {
  const { action, formKey, sheet, typed, today, submit, byTeam = false, hidden = {} } = props;
  const { values, errors } = typed;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Form
      action={action}
      label={submit}
      errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
      hidden={{ [formKeyField]: formKey, ...hidden }}
    >
      <FieldRow>
        <TextField
          {...field('name')}
          label={byTeam ? 'Nom' : 'Votre nom'}
          required
          autocomplete={byTeam ? 'off' : 'name'}
          grow
        />
        <TextField
          {...field('organizationName')}
          label={byTeam ? 'Structure' : 'Votre structure'}
          autocomplete={byTeam ? 'off' : 'organization'}
          grow
        />
      </FieldRow>
      <div class="poll-slots" id={fieldId('choices')} tabindex={errors['choices'] ? -1 : undefined}>
        {sheet.slots.map((slot) => (
          <fieldset class="poll-slot">
            <legend>{capitalised(slotInWords(slot, today))}</legend>
            {aroundInWords(slot) && <p class="facts">{capitalised(aroundInWords(slot))}</p>}
            <div class="poll-choices">
              {pollChoices.map((choice) => (
                <label class={`poll-choice ${choice}`}>
                  <input
                    type="radio"
                    name={`slot-${slot.slotId}`}
                    value={choice}
                    checked={values[`slot-${slot.slotId}`] === choice}
                  />
                  <span>{choiceNames[choice]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <FieldError id={fieldId('choices')} error={errors['choices']} />
      </div>
      {sheet.hosts.length > 0 && (
        <CheckboxGroup
          name="hosts"
          label={byTeam ? 'Lieux qui conviennent' : 'Quels lieux vous conviennent ?'}
          choices={sheet.hosts.map(({ hostId, name }) => ({ value: hostId, label: name }))}
          values={typed.hosts}
        />
      )}
      {sheet.poll.asksHosts && (
        <>
          <Checkbox
            name="canHost"
            label={byTeam ? 'Peut accueillir' : 'Je peux accueillir'}
            checked={values['canHost'] === 'oui'}
          />
          <TextField
            {...field('hostWords')}
            label="Où, et pour combien de personnes ?"
            hint="Si c’est oui à la ligne précédente."
            maxlength={280}
          />
        </>
      )}
      <TextArea {...field('comment')} label="Un commentaire" rows={2} limit={1000} />
      <TextField
        {...field('email')}
        type="email"
        label={byTeam ? 'Adresse électronique' : 'Votre adresse électronique'}
        hint="Facultative, jamais montrée : pour recevoir la date choisie, et de quoi changer cette réponse."
        autocomplete={byTeam ? 'off' : 'email'}
      />
      {!byTeam && <RobotTrap />}
      <SubmitBar label={submit} />
    </Form>
  );
}

/** An answer in the fields of the form. */
export function typedOf(answer: PollAnswer): TypedAnswer {
  const { name, organizationName, email, comment, canHost, hostWords, hosts, choices } = answer;
  return {
    values: {
      name,
      organizationName,
      email,
      comment,
      hostWords,
      canHost: canHost ? 'oui' : '',
      ...Object.fromEntries([...choices].map(([slotId, choice]) => [`slot-${slotId}`, choice])),
    },
    hosts,
    errors: {},
  };
}
