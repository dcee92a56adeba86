import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { answerSurvey, surveyPurpose } from '../../commands/answer-survey.ts';
import type { SurveyAnswer, SurveyQuestion } from '../../domain/survey.ts';
import { surveyPath } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { surveyOfLink } from '../../queries/interests.ts';
import { readTrainingSettings } from '../../queries/training-settings.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { privatePage } from './private-page.ts';

/** `GET /formations/evaluation/:secret`: a few questions, without an account. */
export async function showSurvey(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  return surveyPage(exchange, deps, nothingTyped);
}

/** `POST` of the same. */
export async function receiveSurvey(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const id = deps.links.read(surveyPurpose, exchange.hub.id, exchange.param('secret'));
  const survey = id ? await surveyOfLink(exchange.ctx.db, id) : null;
  if (!survey) return exchange.notFound();
  const form = await exchange.form();
  const { questions } = await readTrainingSettings(exchange.ctx.db);
  const answers = answersFrom(form, questions[survey.moment]);
  const outcome = await execute(exchange.ctx, answerSurvey, { linkId: survey.id, answers }, { key: form.key });
  if (!outcome.ok && outcome.reason !== 'already_answered')
    return surveyPage(exchange, deps, typedWith(form, { ...outcome, fields: {} }), 422);
  return exchange.redirect(surveyPath(exchange.param('secret')));
}

function answersFrom(form: SentForm, questions: readonly SurveyQuestion[]): SurveyAnswer[] {
  return questions.flatMap(({ text, kind }, index) => {
    const typed = (form.values[`q${index}`] ?? '').trim();
    if (typed === '') return [];
    return [{ question: text, kind, value: kind === 'words' ? typed : Number(typed) }];
  });
}

async function surveyPage(
  exchange: Exchange,
  deps: TrainingDependencies,
  { values, errors }: TypedHere,
  status = 200,
): Promise<Response> {
  const id = deps.links.read(surveyPurpose, exchange.hub.id, exchange.param('secret'));
  const survey = id ? await surveyOfLink(exchange.ctx.db, id) : null;
  if (!survey) return exchange.notFound();
  const { questions } = await readTrainingSettings(exchange.ctx.db);
  return privatePage(exchange, {
    title: `Votre avis : ${survey.course.title}`,
    status,
    content: (
      <>
        <PageHeader title="Votre avis" facts={survey.course.title} />
        {survey.isAnswered ? (
          <Notice state="success" title="Merci, votre avis est bien arrivé">
            <p>Il est gardé sans votre nom.</p>
          </Notice>
        ) : (
          <Form
            action={surveyPath(exchange.param('secret'))}
            label="Votre avis"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.formKey }}
          >
            <p>Aucune question n’est obligatoire. Vos réponses sont gardées sans votre nom.</p>
            {questions[survey.moment].map((question, index) => (
              <Question question={question} name={`q${index}`} value={values[`q${index}`]} />
            ))}
            <SubmitBar label="Envoyer mon avis" />
          </Form>
        )}
      </>
    ),
  });
}

function Question({
  question: { text, kind },
  name,
  value,
}: {
  readonly question: SurveyQuestion;
  readonly name: string;
  readonly value: string | undefined;
}): JSX.Element {
  if (kind === 'words') return <TextArea name={name} label={text} rows={3} limit={2000} value={value} />;
  const choices =
    kind === 'yes_no'
      ? [
          { value: '1', label: 'Oui' },
          { value: '0', label: 'Non' },
        ]
      : [
          { value: '1', label: '1, pas du tout' },
          { value: '2', label: '2' },
          { value: '3', label: '3' },
          { value: '4', label: '4' },
          { value: '5', label: '5, tout à fait' },
        ];
  return <RadioGroup name={name} label={text} inline value={value} choices={choices} />;
}
