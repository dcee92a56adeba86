import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { answerContactMessage } from '../../commands/answer-contact-message.ts';
import { reopenContactMessage } from '../../commands/reopen-contact-message.ts';
import { isSituation, situations } from '../../domain/situations.ts';
import { readContactMessage, type ContactMessage } from '../../queries/contact-messages.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';

/** `GET /gestion/messages/:id`: the message, and the room to answer it. */
export async function showMessage(exchange: Exchange): Promise<Response> {
  return messagePage(exchange, '', {});
}

/** `POST /gestion/messages/:id`: answers by mail, or notes that it was done otherwise. */
export async function answerMessage(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { answer = '', by = 'mail' } = form.values;
  const outcome = await execute(
    exchange.ctx,
    answerContactMessage,
    { id: exchange.param('id'), answer, by },
    { key: form.key },
  );
  if (outcome.ok) {
    const text =
      by === 'mail'
        ? 'Réponse envoyée. Une personne de moins qui attend !'
        : 'C’est noté : cette personne a sa réponse.';
    return exchange.redirect(paths.messages, { tone: 'success', text });
  }
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': refusalText(outcome.reason) };
  return messagePage(exchange, answer, errors, 422);
}

/** `POST /gestion/messages/:id/rouvrir`. */
export async function reopenMessage(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(exchange.ctx, reopenContactMessage, { id }, { key: form.key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.message(id), { tone: 'success', text: 'Le message attend de nouveau une réponse.' });
}

async function messagePage(exchange: Exchange, answer: string, errors: FieldErrors, status = 200): Promise<Response> {
  const id = exchange.param('id');
  const message = isId(id) ? await readContactMessage(exchange.ctx.db, id) : null;
  if (!message) return exchange.notFound();
  const received = `reçu le ${formatDateTime(message.receivedAt, { zone: exchange.ctx.zone })}`;
  return exchange.page({
    title: `Message de ${message.name}`,
    layout: 'office',
    status,
    header: {
      facts: received,
      trail: [
        { label: 'Messages', href: paths.messages },
        { label: message.name, href: paths.message(id) },
      ],
    },
    content: (
      <Columns
        main={
          <>
            <Panel>
              {message.message.split('\n').map((line) => (
                <p>{line}</p>
              ))}
            </Panel>
            {message.answeredAt ? (
              <Answer exchange={exchange} message={message} at={message.answeredAt} />
            ) : (
              <AnswerForm exchange={exchange} message={message} answer={answer} errors={errors} />
            )}
          </>
        }
        side={
          <Panel title="Qui écrit">
            <DescriptionList
              rows={[
                { term: 'Nom', value: message.name },
                {
                  term: 'Mail',
                  value: message.email ? <a href={`mailto:${message.email}`}>{message.email}</a> : undefined,
                },
                {
                  term: 'Téléphone',
                  value: message.phone ? (
                    <a href={`tel:${message.phone.replaceAll(/[^+\d]/g, '')}`}>{message.phone}</a>
                  ) : undefined,
                },
                {
                  term: 'Se présente comme',
                  value:
                    message.situation && isSituation(message.situation)
                      ? situations[message.situation].label
                      : undefined,
                },
              ]}
            />
          </Panel>
        }
      />
    ),
  });
}

function AnswerForm({
  exchange,
  message,
  answer,
  errors,
}: {
  exchange: Exchange;
  message: ContactMessage;
  answer: string;
  errors: FieldErrors;
}): JSX.Element {
  return (
    <Form
      action={paths.message(message.id)}
      label="Répondre"
      draft={`reponse-${message.id}`}
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <TextArea
        name="answer"
        label={message.email ? 'Votre réponse' : 'Ce que vous avez répondu'}
        hint={message.email ? `Elle part par mail, avec son message rappelé dessous.` : 'Pour mémoire, si vous voulez.'}
        rows={8}
        value={answer}
        error={errors['answer']}
      />
      {message.email ? (
        <div class="submit-bar">
          <Button name="by" value="mail">
            Envoyer la réponse
          </Button>
          <Button kind="ghost" name="by" value="otherwise">
            J’ai répondu autrement
          </Button>
        </div>
      ) : (
        <div class="submit-bar">
          <Button name="by" value="otherwise">
            C’est fait, j’ai rappelé
          </Button>
        </div>
      )}
    </Form>
  );
}

function Answer({
  exchange,
  message,
  at,
}: {
  exchange: Exchange;
  message: ContactMessage;
  at: Temporal.Instant;
}): JSX.Element {
  return (
    <Panel title={`Répondu le ${formatDateTime(at, { zone: exchange.ctx.zone })}, ${message.answeredBy ?? ''}`}>
      {(message.answer ?? 'Sans trace écrite.').split('\n').map((line) => (
        <p>{line}</p>
      ))}
      <Form action={paths.reopenMessage(message.id)} label="Rouvrir" hidden={{ [formKeyField]: exchange.formKey }}>
        <SubmitBar kind="ghost" label="Remettre à répondre" />
      </Form>
    </Panel>
  );
}
