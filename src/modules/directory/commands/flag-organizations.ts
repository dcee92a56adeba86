import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import type { ProfileChanges } from '../profile/organization-profile.ts';
import { chosenSheets } from './saving/chosen-sheets.ts';
import { fromTeam } from './saving/provenance.ts';
import { lockOrganizations } from './saving/stored-organization.ts';
import { updateOrganizations } from './saving/update-organizations.ts';

const input = chosenSheets.extend({
  /** A theme to add to those each sheet has. */
  addTheme: z.uuid().optional(),
  isMember: z.boolean().optional(),
  isInspiring: z.boolean().optional(),
});

/** Gives several sheets a theme or a mark at once. */
export const flagOrganizations = command({
  name: 'directory.flag-organizations',
  input,
  allow: mayKeepDirectory,
  async run(work, { ids, addTheme, isMember, isInspiring }) {
    const sheets = [...(await lockOrganizations(work.db, ids)).values()].filter((sheet) => sheet.trashedAt === null);
    const changed = await updateOrganizations(
      work,
      sheets.map((stored) => {
        const changes: ProfileChanges = { isMember, isInspiring };
        if (addTheme && !stored.profile.themes.includes(addTheme))
          changes.themes = [...stored.profile.themes, addTheme];
        return { stored, changes };
      }),
      { act: 'edited', from: fromTeam(work) },
    );
    for (const { id, profile } of changed) {
      work.record({
        subjectKind: 'organization',
        subjectId: id,
        summary: `Fiche « ${profile.name} » modifiée avec d’autres`,
      });
    }
    if (changed.length === 0)
      work.record({ subjectKind: 'directory', subjectId: null, summary: 'Aucune fiche à modifier' });
    return accept({ count: changed.length });
  },
});
