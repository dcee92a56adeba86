import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { emailAddress } from '../domain/email-address.ts';
import { maySeePerson } from '../policy.ts';
import { accounts, contactPoints } from '../tables.ts';
import { livingPerson } from './living-person.ts';
import { insertContactPoint, preferFirst } from './register-person.ts';

const words = { email: 'adresse e-mail', phone: 'téléphone', postal: 'adresse postale' } as const;
const kind = z.enum(['email', 'phone', 'postal']);

/** Adds a way to reach a person. */
export const addContactPoint = command({
  name: 'identity.add-contact-point',
  input: z.object({ personId: z.uuid(), kind, value: z.string().trim().min(1, 'Ce champ est à remplir.').max(500) }),
  allow: (actor) => actor !== null,
  async run(work, input) {
    if (!maySeePerson(work.actor, input.personId)) return refuse('forbidden');
    if (!(await livingPerson(work.db, input.personId))) return refuse('not_found');
    const email = input.kind === 'email' ? emailAddress.safeParse(input.value) : null;
    if (email && !email.success)
      return refuse('invalid', { fields: { value: 'Écrivez l’adresse en entier, comme « prenom@exemple.fr ».' } });
    await insertContactPoint(work, input.personId, input.kind, email?.data ?? input.value);
    work.record({
      subjectKind: 'person',
      subjectId: input.personId,
      summary: `Coordonnée ajoutée : ${words[input.kind]}`,
    });
    return accept(null);
  },
});

/** Removes a way to reach a person, but not the address her account signs in with. */
export const removeContactPoint = command({
  name: 'identity.remove-contact-point',
  input: z.object({ contactPointId: z.uuid() }),
  allow: (actor) => actor !== null,
  async run(work, input) {
    const [point] = await work.db
      .select()
      .from(contactPoints)
      .where(eq(contactPoints.id, input.contactPointId))
      .for('update');
    if (!point || !maySeePerson(work.actor, point.personId)) return refuse('not_found');
    const [account] = await work.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.personId, point.personId), eq(accounts.email, point.normalised)));
    if (account && point.kind === 'email') return refuse('signs_in');
    await work.db.delete(contactPoints).where(eq(contactPoints.id, point.id));
    await preferFirst(work, point.personId, point.kind);
    work.record({
      subjectKind: 'person',
      subjectId: point.personId,
      summary: `Coordonnée retirée : ${words[point.kind]}`,
    });
    return accept(null);
  },
});

/** Chooses who sees a contact point. */
export const showContactPoint = command({
  name: 'identity.show-contact-point',
  input: z.object({ contactPointId: z.uuid(), visibility: z.enum(['public', 'members', 'staff']) }),
  allow: (actor) => actor !== null,
  async run(work, input) {
    const [point] = await work.db
      .select()
      .from(contactPoints)
      .where(eq(contactPoints.id, input.contactPointId))
      .for('update');
    if (!point || !maySeePerson(work.actor, point.personId)) return refuse('not_found');
    await work.db.update(contactPoints).set({ visibility: input.visibility }).where(eq(contactPoints.id, point.id));
    work.record({
      subjectKind: 'person',
      subjectId: point.personId,
      summary: `Visibilité changée : ${words[point.kind]}`,
    });
    return accept(null);
  },
});
