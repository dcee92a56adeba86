import type { OrganizationAddress, OrganizationDraft } from '../organization-draft.ts';

/** Fields compared; `address` is the text of the address and `point` its place on the map. */
export type DraftField = Exclude<keyof OrganizationDraft, 'sourceKey' | 'sourceUpdatedAt'> | 'point';

export type FieldChange = { readonly field: DraftField; readonly before: unknown; readonly after: unknown };

const comparedFields: readonly Exclude<DraftField, 'address' | 'point'>[] = [
  'name',
  'shortName',
  'legalForm',
  'level',
  'mission',
  'description',
  'themes',
  'offers',
  'needs',
  'skills',
  'means',
  'audiences',
  'siren',
  'siret',
  'rna',
  'yearFounded',
  'staffBracket',
  'openingHours',
  'openingHoursNote',
  'photos',
  'links',
  'contacts',
  'phone',
  'email',
  'website',
  'isMember',
  'isInspiringPlace',
  'isSupportActor',
  'supports',
];

/** A value as text that does not depend on the order of lists nor of the keys of objects. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).sort().join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inside]) => `${key}:${stable(inside)}`);
    return `{${entries.sort().join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const addressText = ({ lines, postcode, city, insee }: OrganizationAddress) => ({
  lines: lines.join('\n'),
  postcode,
  city,
  insee,
});

/** About a metre: what rounding in a file may move. */
const samePlace = (a: number, b: number) => Math.abs(a - b) < 0.00001;

function pointChange(before: OrganizationAddress, after: OrganizationAddress): FieldChange[] {
  if (after.point === null) return [];
  // The middle of the municipality never replaces a point somebody or a geocoder found there.
  if (after.pointIsApproximate && before.point !== null && (!before.pointIsApproximate || before.insee === after.insee))
    return [];
  const same =
    before.point !== null &&
    before.pointIsApproximate === after.pointIsApproximate &&
    samePlace(before.point.latitude, after.point.latitude) &&
    samePlace(before.point.longitude, after.point.longitude);
  return same ? [] : [{ field: 'point', before: before.point, after: after.point }];
}

/**
 * Fields that an incoming draft would change. What it leaves empty changes nothing: a file that does not know a phone
 * does not erase it. Lists are compared without their order.
 */
export function changedFields(before: OrganizationDraft, after: OrganizationDraft): FieldChange[] {
  const changes: FieldChange[] = comparedFields
    .filter((field) => !isEmpty(after[field]) && stable(before[field]) !== stable(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
  const [addressBefore, addressAfter] = [addressText(before.address), addressText(after.address)];
  const addressIsGiven = Object.values(addressAfter).some((value) => !isEmpty(value));
  if (addressIsGiven && stable(addressBefore) !== stable(addressAfter)) {
    changes.push({ field: 'address', before: addressBefore, after: addressAfter });
  }
  return [...changes, ...pointChange(before.address, after.address)];
}
