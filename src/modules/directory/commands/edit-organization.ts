import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import { changedFields } from '../profile/changed-fields.ts';
import { profileChanges, type OrganizationProfile, type ProfileField } from '../profile/organization-profile.ts';
import { placedLocations } from '../profile/placed-locations.ts';
import { fromTeam } from './saving/provenance.ts';
import { lockOrganizations } from './saving/stored-organization.ts';
import { updateOrganizations } from './saving/update-organizations.ts';

const input = z.object({
  id: z.uuid(),
  /** The version the editor started from. */
  version: z.int().positive(),
  changes: profileChanges,
});

/** What the second editor is shown: the sheet as it now is, and the fields on which the two differ. */
export interface EditedMeanwhile {
  version: number;
  theirs: OrganizationProfile;
  fields: ProfileField[];
}

/**
 * Changes some fields of a sheet. Refuses `edited_meanwhile` when someone changed it since the version given, with
 * their content in `details`: the page shows both and the editor chooses.
 */
export const editOrganization = command({
  name: 'directory.edit-organization',
  input,
  allow: mayKeepDirectory,
  async run(work, { id, version, changes: given }) {
    const changes = given.locations ? { ...given, locations: placedLocations(given.locations) } : given;
    const stored = (await lockOrganizations(work.db, [id])).get(id);
    if (!stored || stored.trashedAt !== null) return refuse('not_found');
    const fields = changedFields(stored.profile, changes);
    if (stored.version !== version && fields.length > 0) {
      return refuse('edited_meanwhile', {
        details: { version: stored.version, theirs: stored.profile, fields } satisfies EditedMeanwhile,
      });
    }
    const [written = stored] = await updateOrganizations(work, [{ stored, changes }], {
      act: 'edited',
      from: fromTeam(work),
    });
    work.record({
      subjectKind: 'organization',
      subjectId: id,
      summary: `Fiche « ${written.profile.name} » modifiée`,
      details: { fields },
    });
    return accept({ id, slug: written.slug, version: written.version });
  },
});
