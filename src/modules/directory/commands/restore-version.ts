import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import { completeProfile, type OrganizationProfile } from '../profile/organization-profile.ts';
import { fromTeam } from './saving/provenance.ts';
import { lockOrganizations } from './saving/stored-organization.ts';
import { updateOrganizations } from './saving/update-organizations.ts';

const input = z.object({ id: z.uuid(), version: z.int().positive() });

/** Brings a sheet back to what an earlier version held; that too is a new version. */
export const restoreVersion = command({
  name: 'directory.restore-version',
  input,
  allow: mayKeepDirectory,
  async run(work, { id, version }) {
    const stored = (await lockOrganizations(work.db, [id])).get(id);
    const { rows } = await work.db.execute<{ snapshot: OrganizationProfile }>(
      sql`select snapshot from organization_versions where organization_id = ${id} and version = ${version}`,
    );
    if (!stored || stored.trashedAt !== null || !rows[0]) return refuse('not_found');
    // A snapshot taken before a field existed leaves that field empty, as it then was.
    const changes = completeProfile(rows[0].snapshot);
    const [written = stored] = await updateOrganizations(work, [{ stored, changes }], {
      act: 'restored',
      from: fromTeam(work),
    });
    work.record({
      subjectKind: 'organization',
      subjectId: id,
      summary: `Fiche « ${written.profile.name} » ramenée à sa version ${version}`,
    });
    return accept({ id, slug: written.slug, version: written.version });
  },
});
