-- Registrations: what an event offers, who comes, who waits. Seats are counted under the lock of one row a queue.

create table registration_offers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  event_id uuid not null,
  version int not null default 1,
  -- Whether one registers here at all.
  is_open boolean not null default false,
  -- For each date apart, or once for all the dates.
  scope text not null default 'each' check (scope in ('each', 'whole')),
  opens_at timestamptz,
  closes_at timestamptz,
  -- Closed this long before each date begins.
  closes_hours int not null default 0 check (closes_hours between 0 and 2160),
  -- Null: as many as will.
  capacity int check (capacity between 0 and 100000),
  -- Fewer than this near the date, and the team is told; null says nothing.
  fewest int check (fewest between 1 and 100000),
  -- How seats are split, if they are: [{"key", "label", "capacity"}].
  seat_kinds jsonb not null default '[]',
  -- What is asked, in order (domain/questions.ts).
  questions jsonb not null default '[]',
  -- [{"key", "label", "cents", "isMember"}]; none is free of charge.
  prices jsonb not null default '[]',
  -- [{"code", "label", "percent", "cents"}].
  promo_codes jsonb not null default '[]',
  payment_ways text[] not null default '{}',
  -- A seat waits this long for an online payment.
  hold_minutes int not null default 30 check (hold_minutes between 5 and 10080),
  most_people int not null default 6 check (most_people between 1 and 50),
  has_waiting_list boolean not null default true,
  waiting_rule text not null default 'arrival' check (waiting_rule in ('arrival', 'members', 'organization', 'newcomers')),
  -- People registered together get their seats together.
  keeps_groups boolean not null default true,
  -- How long a freed seat is offered to the next one.
  offer_hours int not null default 48 check (offer_hours between 1 and 720),
  -- One cancels by oneself until this long before.
  cancel_hours int not null default 0 check (cancel_hours between 0 and 2160),
  -- Hours before the date at which those registered are reminded.
  reminder_hours int[] not null default '{48}',
  conditions text not null default '' check (char_length(conditions) <= 600),
  confirmation_note text not null default '' check (char_length(confirmation_note) <= 2000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, event_id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
select essaim_isolate('registration_offers');

-- Where seats are counted: one date of an event, or all of it. Locked by whoever takes or frees a seat.
create table registration_pools (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  occurrence_id uuid,
  -- Number of the last one who came: the order of arrival has no ties.
  last_arrival int not null default 0,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references registration_offers (hub_id, event_id) on delete cascade,
  foreign key (hub_id, occurrence_id) references agenda_occurrences (hub_id, id)
);
create unique index registration_pools_date on registration_pools (hub_id, event_id, occurrence_id) nulls not distinct;
create index registration_pools_occurrence on registration_pools (hub_id, occurrence_id);
select essaim_isolate('registration_pools');

-- One act of registering, for oneself or for several.
create table registration_bookings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  pool_id uuid not null,
  -- Who registers, whether or not among those who come.
  name text not null,
  email text,
  phone text not null default '',
  person_id uuid,
  channel text not null check (channel in ('site', 'staff')),
  typed_by_id uuid,
  typed_by text not null default '',
  payment_way text,
  promo_code text not null default '',
  total_cents int not null default 0 check (total_cents >= 0),
  -- Seats taken but not yet paid online are freed then.
  held_until timestamptz,
  -- Hash of the private link; its secret grows old with the turn.
  link_hash text,
  link_turn int not null default 1,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, pool_id) references registration_pools (hub_id, id) on delete cascade
);
create unique index registration_bookings_link on registration_bookings (hub_id, link_hash);
create index registration_bookings_pool on registration_bookings (hub_id, pool_id);
create index registration_bookings_person on registration_bookings (hub_id, person_id);
create index registration_bookings_email on registration_bookings (hub_id, email);
create index registration_bookings_held on registration_bookings (hub_id, held_until) where held_until is not null;
select essaim_isolate('registration_bookings');

-- One person who comes, or would.
create table registrations (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  booking_id uuid not null,
  pool_id uuid not null,
  position int not null,
  name text not null,
  name_key text not null,
  email text,
  phone text not null default '',
  person_id uuid,
  organization_name text not null default '',
  organization_key text not null default '',
  organization_id uuid,
  municipality text not null default '',
  municipality_insee text,
  seat_kind text not null default '',
  price_key text not null default '',
  price_label text not null default '',
  price_cents int not null default 0 check (price_cents >= 0),
  -- By key of the question: a text, or a list of texts.
  answers jsonb not null default '{}',
  is_member boolean not null default false,
  is_newcomer boolean not null default false,
  state text not null check (state in ('confirmed', 'waiting', 'offered', 'cancelled', 'declined')),
  -- Why it ended, or who let in someone out of turn.
  state_reason text not null default '',
  state_note text not null default '' check (char_length(state_note) <= 280),
  state_at timestamptz not null,
  arrival int not null,
  -- Until when a freed seat is kept for the answer.
  offered_until timestamptz,
  attendance text check (attendance in ('present', 'absent', 'excused')),
  attendance_at timestamptz,
  attendance_by_id uuid,
  attendance_by text not null default '',
  -- Short code of the ticket; opens nothing by itself.
  code text not null,
  link_hash text,
  link_turn int not null default 1,
  answers_forgotten_at timestamptz,
  forgotten_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, booking_id) references registration_bookings (hub_id, id) on delete cascade,
  foreign key (hub_id, pool_id) references registration_pools (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  check ((state = 'offered') = (offered_until is not null))
);
create unique index registrations_arrival on registrations (hub_id, pool_id, arrival);
create unique index registrations_code on registrations (hub_id, code);
create unique index registrations_link on registrations (hub_id, link_hash);
create index registrations_pool on registrations (hub_id, pool_id, state);
create index registrations_booking on registrations (hub_id, booking_id);
create index registrations_organization on registrations (hub_id, organization_id);
create index registrations_person on registrations (hub_id, person_id);
create index registrations_email on registrations (hub_id, email);
create index registrations_attendance_by on registrations (hub_id, attendance_by_id);
create index registrations_offered on registrations (hub_id, offered_until) where offered_until is not null;
select essaim_isolate('registrations');
