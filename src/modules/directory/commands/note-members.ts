import type { CommandContext } from '#platform/context/context.ts';
import { completeProfile, type ProfileChanges } from '../profile/organization-profile.ts';
import { insertOrganizations } from './saving/insert-organizations.ts';
import type { Provenance } from './saving/provenance.ts';
import { lockOrganizations } from './saving/stored-organization.ts';
import { updateOrganizations } from './saving/update-organizations.ts';

const from: Provenance = { source: 'adhésion', confirmedBy: null };

/** Writes on sheets whether their structure is a member, in the transaction of the membership that begins or ends. */
export async function noteMembers(
  work: CommandContext,
  organizationIds: readonly string[],
  isMember: boolean,
): Promise<void> {
  const sheets = await lockOrganizations(work.db, organizationIds);
  await updateOrganizations(
    work,
    [...sheets.values()].map((stored) => ({ stored, changes: { isMember } })),
    { act: 'edited', from },
  );
}

/** Opens a sheet, as a draft that the team completes, for a structure that another module has just met. */
export async function draftOrganization(
  work: CommandContext,
  known: ProfileChanges & { name: string },
): Promise<string> {
  const id = work.newId();
  await insertOrganizations(work, [{ id, profile: completeProfile(known), status: 'draft' }], {
    act: 'added',
    from,
  });
  return id;
}
