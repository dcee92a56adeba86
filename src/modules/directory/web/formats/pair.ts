import type { Exchange } from '#platform/http/exchange.ts';
import { legalFormLabel } from '../../domain/legal-forms.ts';
import { organizationPath } from '../../paths.ts';
import type { PublicSheet } from '../../queries/each-sheet.ts';
import { present } from './schema-org.ts';

export const pairContext = {
  pair: 'http://virtual-assembly.org/ontologies/pair#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'pair:homePage': { '@type': '@id' },
  'pair:depictedBy': { '@type': '@id' },
};

export type PairSource = Pick<PublicSheet, 'profile' | 'slug' | 'cover' | 'updatedAt' | 'themes'>;

export const jsonLdType = 'application/ld+json; charset=utf-8';

/** Whether this address is asked as data: SemApps and its kin ask each page for JSON-LD. */
export function wantsJsonLd(exchange: Exchange): boolean {
  const accepted = exchange.http.req.header('accept') ?? '';
  return /application\/(ld\+json|json)/.test(accepted) && !accepted.includes('text/html');
}

/** A sheet in the PAIR ontology of the Virtual Assembly. */
export function pairResource({ profile, slug, cover, themes, updatedAt }: PairSource, origin: string): object {
  const address = `${origin}${organizationPath(slug)}`;
  const place = profile.locations[0];
  return present({
    '@id': address,
    '@type': 'pair:Organization',
    'pair:label': profile.name,
    'pair:comment': profile.mission,
    'pair:description': profile.description,
    'pair:homePage': profile.website,
    'pair:webPage': address,
    'pair:phone': profile.phone,
    'pair:depictedBy': cover ? `${origin}/images/${cover}/640.webp` : '',
    'pair:hasTopic': themes.map(({ label }) => ({ '@type': 'pair:Theme', 'pair:label': label })),
    'pair:hasType': profile.legalForm
      ? { '@type': 'pair:OrganizationType', 'pair:label': legalFormLabel(profile.legalForm) }
      : '',
    'pair:offers': profile.offers.map((label) => ({ '@type': 'pair:Resource', 'pair:label': label })),
    'pair:needs': profile.needs.map((label) => ({ '@type': 'pair:Resource', 'pair:label': label })),
    'pair:updateDate': { '@type': 'xsd:dateTime', '@value': updatedAt },
    'pair:hasLocation': place && {
      '@type': 'pair:Place',
      ...present({
        'pair:label': [place.postcode, place.city].filter(Boolean).join(' '),
        'pair:latitude': place.lat,
        'pair:longitude': place.lon,
        'pair:hasPostalAddress': {
          '@type': 'pair:PostalAddress',
          ...present({
            'pair:addressStreet': place.street,
            'pair:addressZipCode': place.postcode,
            'pair:addressLocality': place.city,
            'pair:addressCountry': 'France',
          }),
        },
      }),
    },
  });
}
