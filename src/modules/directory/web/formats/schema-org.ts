import { isOpeningHoursSyntax } from '../../domain/opening-now.ts';
import { organizationPath } from '../../paths.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';

/** A sheet for search engines (schema.org). Holds nothing that the page does not show, and never an e-mail address. */
export function schemaOrgOf(
  { profile, slug, photos }: Pick<OrganizationSheet, 'profile' | 'slug' | 'photos'>,
  origin: string,
): object {
  const place = profile.locations[0];
  const address = `${origin}${organizationPath(slug)}`;
  return present({
    '@context': 'https://schema.org',
    '@type': profile.legalForm === 'association' || profile.legalForm === 'foundation' ? 'NGO' : 'Organization',
    '@id': address,
    name: profile.name,
    alternateName: profile.shortName,
    description: profile.mission || profile.description.slice(0, 500),
    url: profile.website || address,
    telephone: profile.phone,
    image: photos[0] ? `${origin}/images/${photos[0].id}/640.webp` : '',
    foundingDate: profile.foundedYear ? String(profile.foundedYear) : '',
    address:
      place &&
      present({
        '@type': 'PostalAddress',
        streetAddress: place.street.replaceAll('\n', ', '),
        postalCode: place.postcode,
        addressLocality: place.city,
        addressCountry: 'FR',
      }),
    location:
      place && place.lat !== null && !place.isApproximate
        ? { '@type': 'Place', geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon } }
        : '',
    openingHours:
      place && isOpeningHoursSyntax(place.openingHours) ? place.openingHours.split(';').map((rule) => rule.trim()) : '',
    identifier: identifiers(profile),
    sameAs: profile.links.map(({ url }) => url),
  });
}

function identifiers({ siren, siret, rna }: OrganizationSheet['profile']): object[] {
  return Object.entries({ SIREN: siren, SIRET: siret, RNA: rna })
    .filter(([, value]) => value)
    .map(([propertyID, value]) => ({ '@type': 'PropertyValue', propertyID, value }));
}

/** The same object without what is empty. */
export function present<T extends object>(value: T): Partial<T> {
  const filled = Object.entries(value).filter(
    ([, content]) =>
      content !== undefined && content !== null && content !== '' && !(Array.isArray(content) && content.length === 0),
  );
  return Object.fromEntries(filled) as Partial<T>;
}
