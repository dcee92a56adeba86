import type { JSX } from 'preact';
import type { MapTiles } from '#platform/config/fields.ts';
import { mapPath } from '../../paths.ts';
import type { ToldPlace } from '../map/answer-from-places.ts';
import { staticMapOfPoints, viewOfPoints } from './static-map.ts';

/** A place to show on a map. */
export interface MappedPlace {
  readonly lon: number;
  readonly lat: number;
  /** How many of what the list counts are there: a drawn point bears the number. */
  readonly count: number;
  /** What it is, in a few words. */
  readonly label: string;
  /** Its address, after `home`; rows of the list that bear it in `data-point` make it stand out. */
  readonly end: string;
}

export interface PlacesMapProps {
  readonly places: readonly MappedPlace[];
  /** What the addresses of the places begin with: `/agenda/communes/`. */
  readonly home: string;
  /** Name of the map, and what its groups are made of: « lieux ». */
  readonly title: string;
  readonly many: string;
  readonly tiles: MapTiles;
}

/** The directory’s map, of other things: the server’s drawing, which the island replaces when a visitor reaches it. */
export function PlacesMap({ places, home, title, many, tiles }: PlacesMapProps): JSX.Element {
  const told = places.map(({ lon, lat, label, end }): ToldPlace => [lon, lat, label, end]);
  return (
    <es-directory-map
      class="map-frame"
      data-places={JSON.stringify(told)}
      data-home={home}
      data-title={title}
      data-many={many}
      data-outlines={`${mapPath}/contours.json`}
      data-view={viewOfPoints(places).join(',')}
      data-base={tiles.kind}
      data-tiles={tiles.kind === 'custom' ? tiles.url : undefined}
      data-credit={tiles.kind === 'custom' ? tiles.credit : undefined}
      dangerouslySetInnerHTML={{ __html: staticMapOfPoints(places) }}
    />
  );
}
