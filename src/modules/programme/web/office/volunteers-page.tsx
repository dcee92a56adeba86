import type { JSX } from 'preact';
import type { StoredEvent } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import { capitalised, formatDate, formatTimeRange, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { leaveShift } from '../../commands/leave-shift.ts';
import { officePaths } from '../../paths.ts';
import { readShifts, readVolunteers, type StoredShift, type StoredVolunteer } from '../../queries/stored-programme.ts';
import { refusalText } from '../texts.ts';
import { ActForm } from './act-form.tsx';
import { eventHere, officePage } from './frame.tsx';

/** `GET …/programme/benevoles`: each shift, who took it, how many are still wanted. */
export async function showShifts(exchange: Exchange): Promise<Response> {
  const event = await eventHere(exchange);
  if (!event) return exchange.notFound();
  const { db } = exchange.ctx;
  const [shifts, volunteers] = await Promise.all([readShifts(db, event.id), readVolunteers(db, event.id)]);
  const wanted = shifts.reduce((sum, shift) => sum + Math.max(0, shift.wanted - shift.takers.length), 0);
  return officePage(exchange, event, {
    title: 'Bénévoles',
    tab: 'volunteers',
    ...(shifts.length > 0
      ? {
          lead:
            wanted === 0
              ? `${plural(volunteers.length, 'bénévole')} : tout est couvert.`
              : `${plural(volunteers.length, 'bénévole')}, ${plural(wanted, 'place')} à couvrir.`,
        }
      : {}),
    actions: (
      <>
        <ButtonLink href={officePaths.addShift(event.id)} icon="plus">
          Ajouter un moment
        </ButtonLink>
        {shifts.length > 0 && (
          <ButtonLink href={officePaths.shiftsPdf(event.id)} kind="ghost" icon="download">
            Imprimer
          </ButtonLink>
        )}
      </>
    ),
    content: (
      <DataTable
        id="benevoles"
        caption="Moments"
        quietCaption
        rows={shifts}
        rowId={({ id }) => id}
        rowName={({ task }) => task}
        exports={{ csv: officePaths.volunteersCsv(event.id) }}
        columns={[
          {
            key: 'when',
            label: 'Quand',
            cell: ({ starts, ends }) => (
              <>
                {capitalised(formatDate(starts, { weekday: true, year: false }))},{' '}
                <span class="nowrap">{formatTimeRange(starts, ends)}</span>
              </>
            ),
          },
          {
            key: 'task',
            label: 'Quoi',
            heads: true,
            cell: ({ id, task, place }) => (
              <>
                <a href={officePaths.shift(event.id, id)}>{task}</a>
                {place && <span class="facts"> {place}</span>}
              </>
            ),
          },
          {
            key: 'count',
            label: 'Inscrits',
            whole: true,
            cell: ({ wanted: most, takers }) => `${takers.length} sur ${most}`,
          },
          {
            key: 'who',
            label: 'Qui',
            cell: (shift) => <Takers exchange={exchange} event={event} shift={shift} volunteers={volunteers} />,
          },
        ]}
        empty={
          <EmptyState title="Aucun moment à couvrir">
            <p>Accueil, installation, vaisselle : dites de combien de personnes vous avez besoin, et quand.</p>
          </EmptyState>
        }
      />
    ),
  });
}

function Takers({
  exchange,
  event,
  shift,
  volunteers,
}: {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly shift: StoredShift;
  readonly volunteers: readonly StoredVolunteer[];
}): JSX.Element {
  const people = volunteers.filter(({ id }) => shift.takers.includes(id));
  return (
    <ul class="shift-takers">
      {people.map(({ id, name, phone, email }) => (
        <li>
          {name} <span class="facts">{phone || email}</span>{' '}
          <ActForm
            exchange={exchange}
            action={officePaths.leave(event.id, shift.id)}
            name={`Libérer la place de ${name}, ${shift.task}`}
            hidden={{ volunteerId: id }}
          >
            Libérer
          </ActForm>
        </li>
      ))}
    </ul>
  );
}

/** `POST …/programme/benevoles/:shift/desinscrire` */
export async function receiveLeave(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const eventId = exchange.param('id');
  const input = { eventId, shiftId: exchange.param('shift'), volunteerId: values['volunteerId'] ?? '' };
  const outcome = await execute(exchange.ctx, leaveShift, input, { key });
  const flash = outcome.ok
    ? ({
        tone: 'success',
        text: 'La place est libérée. Prévenez la personne si ce n’est pas elle qui l’a demandé.',
      } as const)
    : ({ tone: 'danger', text: refusalText(outcome.reason) } as const);
  return exchange.redirect(officePaths.volunteers(eventId), flash);
}
