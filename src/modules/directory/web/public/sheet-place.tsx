import type { JSX } from 'preact';
import { frenchOpeningHours, parseOpeningWeek } from '../../domain/opening-hours.ts';
import { mapPath } from '../../paths.ts';
import type { OrganizationLocation } from '../../profile/organization-profile.ts';
import { placeMap } from './static-map.ts';

/** Where a structure is and when it opens, its map beside the words. */
export function SheetPlace({
  place,
  title,
}: {
  readonly place: OrganizationLocation;
  readonly title: string;
}): JSX.Element {
  return (
    <section class="place">
      {place.lon !== null && place.lat !== null && (
        <a
          class="map-frame"
          href={`${mapPath}?pres=${place.lat},${place.lon}`}
          aria-label={`Voir ${place.city || 'ce lieu'} sur la carte`}
        >
          <span dangerouslySetInnerHTML={{ __html: placeMap(place.lon, place.lat) }} />
        </a>
      )}
      <div class="place-text">
        <h2>{title}</h2>
        <p>
          {place.street.split('\n').map((line) => line && [line, <br />])}
          {[place.postcode, place.city].filter(Boolean).join(' ')}
          {place.isApproximate && place.lon !== null && <span class="facts"> (lieu approché)</span>}
        </p>
        <Hours place={place} />
      </div>
    </section>
  );
}

function Hours({
  place: { openingHours, openingHoursNote },
}: {
  readonly place: OrganizationLocation;
}): JSX.Element | null {
  const week = openingHours ? parseOpeningWeek(openingHours) : undefined;
  if (!openingHours && !openingHoursNote) return null;
  return (
    <div>
      <h3>Horaires</h3>
      <ul>
        {week ? frenchOpeningHours(week).map((line) => <li>{line}</li>) : openingHours && <li>{openingHours}</li>}
      </ul>
      {openingHoursNote && <p class="facts">{openingHoursNote}</p>}
    </div>
  );
}
