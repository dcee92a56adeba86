import type { JSX } from 'preact';
import { Form, SubmitBar } from './form.tsx';
import { RobotTrap } from './robot-trap.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

export interface RelayFormProps {
  readonly action: string;
  /** Page of the one written to. */
  readonly cancelHref: string;
  /** Name of the draft kept on the visitor's device. */
  readonly draft: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** The visitor's name, when she is known. */
  readonly ownName?: string | undefined;
}

/** A message that the hub passes on to someone whose address stays hidden: `message`, `fromName`, `fromEmail`. */
export function RelayForm({ action, cancelHref, draft, hidden, values, errors, ownName }: RelayFormProps): JSX.Element {
  const summary = Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
  return (
    <Form action={action} errors={summary} hidden={hidden} draft={draft}>
      <TextArea
        name="message"
        label="Votre message"
        required
        rows={7}
        limit={5000}
        value={values['message']}
        error={errors['message']}
      />
      <TextField
        name="fromName"
        label="Votre nom"
        required
        autocomplete="name"
        value={values['fromName'] ?? ownName}
        error={errors['fromName']}
      />
      <TextField
        name="fromEmail"
        type="email"
        label="Votre adresse électronique"
        hint="Pour vous répondre, et seulement pour cela."
        required
        autocomplete="email"
        value={values['fromEmail']}
        error={errors['fromEmail']}
      />
      <RobotTrap />
      <SubmitBar label="Envoyer" cancelHref={cancelHref} />
    </Form>
  );
}
