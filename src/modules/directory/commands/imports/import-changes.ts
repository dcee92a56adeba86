import { isDeepStrictEqual } from 'node:util';
import type { StoredOrganization } from '../../queries/stored-organization.ts';
import type {
  FieldOrigins,
  OrganizationLocation,
  OrganizationProfile,
  ProfileChanges,
  ProfileField,
} from '../../profile/organization-profile.ts';
import { isBlank } from './draft-profile.ts';

export interface ImportChanges {
  changes: ProfileChanges;
  changed: ProfileField[];
  /** Fields that say something else, left as another hand wrote them. */
  kept: ProfileField[];
}

type Sheet = Pick<StoredOrganization, 'profile' | 'fieldOrigins'>;

/**
 * What a row may change on a sheet: what is empty, and what the same list wrote before. What the team, the structure
 * or another list wrote stays, and is told.
 */
export function importChanges({ profile, fieldOrigins }: Sheet, said: ProfileChanges, source: string): ImportChanges {
  const answer: ImportChanges = { changes: {}, changed: [], kept: [] };
  for (const [field, value] of Object.entries(said) as [ProfileField, unknown][]) {
    const next = field === 'locations' ? placesAfter(profile.locations, value as OrganizationLocation[]) : value;
    if (sameContent(field, profile[field], next)) continue;
    if (mayWrite(profile, fieldOrigins, field, source)) {
      Object.assign(answer.changes, { [field]: next });
      answer.changed.push(field);
    } else answer.kept.push(field);
  }
  return answer;
}

function mayWrite(profile: OrganizationProfile, origins: FieldOrigins, field: ProfileField, source: string): boolean {
  return isBlank(profile[field]) || origins[field] === undefined || origins[field].source === source;
}

const unordered: ReadonlySet<ProfileField> = new Set([
  'offers',
  'needs',
  'skills',
  'means',
  'audiences',
  'supports',
  'links',
]);

function sameContent(field: ProfileField, before: unknown, after: unknown): boolean {
  if (isDeepStrictEqual(before, after)) return true;
  if (!unordered.has(field) || !Array.isArray(before) || !Array.isArray(after)) return false;
  const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  return isDeepStrictEqual(sorted(before), sorted(after));
}

/** The places once the row is read: the main one completed, the others untouched. */
function placesAfter(
  before: readonly OrganizationLocation[],
  [said]: readonly OrganizationLocation[],
): OrganizationLocation[] {
  const [main, ...others] = before;
  if (!said) return [...before];
  if (!main) return [said];
  const address = said.street || said.postcode || said.city ? pick(said, main) : {};
  const hours =
    said.openingHours || said.openingHoursNote
      ? { openingHours: said.openingHours, openingHoursNote: said.openingHoursNote }
      : {};
  return [{ ...main, ...address, ...hours, ...pointAfter(main, said) }, ...others];
}

function pick(said: OrganizationLocation, main: OrganizationLocation): Partial<OrganizationLocation> {
  return {
    street: said.street || main.street,
    postcode: said.postcode || main.postcode,
    city: said.city || main.city,
    ...(said.municipalityInsee ? { municipalityInsee: said.municipalityInsee, inseeYear: said.inseeYear } : {}),
  };
}

/** A metre or so: what rounding in a file may move. */
const near = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) < 0.00001;

/** The middle of a municipality never replaces a point that somebody or a geocoder found there. */
function pointAfter(main: OrganizationLocation, said: OrganizationLocation): Partial<OrganizationLocation> {
  if (
    said.lon === null ||
    (near(main.lon, said.lon) && near(main.lat, said.lat) && main.isApproximate === said.isApproximate)
  )
    return {};
  const sameAddress =
    main.municipalityInsee === said.municipalityInsee && (said.street === '' || main.street === said.street);
  if (said.isApproximate && main.lon !== null && sameAddress) return {};
  return { lon: said.lon, lat: said.lat, isApproximate: said.isApproximate };
}
