import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import { indexPerson } from './commands/index-person.ts';
import { roleNames } from './domain/role-names.ts';
import {
  accounts,
  consents,
  contactPoints,
  erasureRequests,
  passkeys,
  personRoles,
  persons,
  sessions,
  signInLinks,
} from './tables.ts';

/** What is written in the place of an erased name. */
export const erasedName = 'Personne effacée';

/** What this module holds about a person. */
export const identityPersonalData: PersonalData = {
  async export(ctx, personId) {
    const sections = [
      await profile(ctx, personId),
      await addresses(ctx, personId),
      await account(ctx, personId),
      await held(ctx, personId),
      await agreed(ctx, personId),
    ];
    return sections.filter((section) => section.entries.length > 0);
  },
  erase,
};

async function profile(ctx: Context, personId: string): Promise<PersonalDataSection> {
  const [person] = await ctx.db.select().from(persons).where(eq(persons.id, personId));
  if (!person) return { title: 'Identité', entries: [] };
  return {
    title: 'Identité',
    entries: [
      { label: 'Prénom', value: person.givenName, since: person.createdAt },
      { label: 'Nom', value: person.familyName, since: person.createdAt },
      { label: 'Remarques de l’équipe', value: person.notes },
    ].filter((entry) => entry.value !== ''),
  };
}

const contactLabels = { email: 'E-mail', phone: 'Téléphone', postal: 'Adresse postale' };

async function addresses(ctx: Context, personId: string): Promise<PersonalDataSection> {
  const points = await ctx.db
    .select()
    .from(contactPoints)
    .where(eq(contactPoints.personId, personId))
    .orderBy(contactPoints.kind, contactPoints.createdAt);
  return {
    title: 'Coordonnées',
    entries: points.map((point) => ({ label: contactLabels[point.kind], value: point.value, since: point.createdAt })),
  };
}

async function account(ctx: Context, personId: string): Promise<PersonalDataSection> {
  const [own] = await ctx.db.select().from(accounts).where(eq(accounts.personId, personId));
  if (!own) return { title: 'Compte', entries: [] };
  const open = await ctx.db
    .select()
    .from(sessions)
    .where(eq(sessions.accountId, own.id))
    .orderBy(desc(sessions.lastSeenAt));
  const keys = await ctx.db.select().from(passkeys).where(eq(passkeys.accountId, own.id));
  return {
    title: 'Compte',
    entries: [
      { label: 'Adresse de connexion', value: own.email ?? 'aucune', since: own.createdAt },
      {
        label: 'Mot de passe',
        value: own.passwordHash ? 'enregistré sous forme illisible' : 'aucun',
        since: own.passwordChangedAt ?? undefined,
      },
      ...keys.map((key) => ({ label: 'Clé d’accès', value: key.name, since: key.createdAt })),
      ...open.map((session) => ({ label: 'Session', value: session.device, since: session.createdAt })),
    ],
  };
}

async function held(ctx: Context, personId: string): Promise<PersonalDataSection> {
  const periods = await ctx.db
    .select()
    .from(personRoles)
    .where(eq(personRoles.personId, personId))
    .orderBy(personRoles.startsAt);
  return {
    title: 'Rôles',
    entries: periods.map((period) => ({
      label: period.endsAt ? 'Rôle terminé' : 'Rôle',
      value: roleNames[period.role],
      since: period.startsAt,
    })),
  };
}

async function agreed(ctx: Context, personId: string): Promise<PersonalDataSection> {
  const given = await ctx.db.select().from(consents).where(eq(consents.personId, personId)).orderBy(consents.givenAt);
  return {
    title: 'Consentements',
    entries: given.map((consent) => ({
      label: consent.withdrawnAt ? `${consent.purpose} (retiré)` : consent.purpose,
      value: consent.wording,
      since: consent.givenAt,
      source: consent.source,
    })),
  };
}

/** Removes all that names the person. What stays is a row without name, so that registers keep their count. */
async function erase(tx: Transaction, personId: string): Promise<string[]> {
  const [person] = await tx.select().from(persons).where(eq(persons.id, personId));
  if (!person) return [];
  const emails = await tx
    .select({ value: contactPoints.normalised })
    .from(contactPoints)
    .where(and(eq(contactPoints.personId, personId), eq(contactPoints.kind, 'email')));
  const [own] = await tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.personId, personId));
  const known = new Set([...emails.map((email) => email.value), ...(own?.email ? [own.email] : [])]);
  for (const email of known) {
    await tx.delete(signInLinks).where(eq(signInLinks.email, email));
    // Of a mailbox that others have too, what is not under her name may be theirs.
    await tx.execute(sql`delete from mail_messages where lower(recipient) = ${email} and person_id is null
      and (not exists (select from contact_points other where other.kind = 'email' and other.normalised = ${email}
          and other.person_id <> ${personId}::uuid)
        or essaim_fold(recipient_name) = (select essaim_fold(display_name) from persons where id = ${personId}::uuid))`);
  }
  await tx.execute(sql`delete from mail_messages where person_id = ${personId}::uuid`);
  await tx.update(sessions).set({ actingFor: null, actingSince: null }).where(eq(sessions.actingFor, personId));
  await tx.delete(accounts).where(eq(accounts.personId, personId));
  await tx.delete(contactPoints).where(eq(contactPoints.personId, personId));
  await tx
    .update(consents)
    .set({ proof: '', withdrawnAt: sql`coalesce(${consents.withdrawnAt}, now())` })
    .where(eq(consents.personId, personId));
  await tx
    .update(personRoles)
    .set({ endsAt: sql`coalesce(${personRoles.endsAt}, greatest(now(), ${personRoles.startsAt}))` })
    .where(eq(personRoles.personId, personId));
  await tx
    .update(erasureRequests)
    .set({ handledAt: sql`now()` })
    .where(eq(erasureRequests.personId, personId));
  await tx
    .update(persons)
    .set({ givenName: '', familyName: '', displayName: erasedName, notes: '', erasedAt: sql`now()` })
    .where(or(eq(persons.id, personId), eq(persons.mergedInto, personId)));
  await indexPerson(tx, personId);
  await eraseFromTrail(tx, personId, person.displayName);
  return [
    'Le journal garde la date de chaque acte, et les consentements leurs dates, sans votre nom : ils prouvent que nous avons respecté vos choix.',
  ];
}

/** The trail keeps its lines and loses the name, also under spellings it had before. */
async function eraseFromTrail(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.execute(sql`update audit_entries set actor_name = ${erasedName} where actor_id = ${personId}::uuid`);
  await tx.execute(sql`update audit_entries set summary = 'Acte sur une personne effacée', details = null
    where subject_kind = 'person' and subject_id in (select id from persons where id = ${personId}::uuid or merged_into = ${personId}::uuid)`);
  await tx.execute(sql`update audit_entries set summary = replace(summary, ${name}, ${erasedName}), details = null
    where position(${name} in summary) > 0 or position(${name} in details::text) > 0`);
}
