import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { recordAdviceRequest } from '../../commands/record-advice-request.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { referrerNames } from '../../queries/request-list.ts';
import { refusalText, situationChoices } from '../texts.ts';
import type { TypedHere } from './request-page.tsx';

const channelChoices = [
  { value: 'phone', label: 'Au téléphone' },
  { value: 'visit', label: 'De vive voix' },
  { value: 'mail', label: 'Par mail ou courrier' },
];

/** `GET /gestion/demandes/saisir`: for someone who phoned, came, or wrote on paper. */
export async function showRecord(exchange: Exchange): Promise<Response> {
  return recordPage(exchange, { values: { channel: 'phone' }, errors: {} });
}

/** `POST /gestion/demandes/saisir`. */
export async function receiveRecord(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const { values } = form;
  const outcome = await execute(
    exchange.ctx,
    recordAdviceRequest(links),
    {
      channel: values['channel'] ?? '',
      name: values['name'] ?? '',
      email: values['email'] ?? '',
      phone: values['phone'] ?? '',
      situation: values['situation'] || null,
      question: values['question'] ?? '',
      referrer: values['referrer'] ?? '',
      answer: values['answer'] ?? '',
    },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(paths.request(outcome.value.id), {
      tone: 'success',
      text: 'La demande est saisie. Un reçu peut être imprimé.',
    });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return recordPage(exchange, { values, errors }, 422);
}

async function recordPage(exchange: Exchange, { values, errors }: TypedHere, status = 200): Promise<Response> {
  const referrers = await referrerNames(exchange.ctx);
  return exchange.page({
    title: 'Saisir une demande',
    layout: 'office',
    section: paths.queue,
    status,
    header: {
      lead: 'Quelqu’un a téléphoné ou est passé : sa demande entre dans la même file, sans adresse e-mail à inventer.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Saisir', href: paths.record },
      ],
    },
    content: (
      <Form
        action={paths.record}
        label="Saisir une demande"
        draft="demande-saisie"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey }}
      >
        <RadioGroup
          name="channel"
          label="Comment est-elle arrivée ?"
          inline
          value={values['channel']}
          error={errors['channel']}
          choices={channelChoices}
        />
        <TextField name="name" label="Nom de la personne" required value={values['name']} error={errors['name']} />
        <FieldRow>
          <TextField name="phone" label="Téléphone" type="tel" value={values['phone']} error={errors['phone']} />
          <TextField name="email" label="E-mail" type="email" value={values['email']} error={errors['email']} />
        </FieldRow>
        <TextArea
          name="question"
          label="Ce qu’elle demande"
          required
          rows={5}
          limit={5000}
          value={values['question']}
          error={errors['question']}
        />
        <FieldRow>
          <Select
            name="situation"
            label="Profil"
            placeholder="Sans précision"
            value={values['situation']}
            choices={situationChoices}
          />
          <Combobox
            name="referrer"
            label="Qui l’a envoyée"
            options={referrers}
            value={values['referrer']}
            error={errors['referrer']}
          />
        </FieldRow>
        <TextArea
          name="answer"
          label="Déjà répondu ? Quoi"
          hint="Laissez vide si la réponse reste à donner. Elle figurera sur le reçu."
          rows={4}
          value={values['answer']}
          error={errors['answer']}
        />
        <SubmitBar label="Enregistrer la demande" cancelHref={paths.queue} />
      </Form>
    ),
  });
}
