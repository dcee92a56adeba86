import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { organizationChanged, organizationsMerged } from '../facts.ts';
import { mayKeepDirectory } from '../policy.ts';
import { mergedProfile } from '../profile/merged-profile.ts';
import { profileFieldNames, type ProfileField } from '../profile/organization-profile.ts';
import { indexOrganizations } from './saving/index-organizations.ts';
import { fromTeam } from './saving/provenance.ts';
import { lockOrganizations, type StoredOrganization } from './saving/stored-organization.ts';
import { updateOrganizations } from './saving/update-organizations.ts';

const input = z.object({
  /** The sheet that stays, with its address. */
  keptId: z.uuid(),
  /** The sheet that leads to it from now on. */
  mergedId: z.uuid(),
  /** Fields taken from the merged sheet; the others stay as they are. Lists left out are joined. */
  taken: z.array(z.enum(profileFieldNames as [ProfileField, ...ProfileField[]])).default([]),
});

/**
 * Makes one sheet of two: fields chosen one by one, lists and contact persons joined, sources and photos moved, the
 * other address redirected. What the merged sheet held stays readable in the history.
 */
export const mergeOrganizations = command({
  name: 'directory.merge-organizations',
  input,
  allow: mayKeepDirectory,
  async run(work, { keptId, mergedId, taken }) {
    if (keptId === mergedId) return refuse('same_sheet');
    const sheets = await lockOrganizations(work.db, [keptId, mergedId]);
    const [kept, merged] = [sheets.get(keptId), sheets.get(mergedId)];
    if (!kept || !merged || kept.trashedAt !== null || merged.trashedAt !== null) return refuse('not_found');
    await setAside(work, kept, merged);
    await moveBelongings(work, keptId, mergedId);
    const changes = mergedProfile(kept.profile, merged.profile, new Set(taken));
    const [written = kept] = await updateOrganizations(work, [{ stored: kept, changes }], {
      act: 'merged',
      from: fromTeam(work),
    });
    work.publish(organizationChanged(keptId, mergedId));
    work.publish(organizationsMerged(keptId, mergedId));
    work.record({
      subjectKind: 'organization',
      subjectId: keptId,
      summary: `Fiche « ${merged.profile.name} » fusionnée dans « ${written.profile.name} »`,
      details: { mergedId, taken },
    });
    return accept({ id: keptId, slug: written.slug });
  },
});

async function setAside(work: CommandContext, kept: StoredOrganization, merged: StoredOrganization): Promise<void> {
  const now = work.now().toString();
  await work.db.execute(sql`insert into merged_organizations (id, kept_id, merged_at, merged_by, name, snapshot)
    values (${merged.id}, ${kept.id}, ${now}, ${work.actor?.personId ?? null}, ${merged.profile.name}, ${JSON.stringify(merged.profile)}::jsonb)`);
  await work.db.execute(sql`update merged_organizations set kept_id = ${kept.id} where kept_id = ${merged.id}`);
  await work.db.execute(sql`update organizations set trashed_at = ${now}, updated_at = ${now} where id = ${merged.id}`);
  await indexOrganizations(work, [{ ...merged, trashedAt: now }]);
}

async function moveBelongings(work: CommandContext, keptId: string, mergedId: string): Promise<void> {
  await work.db.execute(
    sql`update organization_slugs set organization_id = ${keptId} where organization_id = ${mergedId}`,
  );
  await work.db.execute(
    sql`update organization_sources set organization_id = ${keptId} where organization_id = ${mergedId}`,
  );
  await work.db.execute(sql`update organization_photos set organization_id = ${keptId}, position = position +
      (select coalesce(max(position) + 1, 0) from organization_photos where organization_id = ${keptId})
    where organization_id = ${mergedId}`);
}
