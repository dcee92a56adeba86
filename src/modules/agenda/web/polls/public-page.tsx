import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { Form } from '#ui/fields/form.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { answerPoll, removePollAnswer } from '../../commands/polls/answer-poll.ts';
import { dayInWords } from '../../domain/when-in-words.ts';
import { linkPurposes } from '../../moderation-paths.ts';
import { agendaPath, eventPath } from '../../paths.ts';
import { pollAnswerPath, pollPath } from '../../poll-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { pollSheet, type PollAnswer, type PollSheet } from '../../queries/polls/poll-sheet.ts';
import { isPublic, readEvent } from '../../queries/stored-event.ts';
import { AnswerForm, noAnswer, typedOf, type TypedAnswer } from './answer-form.tsx';
import { answerIn, wrongAnswer } from './read-answer.ts';
import { Results } from './results-table.tsx';

interface Found {
  sheet: PollSheet;
  token: string;
  /** One's own answer, by its private link. */
  own: { answer: PollAnswer; token: string } | null;
}

/** `GET /agenda/sondage/:secret` and `GET /agenda/sondage/:secret/:answer`. */
export async function showPoll(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const found = await findPoll(exchange, deps);
  return found ? pollPage(exchange, found) : exchange.notFound();
}

/** `POST` to the same: an answer, its change, or its withdrawal. */
export async function receivePoll(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const found = await findPoll(exchange, deps);
  if (!found) return exchange.notFound();
  const { ctx, hub } = exchange;
  const { sheet, token, own } = found;
  const form = await exchange.form();
  const pollId = sheet.poll.id;
  if (form.values[robotTrapField]) return exchange.redirect(pollPath(token), { tone: 'success', text: 'Merci !' });
  if (own && form.values['act'] === 'remove') {
    const removed = await execute(ctx, removePollAnswer, { pollId, answerId: own.answer.id }, { key: form.key });
    if (removed.ok) return exchange.redirect(pollPath(token), { tone: 'success', text: 'Votre réponse est retirée.' });
    return pollPage(exchange, found);
  }
  const outcome = await execute(
    ctx,
    answerPoll,
    { pollId, answerId: own?.answer.id ?? null, fields: answerIn(form, sheet) },
    { key: form.key },
  );
  if (!outcome.ok) return pollPage(exchange, found, wrongAnswer(form, outcome));
  const answerToken = deps.links.write(linkPurposes.answer, hub.id, outcome.value.id);
  const text = own ? 'C’est changé.' : 'Merci, c’est noté ! Gardez l’adresse de cette page pour changer votre réponse.';
  return exchange.redirect(pollAnswerPath(token, answerToken), { tone: 'success', text });
}

async function findPoll(exchange: Exchange, { links }: AgendaDependencies): Promise<Found | null> {
  const { ctx, hub } = exchange;
  const token = exchange.param('secret');
  const id = links.read(linkPurposes.poll, hub.id, token);
  const sheet = id === null ? null : await pollSheet(ctx.db, id, { now: ctx.clock.now(), withDrafts: false });
  if (!sheet) return null;
  // The other of the two addresses has no such part.
  const ownToken = exchange.url.pathname === pollPath(token) ? '' : exchange.param('answer');
  if (ownToken === '') return { sheet, token, own: null };
  const answerId = links.read(linkPurposes.answer, hub.id, ownToken);
  const answer = sheet.answers.find((one) => one.id === answerId);
  return answer ? { sheet, token, own: { answer, token: ownToken } } : null;
}

async function pollPage(exchange: Exchange, found: Found, wrong?: TypedAnswer): Promise<Response> {
  const { ctx } = exchange;
  const { sheet, token, own } = found;
  const { poll, isOpen } = sheet;
  const today = ctx.clock.now().toZonedDateTimeISO(poll.zone).toPlainDate();
  const event = poll.eventId ? await readEvent(ctx.db, poll.eventId) : null;
  const action = own ? pollAnswerPath(token, own.token) : pollPath(token);
  const response = await exchange.page({
    title: poll.title,
    indexed: false,
    section: agendaPath,
    sheets: ['agenda'],
    status: wrong ? 422 : 200,
    content: (
      <div class="poll">
        <PageHeader
          title={poll.title}
          label={{ text: `${exchange.hub.name} cherche une date`, own: true }}
          facts={poll.closesOn && isOpen ? `Répondez jusqu’au ${dayInWords(poll.closesOn, today)}.` : undefined}
          lead={poll.words.split(/\n\s*\n/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        />
        {isOpen ? (
          <>
            <AnswerForm
              action={action}
              formKey={exchange.formKey}
              sheet={sheet}
              typed={wrong ?? (own ? typedOf(own.answer) : noAnswer)}
              today={today}
              submit={own ? 'Changer ma réponse' : 'Répondre'}
            />
            {own && <TakeBack action={action} formKey={ctx.newId()} />}
          </>
        ) : (
          <Closed isChosen={poll.eventId !== null} href={event && isPublic(event) ? eventPath(event.slug) : null} />
        )}
        <Others sheet={sheet} today={today} />
      </div>
    ),
  });
  // The address is a secret: it stays with whoever received it.
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

function TakeBack({ action, formKey }: { readonly action: string; readonly formKey: string }): JSX.Element {
  return (
    <Panel title="Vous ne venez plus ?">
      <Form action={action} label="Retirer ma réponse" hidden={{ [formKeyField]: formKey, act: 'remove' }}>
        <Button kind="ghost" icon="trash">
          Retirer ma réponse
        </Button>
      </Form>
    </Panel>
  );
}

/** The end of a poll: the page of the event once it is public. */
function Closed({ isChosen, href }: { readonly isChosen: boolean; readonly href: string | null }): JSX.Element {
  return (
    <Notice
      state="success"
      title={isChosen ? 'La date est choisie' : 'Ce sondage est terminé'}
      actions={href && <ButtonLink href={href}>Voir le rendez-vous</ButtonLink>}
    >
      <p>On ne répond plus ici. Merci à celles et ceux qui l’ont fait.</p>
    </Notice>
  );
}

/** What others answered, as far as the team chose to show it. */
function Others({ sheet, today }: { readonly sheet: PollSheet; readonly today: Temporal.PlainDate }) {
  const { poll, answers } = sheet;
  if (poll.shownTo === 'team' || answers.length === 0) return null;
  return (
    <Section title={plural(answers.length, 'réponse')} id="reponses">
      <Results sheet={sheet} today={today} withNames={poll.shownTo === 'everyone'} />
    </Section>
  );
}
