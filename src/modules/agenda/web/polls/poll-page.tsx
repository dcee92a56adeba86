import type { JSX } from 'preact';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Form } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { linkPurposes } from '../../moderation-paths.ts';
import { officePaths } from '../../paths.ts';
import { pollOffice, pollPath } from '../../poll-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { pollSheet, type PollSheet } from '../../queries/polls/poll-sheet.ts';
import { AnswerForm, noAnswer, typedOf, type TypedAnswer } from './answer-form.tsx';
import { Results } from './results-table.tsx';
import { slotInWords } from './slot-in-words.ts';

/** What was refused: a general message, or an answer typed. */
export interface WrongPoll {
  message?: string;
  answer?: TypedAnswer;
}

/** The poll of the address, for the team. */
export async function findSheet(exchange: Exchange): Promise<PollSheet | null> {
  const id = exchange.param('id');
  const { ctx } = exchange;
  return isId(id) ? pollSheet(ctx.db, id, { now: ctx.clock.now(), withDrafts: true }) : null;
}

/** `GET /gestion/agenda/sondages/:id`: who answered what, the best dates, and how to end it. */
export async function showPollSheet(
  exchange: Exchange,
  deps: AgendaDependencies,
  wrong: WrongPoll = {},
): Promise<Response> {
  const sheet = await findSheet(exchange);
  if (!sheet) return exchange.notFound();
  const { ctx, hub } = exchange;
  const { poll, answers } = sheet;
  const today = ctx.clock.now().toZonedDateTimeISO(poll.zone).toPlainDate();
  const href = hub.origin + pollPath(deps.links.write(linkPurposes.poll, hub.id, poll.id));
  const isClosed = poll.closedAt !== null;
  return exchange.page({
    title: poll.title,
    layout: 'office',
    section: officePaths.list,
    sheets: ['agenda'],
    status: wrong.message || wrong.answer ? 422 : 200,
    header: {
      title: poll.title,
      facts: [
        plural(answers.length, 'réponse'),
        poll.closesOn && `jusqu’au ${formatDate(poll.closesOn, { year: false })}`,
        isClosed && 'terminé',
      ]
        .filter(Boolean)
        .join(' · '),
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Sondages', href: pollOffice.list },
        { label: poll.title, href: pollOffice.poll(poll.id) },
      ],
      ...(isClosed
        ? {}
        : {
            actions: (
              <ButtonLink kind="ghost" icon="edit" href={pollOffice.edit(poll.id)}>
                Modifier
              </ButtonLink>
            ),
          }),
    },
    content: (
      <Columns
        main={
          <>
            {wrong.message && <Notice state="danger" title={wrong.message} />}
            {answers.length === 0 && !isClosed ? (
              <EmptyState title="Personne n’a encore répondu">
                <p>Envoyez le lien par mail, ou notez ici ce qu’on vous dit au téléphone.</p>
              </EmptyState>
            ) : (
              <Results
                sheet={sheet}
                today={today}
                withNames
                beside={({ email }) => email && <p class="facts">{email}</p>}
              />
            )}
            {answers.length > 0 && (
              <p class="exports">
                <a href={pollOffice.answers(poll.id)} download>
                  Télécharger les réponses (CSV)
                </a>
              </p>
            )}
            {!isClosed && <Typing {...{ exchange, sheet, today }} typed={wrong.answer} />}
          </>
        }
        side={
          isClosed ? (
            <Done sheet={sheet} />
          ) : (
            <>
              <Panel title="Le lien à envoyer">
                <p class="poll-link">
                  <a href={href}>{href}</a>
                </p>
                <CopyButton text={href} label="Copier le lien" />
              </Panel>
              <Ending {...{ exchange, sheet, today }} />
              {answers.length > 0 && <Needed {...{ exchange, sheet }} />}
            </>
          )
        }
      />
    ),
  });
}

interface PartProps {
  readonly exchange: Exchange;
  readonly sheet: PollSheet;
}

const hiddenOf = ({ exchange, sheet }: PartProps, act: string) => ({
  [formKeyField]: exchange.ctx.newId(),
  version: String(sheet.poll.version),
  act,
});

/** The date kept, and who receives: closing writes the event. */
function Ending({ exchange, sheet, today }: PartProps & { readonly today: Temporal.PlainDate }): JSX.Element {
  const { poll, slots, hosts, answers } = sheet;
  const best = slots.find(({ isBest }) => isBest);
  const told = answers.filter(({ email }) => email !== '').length;
  const offers = answers.filter(({ canHost }) => canHost);
  const lately = (day: Temporal.PlainDate | null): string =>
    day ? `a accueilli le ${formatDate(day, { style: 'short' })}` : 'n’a pas encore accueilli';
  const hostChoices = [
    ...hosts.map(({ hostId, name, votes, lastHostedOn }) => ({
      value: `host:${hostId}`,
      label: `${name} — ${lately(lastHostedOn)}${votes > 0 ? `, convient à ${votes}` : ''}`,
    })),
    ...offers.map(({ id, name, hostWords }) => ({
      value: `answer:${id}`,
      label: `${name} propose${hostWords ? ` : ${hostWords}` : ' d’accueillir'}`,
    })),
  ];
  return (
    <Panel title="Choisir la date">
      <Form action={pollOffice.poll(poll.id)} label="Choisir la date" hidden={hiddenOf({ exchange, sheet }, 'close')}>
        <Select
          name="slot"
          label="Date"
          value={best?.slotId}
          choices={slots.map((slot) => ({
            value: slot.slotId,
            label: `${slotInWords(slot, today)} — ${slot.yes} oui${slot.isBest ? ', le mieux' : ''}`,
          }))}
        />
        {hostChoices.length > 0 && (
          <Select name="host" label="Lieu" placeholder="Pas encore choisi" choices={hostChoices} />
        )}
        <p class="facts">
          Le rendez-vous est préparé en brouillon.{' '}
          {told > 0 && `${plural(told, 'personne reçoit', 'personnes reçoivent')} la date par mail.`}
        </p>
        <div class="actions">
          <Button icon="check">Choisir cette date</Button>
        </div>
      </Form>
      <Form action={pollOffice.poll(poll.id)} label="Terminer sans date" hidden={hiddenOf({ exchange, sheet }, 'end')}>
        <Button kind="quiet">Terminer sans date</Button>
      </Form>
      <Form action={pollOffice.poll(poll.id)} label="Corbeille" hidden={hiddenOf({ exchange, sheet }, 'trash')}>
        <Button kind="quiet" icon="trash">
          Mettre à la corbeille
        </Button>
      </Form>
    </Panel>
  );
}

/** Without whom no date makes sense. */
function Needed({ exchange, sheet }: PartProps): JSX.Element {
  return (
    <Panel title="Indispensables">
      <Form
        action={pollOffice.poll(sheet.poll.id)}
        label="Personnes indispensables"
        hidden={hiddenOf({ exchange, sheet }, 'needed')}
      >
        <CheckboxGroup
          name="needed"
          label="Sans qui la date n’a pas de sens"
          choices={sheet.answers.map(({ id, name }) => ({ value: id, label: name }))}
          values={sheet.answers.filter(({ isNeeded }) => isNeeded).map(({ id }) => id)}
        />
        <Button kind="ghost">Enregistrer</Button>
      </Form>
    </Panel>
  );
}

/** An answer told by phone, or one to correct (`?reponse=`). */
function Typing({
  exchange,
  sheet,
  today,
  typed,
}: PartProps & { readonly today: Temporal.PlainDate; readonly typed: TypedAnswer | undefined }): JSX.Element {
  const chosen = sheet.answers.find(({ id }) => id === exchange.query('reponse'));
  return (
    <section class="section" id="noter">
      <div class="section-head">
        <h2>{chosen ? `Corriger la réponse de ${chosen.name}` : 'Noter une réponse dite au téléphone'}</h2>
      </div>
      {sheet.answers.length > 0 && (
        <form class="filter-bar" method="get" action={pollOffice.poll(sheet.poll.id)} aria-label="Réponse à corriger">
          <Select
            name="reponse"
            label="Réponse"
            placeholder="Une nouvelle"
            value={chosen?.id}
            choices={sheet.answers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="ghost">Ouvrir</Button>
        </form>
      )}
      <AnswerForm
        action={pollOffice.poll(sheet.poll.id)}
        formKey={exchange.formKey}
        sheet={sheet}
        typed={typed ?? (chosen ? typedOf(chosen) : noAnswer)}
        today={today}
        submit={chosen ? 'Corriger' : 'Noter'}
        byTeam
        hidden={{ act: 'answer', answer: chosen?.id ?? '' }}
      />
      {chosen && (
        <Form
          action={pollOffice.poll(sheet.poll.id)}
          label="Retirer la réponse"
          hidden={{ ...hiddenOf({ exchange, sheet }, 'remove'), answer: chosen.id }}
        >
          <Button kind="quiet" icon="trash">
            Retirer cette réponse
          </Button>
        </Form>
      )}
    </section>
  );
}

function Done({ sheet }: { readonly sheet: PollSheet }): JSX.Element {
  const { eventId } = sheet.poll;
  return (
    <Notice
      state="success"
      title={eventId ? 'La date est choisie' : 'Terminé sans date'}
      actions={eventId && <ButtonLink href={officePaths.event(eventId)}>Ouvrir le rendez-vous</ButtonLink>}
    >
      <p>
        {eventId
          ? 'Relisez le rendez-vous, puis publiez-le.'
          : 'Vous pouvez en ouvrir un autre avec de nouvelles dates.'}
      </p>
    </Notice>
  );
}
