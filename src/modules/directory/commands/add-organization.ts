import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../policy.ts';
import { completeProfile, newProfile } from '../profile/organization-profile.ts';
import { placedLocations } from '../profile/placed-locations.ts';
import { likelySame, type LikelySame } from '../queries/likely-same.ts';
import { insertOrganizations } from './saving/insert-organizations.ts';
import { fromTeam } from './saving/provenance.ts';

const input = z.object({
  profile: newProfile,
  status: z.enum(['draft', 'published']).default('published'),
  /** True once the person has seen the sheets that look alike and says that this is another structure. */
  isAnother: z.boolean().default(false),
});

/**
 * Adds a sheet. Refuses `looks_alike`, with the sheets in `details`, when one known already may be the same and
 * nobody said otherwise.
 */
export const addOrganization = command({
  name: 'directory.add-organization',
  input,
  allow: mayKeepDirectory,
  async run(work, { profile: known, status, isAnother }) {
    const profile = completeProfile({ ...known, locations: placedLocations(known.locations ?? []) });
    await oneAtATime(work, profile.name);
    if (!isAnother) {
      const alike = await likelySame(work.db, profile);
      if (alike.length > 0) return refuse('looks_alike', { details: alike satisfies LikelySame[] });
    }
    const id = work.newId();
    const slugs = await insertOrganizations(work, [{ id, profile, status }], { act: 'added', from: fromTeam(work) });
    work.record({ subjectKind: 'organization', subjectId: id, summary: `Structure « ${profile.name} » ajoutée` });
    return accept({ id, slug: slugs.get(id) ?? id });
  },
});

/** Two people who add the same structure at the same moment: the second sees the first one's sheet. */
async function oneAtATime(work: CommandContext, name: string): Promise<void> {
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${work.hubId} ${foldForSearch(name)}`}, 0))`,
  );
}
