-- The day itself: who came, what was written to those who come, and who rides with whom.

-- What was seen at the door, by date: one line a person and a date, the latest mark by the clock of the phone.
create table registration_marks (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  registration_id uuid not null,
  occurrence_id uuid not null,
  -- Null once taken back.
  mark text check (mark in ('present', 'absent', 'excused')),
  marked_at timestamptz not null,
  noted_at timestamptz not null,
  noted_by_id uuid,
  noted_by text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, registration_id) references registrations (hub_id, id) on delete cascade,
  foreign key (hub_id, occurrence_id) references agenda_occurrences (hub_id, id)
);
create unique index registration_marks_one on registration_marks (hub_id, registration_id, occurrence_id);
create index registration_marks_occurrence on registration_marks (hub_id, occurrence_id, noted_at);
create index registration_marks_noted_by on registration_marks (hub_id, noted_by_id);
select essaim_isolate('registration_marks');

-- What the team wrote to those registered, or to some of them.
create table registration_messages (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  occurrence_id uuid,
  -- Whom, in the words shown then.
  audience text not null check (char_length(audience) <= 300),
  subject text not null check (char_length(subject) between 1 and 160),
  body text not null check (char_length(body) between 1 and 8000),
  recipients int not null default 0,
  sent_by_id uuid,
  sent_by text not null default '',
  sent_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references registration_offers (hub_id, event_id) on delete cascade,
  foreign key (hub_id, occurrence_id) references agenda_occurrences (hub_id, id)
);
create index registration_messages_event on registration_messages (hub_id, event_id, sent_at desc);
create index registration_messages_occurrence on registration_messages (hub_id, occurrence_id);
create index registration_messages_sent_by on registration_messages (hub_id, sent_by_id);
select essaim_isolate('registration_messages');

-- Who was written to: each message and each reminder reaches a person once.
create table registration_letters (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  registration_id uuid not null,
  message_id uuid,
  -- For a reminder: of which date, and how many hours before.
  occurrence_id uuid,
  reminder_hours int,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, registration_id) references registrations (hub_id, id) on delete cascade,
  foreign key (hub_id, message_id) references registration_messages (hub_id, id) on delete cascade,
  foreign key (hub_id, occurrence_id) references agenda_occurrences (hub_id, id),
  check ((message_id is null) = (reminder_hours is not null)),
  check ((reminder_hours is null) or (occurrence_id is not null))
);
create unique index registration_letters_message on registration_letters (hub_id, message_id, registration_id);
create unique index registration_letters_reminder
  on registration_letters (hub_id, registration_id, occurrence_id, reminder_hours);
create index registration_letters_occurrence on registration_letters (hub_id, occurrence_id);
select essaim_isolate('registration_letters');

-- A seat in a car, from one registered to another; phones are shown once both agreed.
create table registration_rides (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  driver_id uuid not null,
  passenger_id uuid not null,
  asked_by text not null check (asked_by in ('driver', 'passenger')),
  state text not null default 'asked' check (state in ('asked', 'agreed', 'declined', 'withdrawn')),
  -- Kept when they agreed: there and back, in kilometres that were not driven.
  kilometres int,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references registration_offers (hub_id, event_id) on delete cascade,
  foreign key (hub_id, driver_id) references registrations (hub_id, id) on delete cascade,
  foreign key (hub_id, passenger_id) references registrations (hub_id, id) on delete cascade,
  check (driver_id <> passenger_id)
);
create unique index registration_rides_pair on registration_rides (hub_id, driver_id, passenger_id);
create index registration_rides_passenger on registration_rides (hub_id, passenger_id);
create index registration_rides_event on registration_rides (hub_id, event_id);
select essaim_isolate('registration_rides');
