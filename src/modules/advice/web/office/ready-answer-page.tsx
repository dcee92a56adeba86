import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { addReadyAnswer, deleteReadyAnswer, editReadyAnswer } from '../../commands/keep-ready-answers.ts';
import { givenNameMark } from '../../domain/given-name.ts';
import { paths } from '../../paths.ts';
import { listReadyAnswers, type ReadyAnswer } from '../../queries/ready-answers.ts';
import { refusalText } from '../texts.ts';
import type { TypedHere } from './request-page.tsx';

const blank: TypedHere = { values: { text: `Bonjour ${givenNameMark},\n\n` }, errors: {} };

/** `GET /gestion/demandes/reglages/reponses`: a new one. */
export async function showNewReadyAnswer(exchange: Exchange): Promise<Response> {
  return readyAnswerPage(exchange, null, blank);
}

/** `POST /gestion/demandes/reglages/reponses`. */
export async function receiveNewReadyAnswer(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { title = '', text = '' } = form.values;
  const outcome = await execute(exchange.ctx, addReadyAnswer, { title, text }, { key: form.key });
  if (outcome.ok) return saved(exchange, 'La réponse type est prête.');
  return readyAnswerPage(exchange, null, { values: form.values, errors: errorsOf(outcome) }, 422);
}

/** `GET /gestion/demandes/reglages/reponses/:id`. */
export async function showReadyAnswer(exchange: Exchange): Promise<Response> {
  const known = await answerAsked(exchange);
  return known ? readyAnswerPage(exchange, known, { values: { ...textsOf(known) }, errors: {} }) : exchange.notFound();
}

/** `POST /gestion/demandes/reglages/reponses/:id`. */
export async function receiveReadyAnswer(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { title = '', text = '', version = '' } = form.values;
  const id = exchange.param('id');
  const outcome = await execute(exchange.ctx, editReadyAnswer, { id, title, text, version }, { key: form.key });
  if (outcome.ok) return saved(exchange, 'La réponse type est modifiée.');
  const known = await answerAsked(exchange);
  return known
    ? readyAnswerPage(exchange, known, { values: form.values, errors: errorsOf(outcome) }, 422)
    : exchange.notFound();
}

/** `POST /gestion/demandes/reglages/reponses/:id/supprimer`. */
export async function receiveReadyAnswerDeleted(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, deleteReadyAnswer, { id: exchange.param('id') }, { key: form.key });
  return outcome.ok ? saved(exchange, 'La réponse type est supprimée.') : exchange.notFound();
}

async function answerAsked(exchange: Exchange): Promise<ReadyAnswer | null> {
  const id = exchange.param('id');
  return isId(id) ? ((await listReadyAnswers(exchange.ctx.db)).find((one) => one.id === id) ?? null) : null;
}

const textsOf = ({ title, text }: ReadyAnswer): Record<string, string> => ({ title, text });

function saved(exchange: Exchange, text: string): Response {
  return exchange.redirect(paths.settings, { tone: 'success', text });
}

function errorsOf(outcome: { reason: string; fields: Readonly<Record<string, string>> }): Record<string, string> {
  const { id: _id, version: _version, ...fields } = outcome.fields;
  return Object.keys(fields).length > 0 ? fields : { '': refusalText(outcome.reason) };
}

async function readyAnswerPage(
  exchange: Exchange,
  known: ReadyAnswer | null,
  { values, errors }: TypedHere,
  status = 200,
): Promise<Response> {
  const action = known ? paths.readyAnswer(known.id) : paths.readyAnswers;
  return exchange.page({
    title: known ? known.title : 'Nouvelle réponse type',
    layout: 'office',
    section: paths.queue,
    status,
    header: {
      lead: `Là où vous écrivez ${givenNameMark}, le prénom de la personne prendra place, ou rien si on ne le connaît pas.`,
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Réglages', href: paths.settings },
        { label: known ? known.title : 'Nouvelle réponse type', href: action },
      ],
    },
    content: (
      <div class="stack">
        <Form
          action={action}
          label="Réponse type"
          draft={known ? `reponse-type-${known.id}` : 'reponse-type'}
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey, ...(known ? { version: String(known.version) } : {}) }}
        >
          <TextField
            name="title"
            label="Son nom"
            hint="Pour vous : « Créer une association », « Trouver une salle »…"
            required
            value={values['title']}
            error={errors['title']}
          />
          <TextArea
            name="text"
            label="La réponse"
            required
            rows={10}
            limit={5000}
            value={values['text']}
            error={errors['text']}
          />
          <SubmitBar label="Enregistrer" cancelHref={paths.settings} />
        </Form>
        {known && (
          <Form
            action={paths.deleteReadyAnswer(known.id)}
            label="Supprimer"
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
          >
            <SubmitBar kind="quiet" label="Supprimer cette réponse type" />
          </Form>
        )}
      </div>
    ),
  });
}
