import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { setTrainingSettings } from '../../commands/set-training-settings.ts';
import {
  momentNames,
  questionKindNames,
  questionKinds,
  type SurveyMoment,
  type SurveyQuestion,
} from '../../domain/survey.ts';
import { coursesPath, officePaths } from '../../paths.ts';
import { readTrainingSettings } from '../../queries/training-settings.ts';
import { nothingTyped, numberOf, typedWith, type TypedHere } from '../typed.ts';
import { trail } from './trail.ts';

const freeQuestions = 2;
const mostQuestions = 20;

/** `GET /gestion/formations/reglages`: what papers say, what is asked, how long it is kept. */
export async function showSettings(exchange: Exchange): Promise<Response> {
  return settingsPage(exchange, nothingTyped);
}

/** `POST` of the same. */
export async function receiveSettings(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const text = (name: string) => form.values[name] ?? '';
  const outcome = await execute(
    exchange.ctx,
    setTrainingSettings,
    {
      version: numberOf(text('version')),
      nda: text('nda'),
      representative: text('representative'),
      representativeRole: text('representativeRole'),
      vatWords: text('vatWords'),
      withdrawalWords: text('withdrawalWords'),
      paymentWords: text('paymentWords'),
      hotQuestions: questionsFrom(form, 'hot'),
      coldQuestions: questionsFrom(form, 'cold'),
      coldAfterMonths: numberOf(text('coldAfterMonths')),
      keptYears: numberOf(text('keptYears')),
    },
    { key: form.key },
  );
  if (!outcome.ok) return settingsPage(exchange, typedWith(form, outcome), 422);
  return exchange.redirect(officePaths.settings, { tone: 'success', text: 'Les réglages sont enregistrés.' });
}

function questionsFrom(form: SentForm, moment: SurveyMoment): unknown[] {
  return Array.from({ length: mostQuestions }, (_, index) => ({
    text: (form.values[`${moment}Questions.${index}.text`] ?? '').trim(),
    kind: form.values[`${moment}Questions.${index}.kind`] ?? 'scale',
  })).filter(({ text }) => text !== '');
}

async function settingsPage(exchange: Exchange, typed: TypedHere, status = 200): Promise<Response> {
  const settings = await readTrainingSettings(exchange.ctx.db);
  const { values, errors } = typed;
  return exchange.page({
    title: 'Réglages des formations',
    layout: 'office',
    section: officePaths.home,
    status,
    publicHref: coursesPath,
    header: { trail: trail({ label: 'Réglages', href: officePaths.settings }) },
    content: (
      <Form
        action={officePaths.settings}
        label="Réglages des formations"
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.formKey, version: String(settings.version) }}
      >
        <TextField
          name="nda"
          label="Numéro de déclaration d’activité"
          hint="Onze chiffres, donnés par la DREETS. Écrit sur tous les documents."
          value={values['nda'] ?? settings.nda}
          error={errors['nda']}
        />
        <FieldRow>
          <TextField
            name="representative"
            label="Qui signe pour le pôle"
            value={values['representative'] ?? settings.representative}
            error={errors['representative']}
            grow
          />
          <TextField
            name="representativeRole"
            label="En qualité de"
            value={values['representativeRole'] ?? settings.representativeRole}
            error={errors['representativeRole']}
            grow
          />
        </FieldRow>
        <TextField
          name="vatWords"
          label="Mention sur la TVA"
          value={values['vatWords'] ?? settings.vatWords}
          error={errors['vatWords']}
        />
        <TextArea
          name="paymentWords"
          label="Conditions de paiement"
          rows={3}
          value={values['paymentWords'] ?? settings.paymentWords}
          error={errors['paymentWords']}
        />
        <TextArea
          name="withdrawalWords"
          label="Conditions d’annulation"
          rows={3}
          value={values['withdrawalWords'] ?? settings.withdrawalWords}
          error={errors['withdrawalWords']}
        />
        <Questions moment="hot" questions={settings.questions.hot} typed={typed} />
        <Questions moment="cold" questions={settings.questions.cold} typed={typed} />
        <FieldRow>
          <TextField
            name="coldAfterMonths"
            label="Avis à froid après combien de mois ?"
            size="short"
            inputmode="numeric"
            value={values['coldAfterMonths'] ?? String(settings.coldAfterMonths)}
            error={errors['coldAfterMonths']}
          />
          <TextField
            name="keptYears"
            label="Coordonnées gardées combien d’années ?"
            hint="Comptées à partir de la fin de l’année de la session. Les documents, eux, restent."
            size="short"
            inputmode="numeric"
            value={values['keptYears'] ?? String(settings.keptYears)}
            error={errors['keptYears']}
          />
        </FieldRow>
        <SubmitBar label="Enregistrer" cancelHref={officePaths.home} />
      </Form>
    ),
  });
}

function Questions({
  moment,
  questions,
  typed: { values, errors },
}: {
  readonly moment: SurveyMoment;
  readonly questions: readonly SurveyQuestion[];
  readonly typed: TypedHere;
}): JSX.Element {
  return (
    <Fieldset
      legend={`Questions de l’évaluation ${momentNames[moment]}`}
      large
      hint="Effacez-les toutes pour revenir aux questions communes."
    >
      {Array.from({ length: questions.length + freeQuestions }, (_, index) => {
        const name = (field: string) => `${moment}Questions.${index}.${field}`;
        return (
          <FieldRow>
            <TextField
              name={name('text')}
              label={`Question ${index + 1}`}
              value={values[name('text')] ?? questions[index]?.text}
              error={errors[name('text')]}
              grow
            />
            <Select
              name={name('kind')}
              label={`Réponse ${index + 1}`}
              value={values[name('kind')] ?? questions[index]?.kind ?? 'scale'}
              choices={questionKinds.map((value) => ({ value, label: questionKindNames[value] }))}
            />
          </FieldRow>
        );
      })}
    </Fieldset>
  );
}
