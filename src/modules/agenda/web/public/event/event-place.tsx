import type { JSX } from 'preact';
import { placeMap } from '#modules/directory/index.ts';
import { Icon } from '#ui/components/icon.tsx';
import { accessKindNames } from '../../../domain/accessibility.ts';
import { townPath } from '../../../paths.ts';
import type { EventPage } from './read-event-page.ts';

/** « Venir »: the address beside its map, how to come, who can, or how to follow from elsewhere. */
export function EventPlace({ page }: { readonly page: EventPage }): JSX.Element | null {
  const { venue, event } = page;
  const { fields } = event;
  const isOnline = fields.attendance !== 'onsite' || fields.state === 'moved_online';
  if (!venue && !isOnline && !fields.placeNote) return null;
  const isPlaced = venue !== null && venue.lon !== null && venue.lat !== null;
  return (
    <section class="place event-place">
      {isPlaced && venue.municipalityInsee && (
        <a
          class="map-frame"
          href={townPath(venue.municipalityInsee)}
          aria-label={`Les autres rendez-vous à ${venue.city}`}
        >
          <span dangerouslySetInnerHTML={{ __html: placeMap(venue.lon ?? 0, venue.lat ?? 0) }} />
        </a>
      )}
      <div class="place-text">
        <h2>{page.isPast ? 'Où c’était' : venue ? 'Venir' : 'Suivre'}</h2>
        {venue && <Address page={page} />}
        {fields.placeNote && <p>{fields.placeNote}</p>}
        {isOnline && <Online page={page} />}
        {!page.isPast && venue?.access && <Lines text={venue.access} />}
        {!page.isPast && venue && <Accessibility venue={venue} />}
      </div>
    </section>
  );
}

function Address({ page: { venue, venueOrganization } }: { readonly page: EventPage }): JSX.Element | null {
  if (!venue) return null;
  const { street, postalCode, city, lon, lat, isApproximate } = venue;
  return (
    <>
      <p>
        <b>{venueOrganization ? <a href={venueOrganization.path}>{venue.name}</a> : venue.name}</b>
        <br />
        {street && (
          <>
            {street}
            <br />
          </>
        )}
        {[postalCode, city].filter(Boolean).join(' ')}
      </p>
      {lon !== null && lat !== null && !isApproximate && (
        <p>
          <Icon name="pin" />{' '}
          <a href={`https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`} rel="noopener">
            Itinéraire
          </a>
        </p>
      )}
    </>
  );
}

function Online({ page: { event, isPast } }: { readonly page: EventPage }): JSX.Element | null {
  const { onlineLink, isLinkPublic } = event.fields;
  if (isPast) return null;
  if (!onlineLink || !isLinkPublic)
    return <p>{onlineLink ? 'En ligne : le lien vous est donné à l’inscription.' : 'En ligne.'}</p>;
  return (
    <p>
      <Icon name="external" />{' '}
      <a href={onlineLink} rel="noopener nofollow ugc">
        Suivre en ligne
      </a>
    </p>
  );
}

function Accessibility({ venue }: { readonly venue: NonNullable<EventPage['venue']> }): JSX.Element | null {
  const { accessibility, accessibilityNote } = venue;
  if (accessibility.length === 0 && !accessibilityNote) return null;
  return (
    <div>
      <h3>Accessibilité</h3>
      <ul class="event-access">
        {accessibility.map((kind) => (
          <li>
            <Icon name="check" /> {accessKindNames[kind]}
          </li>
        ))}
      </ul>
      {accessibilityNote && <Lines text={accessibilityNote} />}
    </div>
  );
}

function Lines({ text }: { readonly text: string }): JSX.Element {
  return <p>{text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}</p>;
}
