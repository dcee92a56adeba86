import { eventTabs, agendaOfficePaths } from '#modules/agenda/index.ts';
import { formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { answerText } from '../../domain/answers.ts';
import { paths } from '../../paths.ts';
import { dayPaths, ofDate } from '../paths.ts';
import { rideBoard } from '../queries/rides.ts';
import { doorAsked } from './door-page.tsx';

interface Line {
  id: string;
  name: string;
  from: string;
  at: string;
  kind: string;
  with: string;
}

const columns: readonly Column<Line>[] = [
  { key: 'name', label: 'Qui', heads: true, cell: (line) => line.name },
  { key: 'kind', label: 'Offre ou cherche', cell: (line) => line.kind },
  { key: 'from', label: 'D’où', cell: (line) => line.from },
  { key: 'at', label: 'Heure', cell: (line) => line.at },
  { key: 'with', label: 'Avec', cell: (line) => line.with },
];

/** `GET /gestion/agenda/:id/covoiturage`: who offers, who looks for a seat, who found one. */
export async function showRides(exchange: Exchange): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const board = await rideBoard(exchange.ctx.db, door);
  const agreed = board.rides.filter((ride) => ride.state === 'agreed');
  const saved = agreed.reduce((sum, ride) => sum + (ride.kilometres ?? 0), 0);
  const lines = [...board.drivers, ...board.passengers].flatMap(({ id }): Line[] => {
    const person = board.people.get(id);
    if (!person) return [];
    const isDriver = answerText(person.answers['ride']) === 'offer';
    const seats = board.drivers.find((driver) => driver.id === id)?.seats ?? 0;
    const others = agreed
      .filter((ride) => ride.driverId === id || ride.passengerId === id)
      .map((ride) => board.people.get(ride.driverId === id ? ride.passengerId : ride.driverId)?.name ?? '');
    const possible = board.matches.filter((one) => one.driverId === id || one.passengerId === id).length;
    return [
      {
        id,
        name: person.name,
        from: answerText(person.answers['rideFrom']) || person.municipality,
        at: answerText(person.answers['rideAt']),
        kind: isDriver ? `Offre, ${plural(Math.max(0, seats), 'place libre', 'places libres')}` : 'Cherche une place',
        with: others.join(', ') || plural(possible, 'trajet possible', 'trajets possibles'),
      },
    ];
  });
  const { eventId } = door.date;
  const tabs = await eventTabs(exchange.ctx, eventId, 'registrations');
  return exchange.page({
    title: `Covoiturage : ${door.date.title}`,
    layout: 'office',
    section: agendaOfficePaths.list,
    header: {
      title: 'Covoiturage',
      lead:
        agreed.length > 0
          ? `${plural(agreed.length, 'passager·ère', 'passager·ères')} en covoiturage, ${formatNumber(saved)} km évités aller et retour, à vol d’oiseau.`
          : 'Personne ne s’est encore accordé.',
      trail: [
        { label: 'Agenda', href: agendaOfficePaths.list },
        { label: door.date.title, href: agendaOfficePaths.event(eventId) },
        { label: 'Inscriptions', href: paths.office(eventId) },
        { label: 'Covoiturage', href: ofDate(dayPaths.rides(eventId), door.date.id) },
      ],
    },
    content: (
      <>
        {tabs}
        <DataTable
          id="covoiturage"
          caption="Covoiturage"
          quietCaption
          columns={columns}
          rows={lines}
          rowId={(line) => line.id}
          rowName={(line) => line.name}
          empty={
            <EmptyState title="Personne n’offre ni ne cherche de place">
              <p>La question « Covoiturage » s’ajoute au formulaire dans les réglages des inscriptions.</p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}
