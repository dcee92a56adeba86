import { findMunicipality, municipalityCentre } from '#platform/geo/index.ts';
import type { OrganizationLocation } from './organization-profile.ts';

/** Year of the official list of municipalities that codes come from. */
const listYear = 2026;

/**
 * The same places with the municipality they name, and its centre when they have no point, so that a structure told by
 * phone is on the map at once.
 */
export function placedLocations(locations: readonly OrganizationLocation[]): OrganizationLocation[] {
  return locations.map((place) => {
    const found = place.municipalityInsee
      ? null
      : findMunicipality({ postcode: place.postcode || undefined, name: place.city || undefined })?.municipality;
    const insee = place.municipalityInsee ?? found?.insee ?? null;
    const named = found
      ? {
          municipalityInsee: found.insee,
          inseeYear: listYear,
          city: found.name,
          postcode: place.postcode || onlyOne(found.postcodes),
        }
      : {};
    const centre = place.lon === null && insee ? municipalityCentre(insee) : undefined;
    const placed = centre ? { lon: centre.longitude, lat: centre.latitude, isApproximate: true } : {};
    return { ...place, ...named, ...placed };
  });
}

function onlyOne(postcodes: readonly string[]): string {
  return postcodes.length === 1 ? (postcodes[0] ?? '') : '';
}
