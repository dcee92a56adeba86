import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { reachChannels, reachWords } from '../domain/reach.ts';
import { relationChanged } from '../facts.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { reachPreferences } from '../tables.ts';

/** Keeps how someone wishes to be reached; without a channel, the first way the hub has. */
export const chooseReach = command({
  name: 'people.choose-reach',
  input: z.object({
    personId: z.uuid(),
    channel: z.preprocess((text) => (text === '' ? null : text), z.enum(reachChannels).nullable()),
    note: z.string().trim().max(200, 'C’est trop long : 200 caractères au plus.').default(''),
  }),
  allow: mayKeepRelations,
  async run(work, { personId, channel, note }) {
    const name = (await livingPeople(work.db, [personId])).get(personId);
    if (name === undefined) return refuse('not_found');
    if (channel === null) await work.db.delete(reachPreferences).where(eq(reachPreferences.personId, personId));
    else
      await work.db
        .insert(reachPreferences)
        .values({ personId, channel, note, updatedAt: work.now() })
        .onConflictDoUpdate({
          target: [reachPreferences.hubId, reachPreferences.personId],
          set: { channel, note, updatedAt: work.now() },
        });
    work.publish(relationChanged({ personIds: [personId] }));
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: channel === null ? `${name} : joindre comme on peut` : `${name} : ${reachWords[channel].toLowerCase()}`,
    });
    return accept(null);
  },
});
