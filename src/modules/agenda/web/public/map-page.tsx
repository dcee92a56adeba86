import type { JSX } from 'preact';
import { PlacesMap, type MappedPlace } from '#modules/directory/index.ts';
import { listing, plural, typography } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { agendaMapPath, agendaPath, proposeEventPath, townPath, townsPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import type { PlaceWithDates } from '../../queries/public/town-dates.ts';
import { nextInWords, readPlaces } from './towns-pages.tsx';
import { todayOf } from './read-agenda.ts';
import { ViewTabs } from './view-tabs.tsx';

/** `GET /agenda/carte`: the places where something comes, beside their map. */
export async function showAgendaMap(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [places, look] = await Promise.all([readPlaces(ctx, deps), deps.hubLook(exchange.hub.id)]);
  const placed = mappedPlaces(places);
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
            <PlacesMap
              places={placed}
              home={`${townsPath}/`}
              title="Carte des rendez-vous"
              many="lieux"
              tiles={deps.mapTiles}
            />
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
        <li data-point={isPlaced(place) ? pointOf(places, place) : undefined}>
          <a href={townPath(place.insee)}>{place.name}</a>
          <span class="facts">
            {place.city} · {plural(place.count, 'rendez-vous', 'rendez-vous')}, le prochain {nextInWords(place)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const mostShown = 500;

/** One point a spot, with all that is there, its words and the town where it is told. */
function mappedPlaces(places: readonly PlaceWithDates[]): MappedPlace[] {
  const spots = Map.groupBy(places.filter(isPlaced), spotOf);
  return [...spots.values()].slice(0, mostShown).flatMap((here) => {
    const [first] = here;
    if (!first) return [];
    const count = here.reduce((sum, place) => sum + place.count, 0);
    const names = listing([...new Set(here.map(({ name }) => name))]);
    const label = `${names} : ${plural(count, 'rendez-vous', 'rendez-vous')}`;
    return [{ lon: first.lon, lat: first.lat, count, label: typography(label), end: pointOf(here, first) }];
  });
}

type Placed = PlaceWithDates & { lon: number; lat: number };

const spotOf = ({ lon, lat }: Placed): string => `${lon} ${lat}`;

/** The address of a spot after that of the towns, told by the first place found there. */
function pointOf(places: readonly PlaceWithDates[], place: Placed): string {
  const first = places.find((one) => isPlaced(one) && spotOf(one) === spotOf(place)) ?? place;
  return `${first.insee}#lieu-${first.venueId}`;
}

function isPlaced(place: PlaceWithDates): place is Placed {
  return place.lon !== null && place.lat !== null;
}
