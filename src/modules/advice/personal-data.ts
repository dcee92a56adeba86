import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { ownRows, personCards } from '#modules/identity/index.ts';
import type { PersonalData, PersonalDataSection } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import { sharedKinds } from './domain/message-kinds.ts';
import { adviceContacts, adviceMessages, adviceRequests, appointmentSlots } from './tables.ts';

/** The requests a person made, signed in or not. */
const ownRequests = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${adviceRequests.personId}`,
    email: sql`${adviceRequests.email}`,
    name: sql`${adviceRequests.name}`,
  });

async function exportRequests(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const requests = await ctx.db
    .select()
    .from(adviceRequests)
    .where(ownRequests(personId))
    .orderBy(asc(adviceRequests.receivedAt));
  if (requests.length === 0) return [];
  const messages = await ctx.db
    .select()
    .from(adviceMessages)
    .where(
      and(
        inArray(
          adviceMessages.requestId,
          requests.map((request) => request.id),
        ),
        inArray(adviceMessages.kind, [...sharedKinds]),
      ),
    )
    .orderBy(asc(adviceMessages.at));
  const entries = requests.flatMap((request) => [
    {
      label: 'Demande envoyée au pôle',
      value: [request.question, request.selfCheck].filter(Boolean).join('\n'),
      since: request.receivedAt,
      source: request.channel === 'form' ? 'formulaire de contact' : 'saisie par l’équipe',
    },
    {
      label: 'Nom et moyen de vous joindre laissés',
      value: [request.name, request.email, request.phone, request.callWhen].filter(Boolean).join(', '),
      since: request.receivedAt,
    },
    ...messages
      .filter((message) => message.requestId === request.id)
      .map((message) => ({
        label: message.kind === 'answer' ? 'Réponse du pôle' : 'Message ajouté à la demande',
        value: message.text,
        since: message.at,
      })),
  ]);
  return [{ title: 'Demandes de conseil', entries }];
}

async function exportContact(ctx: Context, personId: string): Promise<PersonalDataSection[]> {
  const shown = await ctx.db.select().from(adviceContacts).where(eq(adviceContacts.personId, personId));
  if (shown.length === 0) return [];
  const entries = shown.map(({ name, role, phone }) => ({
    label: 'Présenté·e sur le site comme personne à contacter',
    value: [name, role, phone].filter(Boolean).join(', '),
  }));
  return [{ title: 'Demandes de conseil : qui répond', entries }];
}

/** What is held of those who ask, and of those who answer. */
export const advicePersonalData: PersonalData = {
  export: async (ctx, personId) => [...(await exportRequests(ctx, personId)), ...(await exportContact(ctx, personId))],
  async erase(tx, personId) {
    await tx.delete(adviceRequests).where(ownRequests(personId));
    await tx.delete(adviceContacts).where(eq(adviceContacts.personId, personId));
    await tx.update(adviceMessages).set({ authorName: '' }).where(eq(adviceMessages.authorId, personId));
    await tx.update(adviceRequests).set({ typedBy: '' }).where(eq(adviceRequests.typedById, personId));
    const name = (await personCards(tx, [personId])).get(personId)?.name;
    if (name) await tx.update(appointmentSlots).set({ hostName: '' }).where(eq(appointmentSlots.hostName, name));
    return [];
  },
};
