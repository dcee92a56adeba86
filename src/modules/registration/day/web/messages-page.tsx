import type { JSX } from 'preact';
import { eventTabs, agendaOfficePaths } from '#modules/agenda/index.ts';
import { summaryOf, type FieldErrors } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { answerKey, columnQuestions, isFree } from '../../domain/questions.ts';
import { kindInWords } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { messageFields, sendMessage } from '../commands/send-message.ts';
import { audienceNames, audiences, type AnswerChosen } from '../domain/audiences.ts';
import { dayPaths, ofDate } from '../paths.ts';
import type { Door } from '../queries/door.ts';
import { messagesSent, type SentMessage } from '../queries/messages-sent.ts';
import { mailboxesOf, messageTargets } from '../queries/reachable.ts';
import { doorAsked } from './door-page.tsx';
import { dayRefusal } from './texts.ts';

interface Draft {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Names of those it would reach, and how many have no mail. */
  readonly preview: { reached: number; names: readonly string[]; unreachable: readonly string[] } | null;
}

const nothing: Draft = { values: {}, errors: {}, preview: null };

/** `GET /gestion/agenda/:id/messages`: a word to those registered, and what was written before. */
export async function showMessages(exchange: Exchange): Promise<Response> {
  return messagesPage(exchange, nothing);
}

/** `POST /gestion/agenda/:id/messages`: shows whom it reaches, then sends. */
export async function receiveMessage(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const form = await exchange.form();
  const { values } = form;
  const { eventId, id: occurrenceId } = door.date;
  const audience = audiences.find((one) => one === values['audience']) ?? 'confirmed';
  const answer = readAnswer(values['answer'] ?? '');
  if (values['action'] !== 'envoyer') {
    const typed = messageFields.safeParse(values);
    const errors = typed.success
      ? {}
      : Object.fromEntries(typed.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
    const preview = typed.success ? await previewOf(exchange, { eventId, occurrenceId, audience, answer }) : null;
    return messagesPage(exchange, { values, errors, preview }, typed.success ? 200 : 422);
  }
  const { subject = '', body = '' } = values;
  const outcome = await execute(
    exchange.ctx,
    sendMessage(deps),
    { eventId, occurrenceId, audience, answer, subject, body },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(ofDate(dayPaths.messages(eventId), occurrenceId), {
      tone: 'success',
      text: `C’est parti : ${plural(outcome.value.recipients, 'mail')}.`,
    });
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': dayRefusal(outcome.reason) };
  return messagesPage(exchange, { values, errors, preview: null }, 422);
}

async function previewOf(exchange: Exchange, target: Parameters<typeof messageTargets>[1]) {
  const people = await messageTargets(exchange.ctx.db, target);
  const mailboxes = mailboxesOf(people);
  const reached = new Set([...mailboxes.values()].flat().map((one) => one.id));
  return {
    reached: mailboxes.size,
    names: people.filter((one) => reached.has(one.id)).map((one) => one.name),
    unreachable: people.filter((one) => !reached.has(one.id)).map((one) => one.name),
  };
}

async function messagesPage(exchange: Exchange, draft: Draft, status = 200): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const { eventId } = door.date;
  const sent = await messagesSent(exchange.ctx.db, eventId);
  const tabs = await eventTabs(exchange.ctx, eventId, 'registrations');
  return exchange.page({
    title: `Écrire aux inscrits : ${door.date.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    status,
    header: {
      title: 'Écrire aux inscrits',
      lead: door.date.title,
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: door.date.title, href: agendaOfficePaths.event(eventId) },
        { label: 'Inscriptions', href: paths.office(eventId) },
        { label: 'Messages', href: ofDate(dayPaths.messages(eventId), door.date.id) },
      ],
    },
    content: (
      <>
        {tabs}
        <Columns
          main={<MessageForm exchange={exchange} door={door} draft={draft} />}
          side={<History sent={sent} zone={exchange.hub.zone} />}
        />
      </>
    ),
  });
}

function MessageForm({
  exchange,
  door,
  draft: { values, errors, preview },
}: {
  readonly exchange: Exchange;
  readonly door: Door;
  readonly draft: Draft;
}): JSX.Element {
  const answers = answerChoices(door);
  return (
    <Form
      action={ofDate(dayPaths.messages(door.date.eventId), door.date.id)}
      label="Écrire aux inscrits"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
      draft={`message-${door.date.eventId}`}
    >
      <Select
        name="audience"
        label="À qui"
        value={values['audience'] ?? 'confirmed'}
        choices={audiences.map((audience) => ({ value: audience, label: audienceNames[audience] }))}
        error={errors['audience']}
      />
      {answers.length > 0 && (
        <Select
          name="answer"
          label="Seulement celles qui ont répondu"
          placeholder="Peu importe"
          value={values['answer'] ?? ''}
          choices={answers}
        />
      )}
      <TextField name="subject" label="Sujet" required value={values['subject']} error={errors['subject']} />
      <TextArea
        name="body"
        label="Message"
        hint="Le lien vers son inscription est ajouté pour chacun·e."
        rows={9}
        limit={8000}
        value={values['body']}
        error={errors['body']}
      />
      {preview && <Preview preview={preview} />}
      <SubmitBar label={preview ? 'Compter de nouveau' : 'Voir qui le recevra'} kind={preview ? 'ghost' : 'primary'}>
        {preview && preview.reached > 0 && (
          <Button name="action" value="envoyer">
            Envoyer {plural(preview.reached, 'mail')}
          </Button>
        )}
      </SubmitBar>
    </Form>
  );
}

function Preview({
  preview: { reached, names, unreachable },
}: {
  readonly preview: NonNullable<Draft['preview']>;
}): JSX.Element {
  return (
    <Notice
      state={reached > 0 ? 'info' : 'warning'}
      title={reached > 0 ? plural(reached, 'mail partira', 'mails partiront') : 'Personne ne le recevrait'}
    >
      {names.length > 0 && (
        <p>
          {names.slice(0, 20).join(', ')}
          {names.length > 20 && ` et ${names.length - 20} autres`}
        </p>
      )}
      {unreachable.length > 0 && <p>Sans e-mail, à prévenir autrement : {unreachable.join(', ')}.</p>}
    </Notice>
  );
}

function History({ sent, zone }: { readonly sent: readonly SentMessage[]; readonly zone: string }): JSX.Element {
  return (
    <Panel title="Déjà écrit">
      {sent.length === 0 ? (
        <p class="facts">Rien encore. Les rappels partent seuls, aux heures choisies dans les réglages.</p>
      ) : (
        <ul class="stack plain">
          {sent.map((message) => (
            <li>
              <details class="more-fields">
                <summary>{message.subject}</summary>
                <p class="typed">{message.body}</p>
              </details>
              <p class="facts">
                {[
                  formatDateTime(message.sentAt, { style: 'short', zone }),
                  message.audience,
                  plural(message.recipients, 'mail'),
                  message.sentBy,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Answers one may choose among: seats, and questions that offer choices. */
function answerChoices({ offer }: Door): { value: string; label: string }[] {
  const kinds = offer.seatKinds.map((kind) => ({ value: `seatKind=${kind.key}`, label: kindInWords(kind) }));
  const questions = offer.questions.flatMap((question) => {
    const key = answerKey(question);
    if (columnQuestions.has(key)) return [];
    if (isFree(question)) {
      if (question.kind === 'yes') return [{ value: `${key}=oui`, label: question.label }];
      return question.choices.map((choice) => ({ value: `${key}=${choice}`, label: `${question.label} : ${choice}` }));
    }
    if (question.kind === 'ride')
      return [
        { value: 'ride=offer', label: 'Propose des places en voiture' },
        { value: 'ride=want', label: 'Cherche une place en voiture' },
      ];
    return [];
  });
  return [...kinds, ...questions];
}

function readAnswer(text: string): AnswerChosen | null {
  const at = text.indexOf('=');
  return at > 0 ? { key: text.slice(0, at), value: text.slice(at + 1) } : null;
}
