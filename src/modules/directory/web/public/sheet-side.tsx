import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { shownPhone } from '../../domain/contact-values.ts';
import { frenchOpeningHours, parseOpeningWeek } from '../../domain/opening-hours.ts';
import { staffBracketLabel } from '../../domain/staff-brackets.ts';
import { mapPath, organizationPath } from '../../paths.ts';
import type { OrganizationLocation } from '../../profile/organization-profile.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { levelNames, linkNames } from '../texts.ts';
import type { Freshness } from './freshness.ts';
import { placeMap } from './static-map.ts';

interface SheetSideProps {
  readonly exchange: Exchange;
  readonly sheet: OrganizationSheet;
  readonly freshness: Freshness;
}

/** Beside the story of a structure: how to reach it, where it is, what can be corrected. */
export function SheetSide({ sheet, freshness }: SheetSideProps): JSX.Element {
  const { profile, slug } = sheet;
  return (
    <>
      <Contacts sheet={sheet} />
      {profile.locations.map((place, position) => (
        <Place place={place} title={place.label || (position === 0 ? 'Où la trouver' : 'Autre adresse')} />
      ))}
      <Panel title="En bref">
        <DescriptionList
          rows={[
            { term: 'Rôle', value: profile.level === 'base' ? undefined : levelNames[profile.level] },
            { term: 'Depuis', value: profile.foundedYear ?? undefined },
            { term: 'Effectif', value: profile.staffBracket ? staffBracketLabel(profile.staffBracket) : undefined },
            { term: 'SIRET', value: profile.siret ? spaced(profile.siret) : undefined },
            { term: 'SIREN', value: !profile.siret && profile.siren ? spaced(profile.siren) : undefined },
            { term: 'RNA', value: profile.rna ?? undefined },
          ]}
        />
        <p class={freshness.isStale ? 'facts stale' : 'facts'}>
          <Icon name={freshness.isStale ? 'warning' : 'check'} /> {freshness.text}
        </p>
        <p class="actions">
          <ButtonLink kind="ghost" small href={`${organizationPath(slug)}/corriger`}>
            Corriger cette fiche
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`${organizationPath(slug)}/revendiquer`}>
            C’est ma structure
          </ButtonLink>
        </p>
      </Panel>
    </>
  );
}

function Contacts({ sheet: { profile, slug } }: { readonly sheet: OrganizationSheet }): JSX.Element {
  return (
    <Panel title="La joindre">
      {profile.phone && <Phone phone={profile.phone} />}
      {profile.email && (
        <p>
          <Icon name="mail" /> <a href={`mailto:${profile.email}`}>{profile.email}</a>
        </p>
      )}
      {profile.takesMessages && (
        <p>
          <ButtonLink small icon="mail" href={`${organizationPath(slug)}/ecrire`}>
            Lui écrire
          </ButtonLink>
        </p>
      )}
      {profile.contacts.map((person) => (
        <div>
          <p>
            <b>{person.name}</b>
            {person.role && <span class="facts"> {person.role}</span>}
          </p>
          {person.phone && <Phone phone={person.phone} />}
          {person.email && (
            <p>
              <a href={`mailto:${person.email}`}>{person.email}</a>
            </p>
          )}
        </div>
      ))}
      {(profile.website || profile.links.length > 0) && (
        <ul class="plain">
          {profile.website && (
            <li>
              <a href={profile.website} rel="noopener nofollow ugc">
                {hostOf(profile.website)}
              </a>
            </li>
          )}
          {profile.links.map(({ kind, url }) => (
            <li>
              <a href={url} rel="noopener nofollow ugc">
                {kind === 'other' ? hostOf(url) : linkNames[kind]}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${organizationPath(slug)}.vcf`}>Ajouter à mes contacts</a>
      </p>
    </Panel>
  );
}

function Phone({ phone }: { readonly phone: string }): JSX.Element {
  return (
    <p>
      <Icon name="phone" /> <a href={`tel:${phone}`}>{shownPhone(phone)}</a>
    </p>
  );
}

function Place({ place, title }: { readonly place: OrganizationLocation; readonly title: string }): JSX.Element {
  const week = place.openingHours ? parseOpeningWeek(place.openingHours) : undefined;
  return (
    <Panel title={title}>
      {place.lon !== null && place.lat !== null && (
        <a class="map-frame small" href={`${mapPath}?pres=${place.lat},${place.lon}`} aria-label={`Voir ${place.city || 'ce lieu'} sur la carte`}>
          <span dangerouslySetInnerHTML={{ __html: placeMap(place.lon, place.lat) }} />
        </a>
      )}
      <p>
        {place.street.split('\n').map((line) => line && [line, <br />])}
        {[place.postcode, place.city].filter(Boolean).join(' ')}
        {place.isApproximate && place.lon !== null && <span class="facts"> (lieu approché)</span>}
      </p>
      {(week || place.openingHours || place.openingHoursNote) && (
        <div>
          <h3>Horaires</h3>
          <ul class="plain">{week ? frenchOpeningHours(week).map((line) => <li>{line}</li>) : place.openingHours && <li>{place.openingHours}</li>}</ul>
          {place.openingHoursNote && <p class="facts">{place.openingHoursNote}</p>}
        </div>
      )}
    </Panel>
  );
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./, '') ?? address;
}

/** Groups of three digits, as these numbers are printed. */
function spaced(digits: string): string {
  return digits.replace(/(\d{3})(?=\d{3})/, '$1\u00a0').replace(/(\d{3})(?=\d{3}(?:\d{5})?$)/, '$1\u00a0').replace(/(\d{3})(?=\d{5}$)/, '$1\u00a0');
}
