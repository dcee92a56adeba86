import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatKilometres } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { answerText } from '../../domain/answers.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { ownRegistration } from '../../queries/own-registration.ts';
import type { Registrant } from '../../queries/registrants-of.ts';
import { privatePage, sealed } from '../../web/public/private-page.ts';
import { answerRide } from '../commands/answer-ride.ts';
import type { RideMatch } from '../domain/ride-matches.ts';
import { dayPaths } from '../paths.ts';
import { readDoor } from '../queries/door.ts';
import { rideBoard, type Ride, type RideBoard } from '../queries/rides.ts';
import { dayRefusal } from './texts.ts';

/** `GET /inscription/:secret/covoiturage`: who goes the same way, and what was agreed. */
export async function showOwnRides(exchange: Exchange): Promise<Response> {
  const secret = exchange.param('secret');
  const own = await ownRegistration(exchange.ctx, secret);
  if (!own) return exchange.notFound();
  const door = await readDoor(exchange.ctx, {
    eventId: own.offer.eventId,
    occurrenceId: own.dates.occurrenceId ?? undefined,
  });
  if (!door) return exchange.notFound();
  const board = await rideBoard(exchange.ctx.db, door);
  const riding = own.rows.filter((row) => row.state === 'confirmed' && answerText(row.answers['ride']) !== '');
  return privatePage(exchange, {
    title: 'Covoiturage',
    section: '/agenda',
    content: (
      <>
        <PageHeader
          title="Y aller ensemble"
          facts={own.told.title}
          lead="Demandez, ou répondez. Les numéros de téléphone ne se montrent que quand les deux ont dit oui."
          actions={
            <ButtonLink kind="ghost" href={paths.own(secret)}>
              Mon inscription
            </ButtonLink>
          }
        />
        {riding.length === 0 ? (
          <EmptyState
            title="Dites d’abord si vous offrez ou cherchez une place"
            actions={<ButtonLink href={paths.own(secret)}>Changer mes réponses</ButtonLink>}
          />
        ) : (
          riding.map((row) => <OwnRides exchange={exchange} board={board} ownId={row.id} name={row.name} />)
        )}
      </>
    ),
  });
}

/** `POST /inscription/:secret/covoiturage`: asks, accepts, declines, gives up. */
export async function receiveOwnRide(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const { ownId = '', otherId = '', act = '' } = form.values;
  const outcome = await execute(exchange.ctx, answerRide(deps), { secret, ownId, otherId, act }, { key: form.key });
  if (!outcome.ok && (outcome.reason === 'not_found' || outcome.reason === 'invalid')) return exchange.notFound();
  const done: Readonly<Record<string, string>> = {
    ask: 'C’est demandé. La réponse viendra par mail.',
    accept: 'C’est d’accord. Appelez-vous pour vous entendre.',
    decline: 'C’est noté.',
    withdraw: 'C’est noté.',
  };
  return sealed(
    exchange.redirect(
      dayPaths.ownRides(secret),
      outcome.ok
        ? { tone: 'success', text: done[act] ?? 'C’est noté.' }
        : { tone: 'warning', text: dayRefusal(outcome.reason) },
    ),
  );
}

interface OwnRidesProps {
  readonly exchange: Exchange;
  readonly board: RideBoard;
  readonly ownId: string;
  readonly name: string;
}

function OwnRides({ exchange, board, ownId, name }: OwnRidesProps): JSX.Element {
  const isOwn = (one: { driverId: string; passengerId: string }): boolean =>
    one.driverId === ownId || one.passengerId === ownId;
  const rides = board.rides.filter((ride) => isOwn(ride) && (ride.state === 'asked' || ride.state === 'agreed'));
  // Whoever said no is not asked again.
  const refusedMe = board.rides.filter(
    (ride) => isOwn(ride) && ride.state === 'declined' && (ride.askedBy === 'driver') === (ride.driverId === ownId),
  );
  const open = new Set([...rides, ...refusedMe].flatMap((ride) => [ride.driverId, ride.passengerId]));
  const matches = board.matches.filter((one) => isOwn(one) && !open.has(otherOf(one, ownId)));
  return (
    <Panel title={name}>
      {rides.map((ride) => (
        <AgreedOrAsked exchange={exchange} board={board} ride={ride} ownId={ownId} />
      ))}
      {matches.length === 0 && rides.length === 0 && (
        <p>Personne ne fait le même trajet pour l’instant. Revenez voir : d’autres s’inscrivent.</p>
      )}
      <ul class="stack plain">
        {matches.slice(0, 20).map((match) => (
          <Possible exchange={exchange} board={board} match={match} ownId={ownId} />
        ))}
      </ul>
    </Panel>
  );
}

const otherOf = (one: { driverId: string; passengerId: string }, ownId: string): string =>
  one.driverId === ownId ? one.passengerId : one.driverId;

/** A given name and where she leaves from: all that is told before both agreed. */
function described(person: Registrant | undefined): string {
  const from = person && (answerText(person.answers['rideFrom']) || person.municipality);
  const at = person && answerText(person.answers['rideAt']);
  return [person?.name.split(' ')[0], from && `depuis ${from}`, at].filter(Boolean).join(', ');
}

function Possible({
  exchange,
  board,
  match,
  ownId,
}: Omit<OwnRidesProps, 'name'> & { readonly match: RideMatch }): JSX.Element {
  const otherId = otherOf(match, ownId);
  const isDriver = match.driverId === ownId;
  return (
    <li>
      <p>
        <b>{described(board.people.get(otherId))}</b>
        {match.detour !== null && <span class="facts"> détour d’environ {formatKilometres(match.detour)}</span>}
      </p>
      <RideForm
        exchange={exchange}
        ownId={ownId}
        otherId={otherId}
        acts={[{ act: 'ask', label: isDriver ? 'Proposer une place' : 'Demander une place' }]}
      />
    </li>
  );
}

function AgreedOrAsked({
  exchange,
  board,
  ride,
  ownId,
}: Omit<OwnRidesProps, 'name'> & { readonly ride: Ride }): JSX.Element {
  const otherId = otherOf(ride, ownId);
  const other = board.people.get(otherId);
  if (ride.state === 'agreed')
    return (
      <div>
        <p>
          <b>{other?.name}</b> : c’est d’accord.{' '}
          {other?.phone ? (
            <a href={`tel:${other.phone.replaceAll(/[^\d+]/g, '')}`}>{other.phone}</a>
          ) : (
            'Pas de numéro laissé : voyez-vous sur place, ou écrivez au pôle.'
          )}
        </p>
        <RideForm exchange={exchange} ownId={ownId} otherId={otherId} acts={[{ act: 'withdraw', label: 'Renoncer' }]} />
      </div>
    );
  const isMine = (ride.askedBy === 'driver') === (ride.driverId === ownId);
  return (
    <div>
      <p>
        <b>{described(other)}</b> : {isMine ? 'vous attendez sa réponse.' : 'on attend votre réponse.'}
      </p>
      <RideForm
        exchange={exchange}
        ownId={ownId}
        otherId={otherId}
        acts={
          isMine
            ? [{ act: 'withdraw', label: 'Retirer ma demande' }]
            : [
                { act: 'accept', label: 'Dire oui' },
                { act: 'decline', label: 'Dire non' },
              ]
        }
      />
    </div>
  );
}

function RideForm({
  exchange,
  ownId,
  otherId,
  acts,
}: {
  readonly exchange: Exchange;
  readonly ownId: string;
  readonly otherId: string;
  readonly acts: readonly { act: string; label: string }[];
}): JSX.Element {
  return (
    <form method="post" action={dayPaths.ownRides(exchange.param('secret'))} class="actions">
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <input type="hidden" name="ownId" value={ownId} />
      <input type="hidden" name="otherId" value={otherId} />
      {acts.map(({ act, label }, at) => (
        <Button name="act" value={act} small kind={at === 0 && act !== 'withdraw' ? 'primary' : 'ghost'}>
          {label}
        </Button>
      ))}
    </form>
  );
}
