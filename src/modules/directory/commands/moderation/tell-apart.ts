import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepDirectory } from '../../policy.ts';
import { readOrganizations } from '../saving/stored-organization.ts';

const input = z.object({ aId: z.uuid(), bId: z.uuid() });

/** Says that two sheets that look alike are of two structures: the pair is not shown again. */
export const tellApart = command({
  name: 'directory.tell-apart',
  input,
  allow: mayKeepDirectory,
  async run(work, { aId, bId }) {
    const sheets = await readOrganizations(work.db, [aId, bId]);
    const [a, b] = [sheets.get(aId), sheets.get(bId)];
    if (!a || !b || aId === bId) return refuse('not_found');
    const [first, second] = [aId, bId].sort();
    await work.db.execute(sql`insert into distinct_organizations (a_id, b_id, said_at, said_by)
      values (${first}, ${second}, ${work.now().toString()}, ${work.actor?.personId ?? null}) on conflict do nothing`);
    work.record({
      subjectKind: 'organization',
      subjectId: aId,
      summary: `« ${a.profile.name} » et « ${b.profile.name} » sont deux structures`,
      details: { bId },
    });
    return accept({ aId, bId });
  },
});
