import { sql, type SQL } from 'drizzle-orm';
import { peopleBehind } from '#modules/identity/index.ts';
import { mailSubjects, type SegmentCondition } from '#platform/contributions/module.ts';
import { subjectNames } from '../domain/subject-names.ts';

const group = 'Envois';
const subscribers = (where: SQL) =>
  peopleBehind(sql`select s.person_id, s.address as email, s.name from newsletter_subscribers s where ${where}`);
const isLiving = sql`s.confirmed_at is not null and s.ended_at is null`;

/** What the mailings say of people. */
export const mailingConditions: readonly SegmentCondition[] = [
  {
    key: 'mailing.subscribed',
    group,
    label: 'est abonnée à des envois',
    contrary: 'n’est abonnée à aucun envoi',
    people: () => subscribers(isLiving),
  },
  {
    key: 'mailing.subject',
    group,
    label: 'est abonnée au sujet',
    contrary: 'n’est pas abonnée au sujet',
    value: {
      kind: 'choice',
      label: 'Sujet',
      choices: async () => mailSubjects.map((subject) => ({ value: subject, label: `« ${subjectNames[subject]} »` })),
    },
    people: (value) => subscribers(sql`${isLiving} and ${value} = any (s.subjects)`),
  },
  {
    key: 'mailing.unsubscribed',
    group,
    label: 's’est désabonnée des envois',
    contrary: 'ne s’est pas désabonnée des envois',
    people: () => sql`${subscribers(sql`s.ended_at is not null`)} union all
      select c.person_id from contact_points c join mail_suppressions x on x.hub_id = c.hub_id and x.address = c.normalised
      where c.kind = 'email' and x.reason in ('unsubscribed', 'asked', 'complained')`,
  },
  {
    key: 'mailing.unreachable',
    group,
    label: 'a une adresse e-mail qui n’existe plus',
    contrary: 'n’a pas d’adresse e-mail refusée',
    people: () => sql`select c.person_id from contact_points c
      join mail_suppressions x on x.hub_id = c.hub_id and x.address = c.normalised
      where c.kind = 'email' and x.reason in ('bounced', 'paused')`,
  },
];
