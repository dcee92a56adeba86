import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { displayNameOf, personName } from '../domain/person-name.ts';
import { personRenamed } from '../facts.ts';
import { mayKeepPeople, maySeePerson } from '../policy.ts';
import { persons } from '../tables.ts';
import { indexPerson } from './index-person.ts';
import { livingPerson } from './living-person.ts';

/** Corrects a name: one's own, or that of a person the staff keeps. Notes are the staff's alone. */
export const renamePerson = command({
  name: 'identity.rename-person',
  input: personName.extend({
    personId: z.uuid(),
    notes: z.string().trim().max(2000, 'C’est trop long : 2 000 caractères au plus.').optional(),
  }),
  allow: (actor) => actor !== null,
  async run(work, input) {
    if (!maySeePerson(work.actor, input.personId)) return refuse('forbidden');
    if (!(await livingPerson(work.db, input.personId))) return refuse('not_found');
    const displayName = displayNameOf(input);
    if (displayName === '')
      return refuse('name_needed', { fields: { familyName: 'Donnez au moins un prénom ou un nom.' } });
    const notes = input.notes !== undefined && mayKeepPeople(work.actor) ? { notes: input.notes } : {};
    await work.db
      .update(persons)
      .set({ givenName: input.givenName, familyName: input.familyName, displayName, ...notes })
      .where(eq(persons.id, input.personId));
    await indexPerson(work.db, input.personId);
    work.publish(personRenamed(input.personId));
    work.record({ subjectKind: 'person', subjectId: input.personId, summary: 'Fiche de la personne mise à jour' });
    return accept(null);
  },
});
