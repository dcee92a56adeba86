import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { mayKeepRelations } from '../policy.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { peopleToldApart } from '../tables.ts';

/** Says that two people who look alike are two: they are not proposed again. */
export const tellPeopleApart = command({
  name: 'people.tell-apart',
  input: z.object({ personId: z.uuid(), otherId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { personId, otherId }) {
    const [first = '', second = ''] = [personId, otherId].sort();
    const names = await livingPeople(work.db, [first, second]);
    if (names.size !== 2) return refuse('not_found');
    await work.db
      .insert(peopleToldApart)
      .values({ personId: first, otherId: second, toldBy: work.actor?.personId ?? null, toldAt: work.now() })
      .onConflictDoNothing();
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `${names.get(first) ?? ''} et ${names.get(second) ?? ''} sont deux personnes`,
    });
    return accept(null);
  },
});
