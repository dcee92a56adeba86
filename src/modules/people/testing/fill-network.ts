import type pg from 'pg';

/** What a network of this size holds, told by SQL alone; $1 is the hub, $2 the number of people. */
const statements: readonly string[] = [
  `create temp table net_people on commit drop as select gen_random_uuid() as id, i from generate_series(1, $2::int) i where $1::uuid is not null`,
  `insert into persons (hub_id, id, given_name, family_name, display_name, created_at, erased_at)
    select $1, id, 'Prénom' || i % 97, 'Nom' || i, 'Prénom' || i % 97 || ' Nom' || i, now() - make_interval(days => i % 900),
      case when i % 61 = 0 then now() end from net_people where $2::int > 0`,
  // One in fifty shares the mailbox of the one before.
  `insert into contact_points (hub_id, id, person_id, kind, value, normalised, preferred, created_at)
    select $1, gen_random_uuid(), id, 'email', m, m, true, now() from (select id, i, 'p' || case when i % 50 = 7 then i - 1 else i end || '@reseau.example' as m from net_people) p
    where i % 10 <> 0 and $2::int > 0`,
  `insert into contact_points (hub_id, id, person_id, kind, value, normalised, preferred, created_at)
    select $1, gen_random_uuid(), id, 'phone', '02 61 91 ' || i, '+332' || lpad(i::text, 8, '0'), true, now() from net_people where i % 4 = 0 and $2::int > 0`,
  `insert into contact_points (hub_id, id, person_id, kind, value, normalised, preferred, created_at)
    select $1, gen_random_uuid(), id, 'postal', a, lower(a), true, now()
    from (select id, i, i || ' rue des Saules, ' || (35100 + i % 40 * 10) || ' Ville-sur-Semnon ' || chr(65 + i % 20) || '' as a from net_people) p where i % 3 <> 0 and $2::int > 0`,
  `insert into accounts (hub_id, id, person_id, email, created_at) select $1, gen_random_uuid(), id, null, now() from net_people where i % 7 = 0 and $2::int > 0`,
  `insert into person_roles (hub_id, id, person_id, role, starts_at, ends_at)
    select $1, gen_random_uuid(), id, case when i % 40 = 0 then 'contributor' else 'member' end, now() - interval '400 days', case when i % 12 = 0 then now() - interval '30 days' end
    from net_people where i % 4 = 0 and $2::int > 0`,
  `insert into people_tags (hub_id, id, label, label_key, created_at) select $1, gen_random_uuid(), 'Étiquette ' || t, 'etiquette ' || t, now() from generate_series(1, 12) t where $2::int > 0`,
  `insert into person_tags (hub_id, person_id, tag_id, added_at)
    select $1, p.id, t.id, now() from net_people p join people_tags t on t.hub_id = $1 where (p.i + length(t.label) * 7 + ascii(right(t.label, 1))) % 6 = 0 and $2::int > 0`,
  `insert into relation_statuses (hub_id, id, person_id, status, since, until, created_at)
    select $1, gen_random_uuid(), id, (array['partner','project_holder','funder','elected_official','press'])[1 + i % 5], current_date - 500, case when i % 9 = 0 then current_date - 10 end, now()
    from net_people where i % 5 <> 1 and $2::int > 0`,
  `create temp table net_organizations on commit drop as select gen_random_uuid() as id, i from generate_series(1, greatest($2::int / 20, 3)) i where $1::uuid is not null`,
  `insert into organizations (hub_id, id, slug, name, name_key, status, is_member, created_at, updated_at)
    select $1, id, 'structure-' || i, 'Structure ' || i, 'structure ' || i, 'published', i % 3 = 0, now(), now() from net_organizations where $2::int > 0`,
  `insert into themes (hub_id, id, label, slug, position) select $1, gen_random_uuid(), 'Thème ' || t, 'essai-theme-' || t, t from generate_series(1, 6) t where $2::int > 0`,
  `insert into organization_themes (hub_id, organization_id, theme_id)
    select $1, o.id, t.id from net_organizations o join themes t on t.hub_id = $1 and t.slug like 'essai-theme-%' where (o.i + t.position) % 4 = 0 and $2::int > 0`,
  `insert into organization_locations (hub_id, id, organization_id, city) select $1, gen_random_uuid(), id, 'Bourg ' || chr(65 + i % 9) from net_organizations where $2::int > 0`,
  `insert into organization_roles (hub_id, id, person_id, organization_id, kind, ends_on, created_at)
    select $1, gen_random_uuid(), p.id, o.id, (array['chair','treasurer','employee','volunteer','contact'])[1 + p.i % 5], case when p.i % 8 = 0 then current_date - 5 end, now()
    from net_people p join net_organizations o on o.i = 1 + p.i % (select count(*) from net_organizations) where p.i % 2 = 0 and $2::int > 0`,
  `insert into contact_persons (hub_id, id, organization_id, name, email)
    select $1, gen_random_uuid(), o.id, 'Prénom' || p.i % 97 || ' Nom' || p.i, 'P' || p.i || '@reseau.example' from net_organizations o join net_people p on p.i = o.i where $2::int > 0`,
  `create temp table net_events on commit drop as select gen_random_uuid() as id, gen_random_uuid() as pool, i from generate_series(1, 30) i where $1::uuid is not null and $2::int > 0`,
  `insert into agenda_events (hub_id, id, slug, title, type, zone, starts_local, created_at, updated_at)
    select $1, id, 'reseau-' || i, 'Rendez-vous ' || i, 'meeting', 'Europe/Paris', now()::timestamp, now(), now() from net_events where $2::int > 0`,
  `insert into agenda_senders (hub_id, event_id, name, email, sent_at)
    select $1, e.id, 'Prénom' || p.i % 97 || ' Nom' || p.i, 'p' || p.i || '@reseau.example', now() from net_events e join net_people p on p.i = e.i * 3 where $2::int > 0`,
  `insert into registration_offers (hub_id, event_id, created_at, updated_at) select $1, id, now(), now() from net_events where $2::int > 0`,
  `insert into registration_pools (hub_id, id, event_id) select $1, pool, id from net_events where $2::int > 0`,
  // Half of those who register are known by their address only.
  `create temp table net_registrations on commit drop as select gen_random_uuid() as id, gen_random_uuid() as booking, p.id as person, p.i, e.pool,
      row_number() over (partition by e.pool) as arrival, e.i as event
    from net_people p join net_events e on (p.i * 7 + e.i * 3) % 15 = 0 where $1::uuid is not null and $2::int > 0`,
  `insert into registration_bookings (hub_id, id, pool_id, name, channel, created_at) select $1, booking, pool, 'x', 'site', now() from net_registrations where $2::int > 0`,
  `insert into registrations (hub_id, id, booking_id, pool_id, position, name, name_key, email, person_id, state, state_at, arrival, attendance, attendance_at, code, created_at, updated_at)
    select $1, id, booking, pool, 0, 'Prénom' || i % 97 || ' Nom' || i, 'nom' || i, 'P' || i || '@reseau.example', case when i % 2 = 0 then person end,
      case when (i + event) % 6 = 0 then 'cancelled' else 'confirmed' end, now(), arrival, case when (i + event) % 3 = 1 then 'present' end,
      case when (i + event) % 3 = 1 then now() - make_interval(days => i % 400) end, 'c' || i || '-' || event, now(), now() from net_registrations where $2::int > 0`,
  `create temp table net_sessions on commit drop as select gen_random_uuid() as id, gen_random_uuid() as course, gen_random_uuid() as half, i from generate_series(1, 5) i where $1::uuid is not null and $2::int > 0`,
  `insert into training_courses (hub_id, id, slug, title, created_at, updated_at) select $1, course, 'cours-' || i, 'Cours ' || i, now(), now() from net_sessions where $2::int > 0`,
  `insert into training_sessions (hub_id, id, course_id, slug, state, created_at, updated_at)
    select $1, id, course, 's', case when i = 5 then 'cancelled' else 'finished' end, now(), now() from net_sessions where $2::int > 0`,
  `insert into training_half_days (hub_id, id, session_id, held_on, starts_at, ends_at) select $1, half, id, current_date, '09:00', '12:00' from net_sessions where $2::int > 0`,
  `create temp table net_trainees on commit drop as select gen_random_uuid() as id, p.id as person, p.i, s.id as session, s.half, s.i as number
    from net_people p join net_sessions s on (p.i + s.i) % 11 = 0 where $1::uuid is not null and $2::int > 0`,
  `insert into training_trainees (hub_id, id, session_id, person_id, state, name, name_key, email, created_at, updated_at)
    select $1, id, session, case when i % 3 <> 0 then person end, case when i % 13 = 0 then 'withdrawn' else 'enrolled' end, 'Prénom' || i % 97 || ' Nom' || i, 'nom' || i, 'p' || i || '@reseau.example', now(), now() from net_trainees where $2::int > 0`,
  `insert into training_attendances (hub_id, half_day_id, trainee_id, state, minutes, noted_at)
    select $1, half, id, case when i % 2 = 0 then 'present' else 'absent' end, case when i % 2 = 0 then 180 else 0 end, now() from net_trainees where $2::int > 0`,
  `insert into training_trainers (hub_id, id, name, person_id, created_at, updated_at) select $1, gen_random_uuid(), 'T' || i, id, now(), now() from net_people where i <= 6 and $2::int > 0`,
  `insert into advice_requests (hub_id, id, name, email, question, person_id, received_at, last_message_at, waiting_since, forgotten_at)
    select $1, gen_random_uuid(), 'Prénom' || i % 97 || ' Nom' || i, 'p' || i || '@reseau.example', 'Question', case when i % 38 = 0 then id end, now(), now(),
      case when i % 57 = 0 then now() end, case when i % 95 = 0 then now() end from net_people where i % 19 = 0 and $2::int > 0`,
  `insert into charges (hub_id, id, subject_module, subject_id, label, lines, amount, ways, person_id, payer_name, payer_email, link_hash, due_on, state, created_at, updated_at)
    select $1, gen_random_uuid(), 'test', gen_random_uuid(), 'Stage', '[]', 1000, '{cheque}', id, 'Prénom' || i % 97 || ' Nom' || i, 'p' || i || '@reseau.example', 'h' || i,
      current_date - 20 + i % 40, case when i % 2 = 0 then 'due' else 'paid' end, now(), now() from net_people where i % 23 = 0 and $2::int > 0`,
];

/** Fills a hub with a network of invented people, for tests and measures: what all modules hold of them. */
export async function fillNetwork(owner: pg.Pool, hubId: string, people: number): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement, [hubId, people]);
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
