import type { JSX } from 'preact';
import { formatDate, formatDateRange, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Bar } from '#ui/components/bar.tsx';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { firstDay, lastDay, type PaperFacts } from '../../documents/paper-facts.ts';
import { trainerNames } from '../../documents/words.ts';
import { durationInWords } from '../../domain/course.ts';
import { isHeld, isShown, sessionStateNames } from '../../domain/session-states.ts';
import { halfDayInWords } from '../../emails/session-mails.ts';
import { officePaths, sessionPath } from '../../paths.ts';
import { mayRunTraining } from '../../policy.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { heldSession } from './held-session.ts';
import { TraineeTable } from './trainee-table.tsx';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id`: who comes, what is left to do. */
export async function showSession(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const { session, course } = facts;
  const runs = mayRunTraining(exchange.actor);
  return exchange.page({
    title: course.title,
    layout: 'office',
    section: officePaths.home,
    ...(isShown(session.state) && !session.isPrivate ? { publicHref: sessionPath(course.slug, session.slug) } : {}),
    header: {
      facts: (
        <>
          {formatDateRange(firstDay(facts), lastDay(facts))} <Chip>{sessionStateNames[session.state]}</Chip>
        </>
      ),
      trail: trail({ label: course.title, href: officePaths.session(session.id) }),
      actions: <MainActs facts={facts} runs={runs} />,
    },
    content: (
      <Columns
        main={
          <>
            <TraineeTable facts={facts} runs={runs} />
            {runs && session.eventId && !session.isPrivate && (
              <p>
                <a href={deps.registration.officePath(session.eventId)}>Inscriptions, liste d’attente et messages</a>
              </p>
            )}
          </>
        }
        side={
          <>
            {runs && <Decision exchange={exchange} facts={facts} />}
            <Facts facts={facts} />
            {runs && <Again exchange={exchange} facts={facts} />}
          </>
        }
      />
    ),
  });
}

function MainActs({ facts: { session }, runs }: { readonly facts: PaperFacts; readonly runs: boolean }): JSX.Element {
  return (
    <>
      {session.state !== 'draft' && session.state !== 'cancelled' && (
        <ButtonLink small icon="check" href={officePaths.attendance(session.id)}>
          Présences
        </ButtonLink>
      )}
      {runs && (
        <>
          <ButtonLink small kind="ghost" icon="download" href={officePaths.papers(session.id)}>
            Documents
          </ButtonLink>
          <ButtonLink small kind="ghost" href={officePaths.surveys(session.id)}>
            Évaluations
          </ButtonLink>
          {session.state !== 'cancelled' && (
            <ButtonLink small kind="ghost" icon="edit" href={officePaths.editSession(session.id)}>
              Modifier
            </ButtonLink>
          )}
        </>
      )}
    </>
  );
}

function Decision({
  exchange,
  facts,
}: {
  readonly exchange: Exchange;
  readonly facts: PaperFacts;
}): JSX.Element | null {
  const { session, enrolled } = facts;
  if (session.state !== 'draft' && !isHeld(session.state)) return null;
  return (
    <Panel title={session.state === 'draft' ? 'Elle n’est pas encore ouverte' : 'A-t-elle lieu ?'}>
      {session.state === 'open' && (
        <>
          <Bar value={enrolled.length} max={session.maxTrainees} text={`${enrolled.length} / ${session.maxTrainees}`} />
          <p class="facts">
            {plural(enrolled.length, 'inscrit·e', 'inscrit·es')} pour {session.minTrainees} au moins.
            {session.decideOn && ` À décider avant le ${formatDate(session.decideOn)}.`}
          </p>
        </>
      )}
      <form method="post" action={officePaths.sessionAct(session.id)} class="form">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        {session.state === 'draft' && (
          <Button name="act" value="ouvrir">
            Ouvrir aux inscriptions
          </Button>
        )}
        {session.state === 'open' && (
          <Button name="act" value="confirmer">
            Elle a lieu : envoyer les convocations
          </Button>
        )}
        <details class="more-fields">
          <summary>Annuler la session</summary>
          <TextField name="because" label="Pourquoi, en une phrase pour les inscrit·es" />
          <Button kind="danger" name="act" value="annuler">
            Annuler et prévenir
          </Button>
          {enrolled.length === 0 && (
            <Button kind="quiet" name="act" value="supprimer">
              Supprimer, personne n’est inscrit
            </Button>
          )}
        </details>
      </form>
    </Panel>
  );
}

function Facts({ facts }: { readonly facts: PaperFacts }): JSX.Element {
  const { session, halfDays, place, partners } = facts;
  return (
    <Panel title="La session">
      <DescriptionList
        rows={[
          {
            term: 'Demi-journées',
            value: (
              <ul class="plain stack">
                {halfDays.map((halfDay) => (
                  <li>
                    {halfDayInWords(halfDay)} ({durationInWords(halfDay.minutes)})
                    {halfDay.place && <span class="facts"> {halfDay.place}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
          { term: 'Lieu', value: place },
          { term: 'Animée par', value: trainerNames(facts).join(', ') },
          { term: 'Financeur', value: session.funder },
          { term: 'Avec', value: partners.join(', ') },
          { term: 'Note', value: session.note },
          { term: 'Annulée parce que', value: session.cancelledBecause },
        ]}
      />
    </Panel>
  );
}

function Again({ exchange, facts }: { readonly exchange: Exchange; readonly facts: PaperFacts }): JSX.Element {
  return (
    <Panel title="La refaire">
      <form method="post" action={officePaths.copySession(facts.session.id)} class="form">
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <DateField name="firstDay" label="Premier jour de la nouvelle session" required />
        <Button kind="ghost" icon="copy">
          Dupliquer la session
        </Button>
      </form>
    </Panel>
  );
}
