import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { normaliseContact, type ContactKind } from '../domain/contact-point.ts';
import { emailAddress } from '../domain/email-address.ts';
import { displayNameOf, personName } from '../domain/person-name.ts';
import { personRegistered } from '../facts.ts';
import { mayKeepPeople } from '../policy.ts';
import { contactPoints, persons } from '../tables.ts';
import { indexPerson } from './index-person.ts';

const orNothing = (text: unknown) => (typeof text === 'string' && text.trim() === '' ? undefined : text);

/** Adds a person the hub knows, with or without an address. */
export const registerPerson = command({
  name: 'identity.register-person',
  input: personName.extend({
    email: z.preprocess(orNothing, emailAddress.optional()),
    phone: z.preprocess(
      orNothing,
      z
        .string()
        .trim()
        .max(40)
        .regex(/^[+\d\s().-]{6,}$/, 'Écrivez un numéro de téléphone.')
        .optional(),
    ),
    notes: z.string().trim().max(2000, 'C’est trop long : 2 000 caractères au plus.').default(''),
  }),
  allow: mayKeepPeople,
  async run(work, input) {
    const displayName = displayNameOf(input);
    if (displayName === '')
      return refuse('name_needed', { fields: { familyName: 'Donnez au moins un prénom ou un nom.' } });
    const personId = await insertPerson(work, { ...input, displayName });
    if (input.email) await insertContactPoint(work, personId, 'email', input.email);
    if (input.phone) await insertContactPoint(work, personId, 'phone', input.phone);
    work.publish(personRegistered(personId));
    work.record({ subjectKind: 'person', subjectId: personId, summary: `${displayName} ajouté·e aux personnes` });
    return accept({ personId });
  },
});

/** Writes a person; for commands of this module. */
export async function insertPerson(
  work: CommandContext,
  person: { givenName: string; familyName: string; displayName: string; notes?: string },
): Promise<string> {
  const personId = work.newId();
  await work.db.insert(persons).values({
    id: personId,
    givenName: person.givenName,
    familyName: person.familyName,
    displayName: person.displayName,
    notes: person.notes ?? '',
    createdBy: work.actor?.personId ?? null,
    createdAt: work.now(),
  });
  await indexPerson(work.db, personId);
  return personId;
}

/** Writes a way to reach a person; the first of its kind is the preferred one. */
export async function insertContactPoint(
  work: CommandContext,
  personId: string,
  kind: ContactKind,
  value: string,
  verified = false,
): Promise<void> {
  const id = work.newId();
  const { rowCount } = await work.db
    .insert(contactPoints)
    .values({
      id,
      personId,
      kind,
      value,
      normalised: normaliseContact(kind, value),
      verifiedAt: verified ? work.now() : null,
      createdAt: work.now(),
    })
    .onConflictDoUpdate({
      target: [contactPoints.hubId, contactPoints.personId, contactPoints.kind, contactPoints.normalised],
      set: { retiredAt: null },
      setWhere: isNotNull(contactPoints.retiredAt),
    });
  if (rowCount === 1) await preferFirst(work, personId, kind);
}

/** Makes sure that one contact point of a kind is preferred, when there is any. */
export async function preferFirst(work: CommandContext, personId: string, kind: ContactKind): Promise<void> {
  const ofKind = and(
    eq(contactPoints.personId, personId),
    eq(contactPoints.kind, kind),
    isNull(contactPoints.retiredAt),
  );
  const points = await work.db
    .select({ id: contactPoints.id, preferred: contactPoints.preferred })
    .from(contactPoints)
    .where(ofKind)
    .orderBy(contactPoints.createdAt, contactPoints.id);
  const [first] = points;
  if (!first || points.some((point) => point.preferred)) return;
  await work.db.update(contactPoints).set({ preferred: true }).where(eq(contactPoints.id, first.id));
}
