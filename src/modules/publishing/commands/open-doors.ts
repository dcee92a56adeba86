import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { defaultDoorFields, defaultDoors } from '../content/default-doors/default-doors.ts';
import { mayRunSite } from '../policy.ts';
import { hasOpenedDoors } from '../queries/has-opened-doors.ts';
import { addPublication } from './saving/add-publication.ts';

/**
 * Gives a hub the doors it starts with, by profile and by intent, for its people to rewrite. Once in its life: asked by
 * whoever opens it, and by a job for hubs older than the doors.
 */
export const openDoors = command({
  name: 'publishing.open-doors',
  input: z.object({}),
  allow: (actor) => actor === null || mayRunSite(actor),
  async run(work) {
    // Two workers may wake at the same moment.
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`doors ${work.hubId}`}, 0))`);
    if (await hasOpenedDoors(work.db)) return refuse('doors_already_open');
    for (const [rank, door] of defaultDoors.entries())
      await addPublication(work, {
        kind: 'door',
        fields: defaultDoorFields(door, rank, () => work.newId()),
        status: 'published',
        slugWish: door.tag,
      });
    work.record({
      subjectKind: 'hub',
      subjectId: work.hubId,
      summary: `${defaultDoors.length} portes ouvertes : «   vous êtes… » et «   je veux… »`,
    });
    return accept({ count: defaultDoors.length });
  },
});
