import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { linkContactPerson } from '#modules/directory/index.ts';
import { insertContactPoint, insertPerson } from '#modules/identity/index.ts';
import { roleFromWords } from '../domain/role-from-words.ts';
import { namesOf } from '../domain/names-of.ts';
import { mayKeepRelations } from '../policy.ts';
import { directoryContact, type DirectoryContact } from '../queries/contact-persons.ts';
import { livingPeople } from '../queries/known-subjects.ts';
import { personTyped } from '../queries/named-subjects.ts';
import { noteOrganizationRole } from './keep-organization-roles.ts';

/**
 * Ties someone whom the directory names to a person of the hub, and notes her role: the person of that mail, else of
 * that name, else a new one. What the directory shows does not change.
 */
export const adoptContact = command({
  name: 'people.adopt-contact',
  input: z.object({ contactId: z.uuid() }),
  allow: mayKeepRelations,
  async run(work, { contactId }) {
    const contact = await directoryContact(work.db, contactId);
    if (!contact) return refuse('not_found');
    const personId = await personOf(work, contact);
    if (personId === null) return refuse('several');
    await linkContactPerson(work, contactId, personId);
    await noteOrganizationRole(work, {
      personId,
      organizationId: contact.organizationId,
      kind: roleFromWords(contact.role),
      function: contact.role.slice(0, 120),
    });
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: `${contact.name}, nommé·e dans l’annuaire, rattaché·e à sa structure`,
    });
    return accept({ personId });
  },
});

/** Null when two people could be meant. */
async function personOf(work: CommandContext, contact: DirectoryContact): Promise<string | null> {
  if (contact.personId && (await livingPeople(work.db, [contact.personId])).size > 0) return contact.personId;
  const byMail = contact.email ? await personTyped(work.db, `${contact.name} (${contact.email})`) : 'none';
  if (typeof byMail === 'object') return byMail.id;
  const byName = byMail === 'none' ? await personTyped(work.db, contact.name) : byMail;
  if (typeof byName === 'object') return byName.id;
  if (byName === 'several') return null;
  const personId = await insertPerson(work, { ...namesOf(contact.name), displayName: contact.name.slice(0, 200) });
  if (contact.email) await insertContactPoint(work, personId, 'email', contact.email);
  if (contact.phone) await insertContactPoint(work, personId, 'phone', contact.phone);
  return personId;
}
