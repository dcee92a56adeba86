import type { JSX } from 'preact';
import { staticMapOfPoints } from '#modules/directory/index.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { agendaMapPath, agendaPath, proposeEventPath, townPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import type { PlaceWithDates } from '../../queries/public/town-dates.ts';
import { nextInWords, readPlaces } from './towns-pages.tsx';
import { todayOf } from './read-agenda.ts';
import { ViewTabs } from './view-tabs.tsx';

/** `GET /agenda/carte`: the places where something comes, beside their map. */
export async function showAgendaMap(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [places, look] = await Promise.all([readPlaces(ctx, deps), deps.hubLook(exchange.hub.id)]);
  const placed = places.filter(isPlaced);
  return exchange.page({
    title: 'La carte de l’agenda',
    description: `Où sont les rendez-vous de l’économie sociale et solidaire, dans l’agenda de ${look.name}.`,
    canonical: agendaMapPath,
    section: agendaPath,
    sheets: ['agenda'],
    content: (
      <>
        <PageHeader title="Où ça se passe" facts={plural(places.length, 'lieu', 'lieux')} />
        <ViewTabs current="map" today={todayOf(ctx)} />
        {places.length === 0 ? (
          <EmptyState
            title="La carte attend son premier point"
            territory={look.land}
            actions={<ButtonLink href={proposeEventPath}>Proposer un rendez-vous</ButtonLink>}
          >
            <p>Aucun rendez-vous à venir n’a de lieu pour l’instant.</p>
          </EmptyState>
        ) : (
          <div class="split">
            <PlaceList places={places} />
            <div class="map-frame" dangerouslySetInnerHTML={{ __html: staticMapOfPoints(placed) }} />
          </div>
        )}
      </>
    ),
  });
}

function PlaceList({ places }: { readonly places: readonly PlaceWithDates[] }): JSX.Element {
  return (
    <ul class="event-places">
      {places.map((place) => (
        <li>
          <a href={townPath(place.insee)}>{place.name}</a>
          <span class="facts">
            {place.city} · {plural(place.count, 'rendez-vous', 'rendez-vous')}, le prochain {nextInWords(place)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function isPlaced(place: PlaceWithDates): place is PlaceWithDates & { lon: number; lat: number } {
  return place.lon !== null && place.lat !== null;
}
