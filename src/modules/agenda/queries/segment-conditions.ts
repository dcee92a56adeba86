import { sql } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind } from '#modules/identity/index.ts';

/** What the agenda says of people. */
export const agendaConditions: readonly SegmentCondition[] = [
  {
    key: 'agenda.proposed',
    group: 'Événements',
    label: 'a déjà proposé un événement',
    contrary: 'n’a jamais proposé d’événement',
    people: () => peopleBehind(sql`select s.person_id, s.email, s.name from agenda_senders s`),
  },
];
