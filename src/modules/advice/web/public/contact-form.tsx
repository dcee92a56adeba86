import type { JSX } from 'preact';
import { summaryOf, type FieldErrors } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { AppointmentSlot } from '../../queries/request-sheet.ts';
import { situationChoices } from '../texts.ts';
import { slotChoices } from './slot-choices.ts';

interface ContactFormProps {
  readonly exchange: Exchange;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly slots: readonly AppointmentSlot[];
}

/** The question, who asks, how to reach her; the rest is folded away. */
export function ContactForm(props: ContactFormProps): JSX.Element {
  const { exchange, values, errors } = props;
  const { de = '', sujet = '', bilan = '' } = values;
  return (
    <Form
      action={paths.contact}
      label="Nous écrire"
      draft="contact"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey, de, sujet }}
    >
      <TextArea
        name="message"
        label={sujet ? `Votre question : ${sujet}` : 'Votre question'}
        required
        rows={6}
        limit={5000}
        value={values['message']}
        error={errors['message']}
      />
      {bilan && <SelfCheck text={bilan} joined={values['joindre'] === 'oui'} />}
      <TextField
        name="name"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['name'] ?? exchange.actor?.name}
        error={errors['name']}
      />
      <TextField
        name="reach"
        label="Votre e-mail ou votre téléphone"
        hint="Pour vous répondre, et seulement pour cela."
        required
        autocomplete="email"
        value={values['reach']}
        error={errors['reach']}
      />
      <Select
        name="situation"
        label="Vous êtes…"
        placeholder="Ce que vous voulez"
        value={values['situation']}
        error={errors['situation']}
        choices={situationChoices}
      />
      <MoreFields {...props} />
      <RobotTrap />
      <SubmitBar
        label="Envoyer"
        note={
          <>
            Gardé trois ans après notre dernier échange, effacé dès que vous le demandez.{' '}
            <a href={paths.privacy}>Vos droits</a>
          </>
        }
      />
    </Form>
  );
}

/** Open when something in it was asked for or refused. */
function MoreFields({ exchange, values, errors, slots }: ContactFormProps): JSX.Element {
  const isOpen = ['rappel', 'callWhen', 'slot', 'referrer'].some((name) => values[name] || errors[name]);
  return (
    <details class="more-fields" open={isOpen}>
      <summary>
        {slots.length > 0
          ? 'Être rappelé·e, prendre rendez-vous, et autres précisions'
          : 'Être rappelé·e, et autres précisions'}
      </summary>
      <div>
        <Checkbox
          name="rappel"
          label="Je préfère qu’on me rappelle"
          hint="Laissez alors un numéro de téléphone plus haut."
          checked={values['rappel'] === 'oui'}
        />
        <TextField
          name="callWhen"
          label="Plutôt quand ?"
          hint="Par exemple : le matin, ou jeudi après 17 h."
          value={values['callWhen']}
          error={errors['callWhen']}
        />
        {slots.length > 0 && (
          <RadioGroup
            name="slot"
            label="Un rendez-vous ?"
            value={values['slot'] ?? ''}
            error={errors['slot']}
            choices={[{ value: '', label: 'Pas pour l’instant' }, ...slotChoices(slots, exchange.hub.zone)]}
          />
        )}
        <TextField
          name="referrer"
          label="Qui vous a parlé de nous ?"
          hint="France Travail, la mairie, une amie, une affiche…"
          value={values['referrer']}
          error={errors['referrer']}
        />
      </div>
    </details>
  );
}

function SelfCheck({ text, joined }: { readonly text: string; readonly joined: boolean }): JSX.Element {
  return (
    <div class="quoted">
      <input type="hidden" name="bilan" value={text} />
      <Checkbox name="joindre" label="Joindre le résultat de mon test" checked={joined} />
      <p class="typed facts">{text}</p>
    </div>
  );
}
