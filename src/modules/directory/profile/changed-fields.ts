import { isDeepStrictEqual } from 'node:util';
import {
  profileFieldNames,
  type OrganizationProfile,
  type ProfileChanges,
  type ProfileField,
} from './organization-profile.ts';

/** The fields whose content is not the same. A field that `after` leaves out has not changed. */
export function changedFields(before: OrganizationProfile, after: ProfileChanges): ProfileField[] {
  return profileFieldNames.filter(
    (field) => after[field] !== undefined && !isDeepStrictEqual(before[field], after[field]),
  );
}
