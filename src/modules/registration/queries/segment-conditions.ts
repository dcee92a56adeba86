import { sql, type SQL } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind, peopleBehindEach } from '#modules/identity/index.ts';

const registered = (where: SQL) =>
  sql`select r.person_id, r.email, r.name from registrations r where r.forgotten_at is null and ${where}`;
const rows = (where: SQL) => peopleBehind(registered(where));

const group = 'Événements';

/** What registrations say of people. */
export const registrationConditions: readonly SegmentCondition[] = [
  {
    key: 'registration.registered',
    group,
    label: 's’est déjà inscrite à un événement',
    contrary: 'ne s’est jamais inscrite à un événement',
    people: () => rows(sql`r.state in ('confirmed', 'waiting', 'offered')`),
  },
  {
    key: 'registration.came',
    group,
    label: 'est déjà venue à un événement',
    contrary: 'n’est jamais venue à un événement',
    people: () => rows(sql`r.attendance = 'present'`),
  },
  {
    key: 'registration.came-times',
    group,
    label: 'est venue à un nombre d’événements d’au moins',
    contrary: 'est venue à un nombre d’événements inférieur à',
    value: { kind: 'number', label: 'Nombre' },
    people: (value) => sql`select c.person_id from (${peopleBehindEach(registered(sql`r.attendance = 'present'`))}) c
      group by c.person_id having sum(c.times) >= ${Number(value)}`,
  },
  {
    key: 'registration.came-since',
    group,
    label: 'est venue à un événement depuis le',
    contrary: 'n’est venue à aucun événement depuis le',
    value: { kind: 'day', label: 'Date' },
    people: (value, { zone }) =>
      rows(sql`r.attendance = 'present' and r.attendance_at >= (${value}::date)::timestamp at time zone ${zone}`),
  },
  {
    key: 'registration.event',
    group,
    label: 's’est inscrite à',
    contrary: 'ne s’est pas inscrite à',
    value: {
      kind: 'choice',
      label: 'Événement',
      choices: async ({ db }) =>
        (
          await db.execute<{ value: string; label: string }>(sql`
            select e.id::text as value, '« ' || e.title || ' »' as label from agenda_events e
            where e.trashed_at is null and exists (select from registration_offers f where f.hub_id = e.hub_id and f.event_id = e.id)
            order by e.starts_local desc, e.id limit 300`)
        ).rows,
    },
    people: (value) =>
      rows(sql`r.state in ('confirmed', 'waiting', 'offered')
      and r.pool_id in (select p.id from registration_pools p where p.hub_id = r.hub_id and p.event_id = ${value}::uuid)`),
  },
];
