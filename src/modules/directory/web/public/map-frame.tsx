import type { JSX } from 'preact';
import type { MapTiles } from '#platform/config/fields.ts';
import { directoryPath, mapPath } from '../../paths.ts';
import type { DirectoryFilters } from '../../queries/index/directory-filters.ts';
import type { DirectorySnapshot } from '../../queries/index/directory-snapshot.ts';
import { writeDirectoryQuery, type DirectoryQuery } from '../directory-query.ts';
import { openingView, staticMap } from './static-map.ts';

export interface MapFrameProps {
  readonly snapshot: DirectorySnapshot;
  readonly filters: DirectoryFilters;
  readonly query: Partial<DirectoryQuery>;
  readonly tiles: MapTiles;
  /** Shown at once, without waiting to scroll there: the map is what the page is for. */
  readonly eager?: boolean;
  /** Whole addresses, for a page shown inside another site. */
  readonly target?: '_blank';
}

/** The map of a list: the server's drawing, which the island replaces when a visitor reaches it. */
export function MapFrame({ snapshot, filters, query, tiles, eager, target }: MapFrameProps): JSX.Element {
  return (
    <es-directory-map
      class="map-frame"
      data-points={`${directoryPath}/carte.json${writeDirectoryQuery({ ...query, page: 1, sort: null })}`}
      data-outlines={`${mapPath}/contours.json`}
      data-view={openingView(snapshot, filters).join(',')}
      data-base={tiles.kind}
      data-tiles={tiles.kind === 'custom' ? tiles.url : undefined}
      data-credit={tiles.kind === 'custom' ? tiles.credit : undefined}
      data-eager={eager ? '' : undefined}
      data-target={target}
      dangerouslySetInnerHTML={{ __html: staticMap(snapshot, filters) }}
    />
  );
}
