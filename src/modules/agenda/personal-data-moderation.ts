import { eq, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalDataSection } from '#platform/contributions/module.ts';
import type { Context } from '#platform/context/context.ts';
import type { Transaction } from '#platform/db/database.ts';
import { agendaEvents, agendaOutcomes, agendaPollAnswers, agendaPolls, agendaSenders } from './tables.ts';

const ownIn = (table: typeof agendaSenders | typeof agendaPollAnswers, personId: string): SQL =>
  ownRows(personId, { personId: sql`${table.personId}`, email: sql`${table.email}`, name: sql`${table.name}` });

/** Events where she is whom to ask, whoever typed them. */
const contactIsHers = (personId: string): SQL =>
  ownRows(personId, { email: sql`${agendaEvents.contactEmail}`, name: sql`${agendaEvents.contactName}` });

/** What a person sent to the agenda without an account, answered to polls, and told of past dates. */
export async function moderationEntries(
  { db }: Pick<Context, 'db'>,
  personId: string,
): Promise<PersonalDataSection['entries']> {
  const sent = await db
    .select({
      name: agendaSenders.name,
      email: agendaSenders.email,
      phone: agendaSenders.phone,
      reason: agendaSenders.reason,
      at: agendaSenders.sentAt,
      title: agendaEvents.title,
    })
    .from(agendaSenders)
    .innerJoin(agendaEvents, eq(agendaEvents.id, agendaSenders.eventId))
    .where(ownIn(agendaSenders, personId))
    .orderBy(agendaSenders.sentAt);
  const answered = await db
    .select({
      name: agendaPollAnswers.name,
      email: agendaPollAnswers.email,
      organization: agendaPollAnswers.organizationName,
      comment: agendaPollAnswers.comment,
      hosts: agendaPollAnswers.hostWords,
      at: agendaPollAnswers.createdAt,
      title: agendaPolls.title,
      choices: sql<string>`(select coalesce(string_agg(to_char(s.starts_local, 'DD/MM/YYYY HH24:MI') || ' : ' ||
        case c.choice when 'yes' then 'oui' when 'maybe' then 'si besoin' else 'non' end, ', ' order by s.starts_local), '')
        from agenda_poll_choices c join agenda_poll_slots s on s.hub_id = c.hub_id and s.id = c.slot_id
        where c.answer_id = agenda_poll_answers.id)`,
    })
    .from(agendaPollAnswers)
    .innerJoin(agendaPolls, eq(agendaPolls.id, agendaPollAnswers.pollId))
    .where(ownIn(agendaPollAnswers, personId))
    .orderBy(agendaPollAnswers.createdAt);
  const opened = await db.select().from(agendaPolls).where(eq(agendaPolls.personId, personId));
  const told = await db
    .select({ title: agendaEvents.title, words: agendaOutcomes.words, at: agendaOutcomes.createdAt })
    .from(agendaOutcomes)
    .innerJoin(agendaEvents, eq(agendaEvents.id, agendaOutcomes.eventId))
    .where(eq(agendaOutcomes.personId, personId));
  const line = (...parts: string[]): string => parts.filter(Boolean).join(', ');
  return [
    ...sent.map(({ title, name, email, phone, reason, at }) => ({
      label: `Rendez-vous proposé : « ${title} »`,
      value: line(name, email, phone, reason),
      since: at,
      source: 'formulaire de proposition',
    })),
    ...answered.map(({ title, name, email, organization, comment, hosts, choices, at }) => ({
      label: `Réponse au sondage « ${title} »`,
      value: line(name, organization, email, choices, hosts, comment),
      since: at,
    })),
    ...opened.map(({ title, createdAt }) => ({ label: 'Sondage ouvert', value: title, since: createdAt })),
    ...told.map(({ title, words, at }) => ({ label: `Raconté de « ${title} »`, value: words, since: at })),
  ];
}

/** Forgets who proposed, answered and told; what she answered goes with her name. */
export async function forgetInModeration(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(agendaSenders).where(ownIn(agendaSenders, personId));
  await tx.delete(agendaPollAnswers).where(ownIn(agendaPollAnswers, personId));
  await tx.update(agendaPolls).set({ personId: null }).where(eq(agendaPolls.personId, personId));
  await tx.update(agendaOutcomes).set({ personId: null }).where(eq(agendaOutcomes.personId, personId));
  await tx
    .update(agendaEvents)
    .set({ contactName: '', contactPhone: '', contactEmail: '' })
    .where(contactIsHers(personId));
}

/** What a person did follows her when two records of her become one. */
export async function moveModerationTo(tx: Transaction, keptId: string, mergedId: string): Promise<void> {
  for (const table of [agendaSenders, agendaPollAnswers, agendaPolls, agendaOutcomes])
    await tx.update(table).set({ personId: keptId }).where(eq(table.personId, mergedId));
}
