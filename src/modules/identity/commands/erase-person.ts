import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { personErased } from '../facts.ts';
import { identityPersonalData } from '../personal-data.ts';
import { mayKeepPeople } from '../policy.ts';
import type { PersonalDataSource } from '../queries/held-data.ts';
import { isLastEmployee } from './keep-roles.ts';
import { livingPerson } from './living-person.ts';

/**
 * Erases a person from all modules (RGPD, article 17). Answers in French what must be kept, and why. `holders` gives
 * what each module holds; this module comes last, for the others need to know who she was.
 */
export const erasePerson = (holders: PersonalDataSource) =>
  command({
    name: 'identity.erase-person',
    input: z.object({ personId: z.uuid() }),
    allow: mayKeepPeople,
    async run(work, input) {
      const person = await livingPerson(work.db, input.personId);
      if (!person) return refuse('not_found');
      if (person.id === work.actor?.personId) return refuse('oneself');
      if (await isLastEmployee(work, person.id)) return refuse('last_employee');
      const kept = await eraseEverywhere(work, holders, person.id);
      work.record({ subjectKind: 'person', subjectId: person.id, summary: 'Personne effacée', details: { kept } });
      return accept({ kept });
    },
  });

/** Erases a living person from all modules, this one last; for commands that decided it. Answers what must be kept. */
export async function eraseEverywhere(
  work: CommandContext,
  holders: PersonalDataSource,
  personId: string,
): Promise<string[]> {
  const kept: string[] = [];
  const others = holders().filter((holder) => holder !== identityPersonalData);
  for (const holder of [...others, identityPersonalData]) kept.push(...(await holder.erase(work.db, personId)));
  work.publish(personErased(personId));
  return kept;
}
