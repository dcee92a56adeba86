-- What people send to the agenda without an account, the dates looked for together, and what came out of past dates.

-- Who proposed an event, so that she is told what became of it. Her private link holds the id of the event and a
-- signature: no secret is kept.
create table agenda_senders (
  hub_id uuid not null default essaim_hub() references hubs (id),
  event_id uuid not null,
  name text not null check (char_length(name) <= 120),
  -- Empty when her record holds it, or when she only left a phone.
  email text not null default '',
  phone text not null default '',
  person_id uuid,
  -- Why it belongs here, and the place as she typed them.
  reason text not null default '' check (char_length(reason) <= 500),
  place_name text not null default '' check (char_length(place_name) <= 160),
  place_city text not null default '' check (char_length(place_city) <= 160),
  sent_at timestamptz not null,
  -- The version of which she was last told.
  told_version int not null default 0,
  primary key (hub_id, event_id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
create index agenda_senders_person on agenda_senders (hub_id, person_id);
create index agenda_senders_email on agenda_senders (hub_id, email, sent_at);
create index agenda_senders_sent on agenda_senders (hub_id, sent_at);
select essaim_isolate('agenda_senders');

-- A date looked for together.
create table agenda_polls (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  title text not null check (char_length(title) between 1 and 200),
  words text not null default '' check (char_length(words) <= 2000),
  -- IANA name; the slots are told in it.
  zone text not null,
  -- Who sees what others answered: everyone who has the link, only how many, or the team alone.
  shown_to text not null default 'everyone' check (shown_to in ('everyone', 'counts', 'team')),
  -- Whether one may offer to receive the others.
  asks_hosts boolean not null default false,
  -- Last day for answers.
  closes_on date,
  closed_at timestamptz,
  -- What it ended in; null when it was closed without a date.
  event_id uuid,
  trashed_at timestamptz,
  person_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete set null (event_id)
);
create index agenda_polls_event on agenda_polls (hub_id, event_id);
create index agenda_polls_person on agenda_polls (hub_id, person_id);
create index agenda_polls_created on agenda_polls (hub_id, created_at desc);
select essaim_isolate('agenda_polls');

create table agenda_poll_slots (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  poll_id uuid not null,
  starts_local timestamp not null,
  minutes int not null check (minutes between 5 and 10080),
  primary key (hub_id, id),
  foreign key (hub_id, poll_id) references agenda_polls (hub_id, id) on delete cascade
);
create unique index agenda_poll_slots_start on agenda_poll_slots (hub_id, poll_id, starts_local, minutes);
select essaim_isolate('agenda_poll_slots');

-- Who could receive: a structure of the directory or a name, to choose among.
create table agenda_poll_hosts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  poll_id uuid not null,
  position int not null,
  name text not null check (char_length(name) between 1 and 160),
  organization_id uuid,
  primary key (hub_id, id),
  foreign key (hub_id, poll_id) references agenda_polls (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create index agenda_poll_hosts_poll on agenda_poll_hosts (hub_id, poll_id);
create index agenda_poll_hosts_organization on agenda_poll_hosts (hub_id, organization_id);
select essaim_isolate('agenda_poll_hosts');

create table agenda_poll_answers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  poll_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  organization_name text not null default '' check (char_length(organization_name) <= 160),
  -- Never shown.
  email text not null default '',
  person_id uuid,
  comment text not null default '' check (char_length(comment) <= 1000),
  can_host boolean not null default false,
  -- Where, and for how many.
  host_words text not null default '' check (char_length(host_words) <= 280),
  -- Hosts of the list that suit her (agenda_poll_hosts).
  hosts uuid[] not null default '{}',
  -- No date may be kept without her: the team says so.
  is_needed boolean not null default false,
  -- Told by phone, typed by the team.
  is_typed_by_team boolean not null default false,
  told_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, poll_id) references agenda_polls (hub_id, id) on delete cascade
);
create index agenda_poll_answers_poll on agenda_poll_answers (hub_id, poll_id, created_at);
create index agenda_poll_answers_email on agenda_poll_answers (hub_id, email);
create index agenda_poll_answers_person on agenda_poll_answers (hub_id, person_id);
select essaim_isolate('agenda_poll_answers');

create table agenda_poll_choices (
  hub_id uuid not null default essaim_hub() references hubs (id),
  answer_id uuid not null,
  slot_id uuid not null,
  choice text not null check (choice in ('yes', 'maybe', 'no')),
  primary key (hub_id, answer_id, slot_id),
  foreign key (hub_id, answer_id) references agenda_poll_answers (hub_id, id) on delete cascade,
  foreign key (hub_id, slot_id) references agenda_poll_slots (hub_id, id) on delete cascade
);
create index agenda_poll_choices_slot on agenda_poll_choices (hub_id, slot_id);
select essaim_isolate('agenda_poll_choices');

-- What came out of a past date: who came, what was said and decided, what remains of it.
create table agenda_outcomes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  occurrence_id uuid not null,
  event_id uuid not null,
  version int not null default 1,
  words text not null default '' check (char_length(words) <= 5000),
  attended int check (attended between 0 and 100000),
  decisions text not null default '' check (char_length(decisions) <= 3000),
  next_steps text not null default '' check (char_length(next_steps) <= 3000),
  -- People to thank, as typed.
  thanks text not null default '' check (char_length(thanks) <= 1000),
  -- [{"label": "kilos de plants échangés", "value": "140"}]
  figures jsonb not null default '[]',
  -- stored_images, and stored_files shown to everyone.
  photos uuid[] not null default '{}',
  files uuid[] not null default '{}',
  -- Nothing to tell: not asked about again.
  is_dismissed boolean not null default false,
  person_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, occurrence_id) references agenda_occurrences (hub_id, id) on delete cascade,
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
create unique index agenda_outcomes_occurrence on agenda_outcomes (hub_id, occurrence_id);
create index agenda_outcomes_event on agenda_outcomes (hub_id, event_id);
create index agenda_outcomes_person on agenda_outcomes (hub_id, person_id);
select essaim_isolate('agenda_outcomes');
