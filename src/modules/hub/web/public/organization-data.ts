import type { HubSettings } from '../../domain/hub-settings.ts';
import { territoryInWords } from './territory-list.tsx';

/** The hub as search engines read it: who it is, where it works, how to reach it. */
export function organizationData(settings: HubSettings, origin: string): object {
  const { name, promise, territory, street, postcode, city, phone, links } = settings;
  return {
    '@context': 'https://schema.org',
    '@type': 'NGO',
    name,
    url: origin,
    description: promise,
    ...(phone ? { telephone: phone } : {}),
    ...(city
      ? {
          address: {
            '@type': 'PostalAddress',
            ...(street ? { streetAddress: street } : {}),
            ...(postcode ? { postalCode: postcode } : {}),
            addressLocality: city,
            addressCountry: 'FR',
          },
        }
      : {}),
    ...(links.length > 0 ? { sameAs: links.map(({ url }) => url) } : {}),
    ...(territory.length > 0 ? { areaServed: territoryInWords(territory, 20) } : {}),
  };
}
