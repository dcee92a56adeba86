-- The programme of a large day: rooms and what happens in them, stands, volunteers. Hours are local, in the event's zone.

-- One row an event: its lock, too. Every act below takes it first, so that the rules of places and hours hold.
create table programmes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  event_id uuid not null,
  version int not null default 1,
  is_published boolean not null default false,
  intro text not null default '' check (char_length(intro) <= 600),
  -- Structures may ask for a stand; what they are told before.
  takes_stands boolean not null default false,
  stand_note text not null default '' check (char_length(stand_note) <= 600),
  -- Anyone may take a shift; what they are told before.
  takes_volunteers boolean not null default false,
  volunteer_note text not null default '' check (char_length(volunteer_note) <= 600),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, event_id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
select essaim_isolate('programmes');

create table programme_rooms (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  -- Null: nobody counted.
  capacity int check (capacity between 1 and 10000),
  note text not null default '' check (char_length(note) <= 280),
  position int not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade
);
create unique index programme_rooms_event on programme_rooms (hub_id, event_id, id);
select essaim_isolate('programme_rooms');

create table programme_slots (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  -- Null: everywhere, as a pause.
  room_id uuid,
  version int not null default 1,
  kind text not null,
  title text not null check (char_length(title) between 1 and 160),
  brief text not null default '' check (char_length(brief) <= 600),
  starts_local timestamp not null,
  ends_local timestamp not null check (ends_local > starts_local),
  capacity int check (capacity between 1 and 10000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade,
  foreign key (hub_id, event_id, room_id) references programme_rooms (hub_id, event_id, id)
);
create index programme_slots_event on programme_slots (hub_id, event_id, starts_local);
create index programme_slots_room on programme_slots (hub_id, event_id, room_id);
select essaim_isolate('programme_slots');

-- Who speaks. The name as folded tells people apart within an event.
create table programme_speakers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  slot_id uuid not null,
  position int not null,
  name text not null check (char_length(name) between 1 and 120),
  name_key text not null,
  organization text not null default '' check (char_length(organization) <= 160),
  organization_id uuid,
  primary key (hub_id, slot_id, position),
  foreign key (hub_id, slot_id) references programme_slots (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create index programme_speakers_name on programme_speakers (hub_id, name_key);
create index programme_speakers_organization on programme_speakers (hub_id, organization_id);
select essaim_isolate('programme_speakers');

-- Where stands are put up, and what there is for them.
create table programme_zones (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  name text not null check (char_length(name) between 1 and 80),
  places int not null check (places between 1 and 1000),
  -- Sockets, and places along a wall.
  sockets int not null default 0 check (sockets between 0 and 1000),
  walls int not null default 0 check (walls between 0 and 1000),
  position int not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade
);
create unique index programme_zones_event on programme_zones (hub_id, event_id, id);
select essaim_isolate('programme_zones');

create table programme_stands (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  version int not null default 1,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'withdrawn')),
  name text not null check (char_length(name) between 1 and 160),
  organization_id uuid,
  activity text not null default '' check (char_length(activity) <= 600),
  zone_id uuid,
  -- « B12 » on the plan.
  mark text not null default '' check (char_length(mark) <= 20),
  places int not null default 1 check (places between 1 and 20),
  tables int not null default 1 check (tables between 0 and 20),
  chairs int not null default 2 check (chairs between 0 and 50),
  needs_socket boolean not null default false,
  needs_wall boolean not null default false,
  needs_note text not null default '' check (char_length(needs_note) <= 600),
  contact_name text not null default '' check (char_length(contact_name) <= 120),
  email text not null default '' check (char_length(email) <= 254),
  phone text not null default '' check (char_length(phone) <= 40),
  person_id uuid,
  -- The team's word to whoever asked.
  answer text not null default '' check (char_length(answer) <= 600),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade,
  foreign key (hub_id, event_id, zone_id) references programme_zones (hub_id, event_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create index programme_stands_event on programme_stands (hub_id, event_id, state);
create index programme_stands_zone on programme_stands (hub_id, event_id, zone_id);
create index programme_stands_organization on programme_stands (hub_id, organization_id);
create index programme_stands_person on programme_stands (hub_id, person_id);
create index programme_stands_waiting on programme_stands (hub_id, created_at) where state = 'proposed';
select essaim_isolate('programme_stands');

create table programme_shifts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  version int not null default 1,
  task text not null check (char_length(task) between 1 and 120),
  place text not null default '' check (char_length(place) <= 120),
  note text not null default '' check (char_length(note) <= 280),
  starts_local timestamp not null,
  ends_local timestamp not null check (ends_local > starts_local),
  wanted int not null check (wanted between 1 and 500),
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade
);
create index programme_shifts_event on programme_shifts (hub_id, event_id, starts_local);
create unique index programme_shifts_of_event on programme_shifts (hub_id, event_id, id);
select essaim_isolate('programme_shifts');

-- Someone who gives a hand that day, and the shifts she took.
create table programme_volunteers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  email text not null default '' check (char_length(email) <= 254),
  phone text not null default '' check (char_length(phone) <= 40),
  -- What tells her from another: her mail, else her phone, else her name, folded.
  contact_key text not null,
  person_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references programmes (hub_id, event_id) on delete cascade
);
create unique index programme_volunteers_contact on programme_volunteers (hub_id, event_id, contact_key);
create unique index programme_volunteers_of_event on programme_volunteers (hub_id, event_id, id);
create index programme_volunteers_person on programme_volunteers (hub_id, person_id);
select essaim_isolate('programme_volunteers');

create table programme_shift_takers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  event_id uuid not null,
  shift_id uuid not null,
  volunteer_id uuid not null,
  taken_at timestamptz not null,
  primary key (hub_id, shift_id, volunteer_id),
  foreign key (hub_id, event_id, shift_id) references programme_shifts (hub_id, event_id, id) on delete cascade,
  foreign key (hub_id, event_id, volunteer_id) references programme_volunteers (hub_id, event_id, id) on delete cascade
);
create index programme_shift_takers_shift on programme_shift_takers (hub_id, event_id, shift_id);
create index programme_shift_takers_volunteer on programme_shift_takers (hub_id, event_id, volunteer_id);
select essaim_isolate('programme_shift_takers');
