import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { campaignsChanged } from '../facts.ts';
import { mayKeepMemberships } from '../policy.ts';
import { votingColleges } from '../tables.ts';

/** Writes a college; `archive` puts it aside: those who are in it stay. */
export const saveCollege = command({
  name: 'membership.save-college',
  input: z.object({
    id: z.uuid().nullable().default(null),
    version: z.int().default(0),
    name: z.string().trim().min(1, 'Nommez ce collège.').max(80, 'Ce nom tient en 80 caractères.'),
    description: z.string().trim().max(400, 'C’est trop long : 400 caractères au plus.').default(''),
    archive: z.boolean().default(false),
  }),
  allow: mayKeepMemberships,
  async run(work, { id, version, name, description, archive }) {
    const now = work.now();
    const [same] = await work.db
      .select({ id: votingColleges.id })
      .from(votingColleges)
      .where(
        and(
          sql`essaim_fold(${votingColleges.name}) = essaim_fold(${name})`,
          sql`${votingColleges.archivedAt} is null and ${votingColleges.id} is distinct from ${id}::uuid`,
        ),
      );
    if (same && !archive) return refuse('name_taken', { fields: { name: 'Un collège porte déjà ce nom.' } });
    const collegeId = id ?? work.newId();
    if (id === null) {
      const [last] = await work.db
        .select({ position: sql<number>`coalesce(max(${votingColleges.position}) + 1, 0)::int` })
        .from(votingColleges);
      await work.db
        .insert(votingColleges)
        .values({ id: collegeId, name, description, position: last?.position ?? 0, createdAt: now, updatedAt: now });
    } else {
      const { rowCount } = await work.db
        .update(votingColleges)
        .set({ name, description, archivedAt: archive ? now : null, version: version + 1, updatedAt: now })
        .where(and(eq(votingColleges.id, id), eq(votingColleges.version, version)));
      if (rowCount === 0) return refuse('edited_meanwhile');
    }
    work.publish(campaignsChanged());
    work.record({
      subjectKind: 'voting-college',
      subjectId: collegeId,
      summary: `Collège « ${name} » ${id === null ? 'ajouté' : archive ? 'mis de côté' : 'changé'}`,
    });
    return accept({ id: collegeId });
  },
});
