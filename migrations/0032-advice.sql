-- Questions put to the hub, by its site, by phone or at its door: one queue, one thread each, kept three years.

-- Who sends people to the hub: « France Travail », « la mairie », « un ami ».
create table advice_referrers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index advice_referrers_name on advice_referrers (hub_id, essaim_fold(name));
select essaim_isolate('advice_referrers');

create table advice_requests (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  -- Empty once forgotten: the line then only counts.
  name text not null check (length(name) <= 100),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  situation text,
  subject text not null default '' check (length(subject) <= 120),
  question text not null check (length(question) <= 5000),
  -- The summary of a self-check, when the asker chose to send it.
  self_check text not null default '' check (length(self_check) <= 2000),
  wants_call boolean not null default false,
  call_when text not null default '' check (length(call_when) <= 200),
  -- Path of the page the asker came from.
  came_from text not null default '' check (length(came_from) <= 300),
  channel text not null default 'form' check (channel in ('form', 'phone', 'visit', 'mail')),
  -- Who of the team typed it for someone who phoned or came.
  typed_by_id uuid,
  typed_by text not null default '',
  person_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'answered', 'closed')),
  assigned_to_id uuid,
  referrer_id uuid,
  tags text[] not null default '{}',
  outcome text check (outcome in ('oriented', 'answered', 'met', 'project', 'no_reply', 'out_of_scope')),
  outcome_note text not null default '' check (length(outcome_note) <= 500),
  received_at timestamptz not null,
  -- Since when someone waits for us; null when it is not our turn.
  waiting_since timestamptz,
  first_answered_at timestamptz,
  -- Working minutes between both.
  first_answer_minutes int,
  last_message_at timestamptz not null,
  closed_at timestamptz,
  forgotten_at timestamptz,
  -- Hashes of the private link and of the code for those without mail.
  link_hash text,
  code_hash text,
  version int not null default 1,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, assigned_to_id) references persons (hub_id, id),
  foreign key (hub_id, referrer_id) references advice_referrers (hub_id, id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((outcome is not null) = (closed_at is not null))
);
create unique index advice_requests_link on advice_requests (hub_id, link_hash);
create index advice_requests_code on advice_requests (hub_id, code_hash);
create index advice_requests_received on advice_requests (hub_id, received_at desc, id);
create index advice_requests_waiting on advice_requests (hub_id, waiting_since) where waiting_since is not null;
create index advice_requests_last on advice_requests (hub_id, last_message_at) where forgotten_at is null;
create index advice_requests_person on advice_requests (hub_id, person_id);
create index advice_requests_email on advice_requests (hub_id, email);
create index advice_requests_assigned on advice_requests (hub_id, assigned_to_id);
create index advice_requests_referrer on advice_requests (hub_id, referrer_id);
create index advice_requests_typed_by on advice_requests (hub_id, typed_by_id);
select essaim_isolate('advice_requests');

-- What follows the question: what the asker adds, what the hub answers, calls made, and notes that stay with the team.
create table advice_messages (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('asker', 'answer', 'call', 'note')),
  author_id uuid,
  author_name text not null default '',
  text text not null check (length(text) between 1 and 10000),
  by_mail boolean not null default false,
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, request_id) references advice_requests (hub_id, id) on delete cascade
);
create index advice_messages_thread on advice_messages (hub_id, request_id, at);
create index advice_messages_author on advice_messages (hub_id, author_id);
select essaim_isolate('advice_messages');

-- Moments that the hub offers.
create table appointment_slots (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  mode text not null check (mode in ('place', 'phone', 'video')),
  -- The address, or the link of the meeting.
  place text not null default '' check (length(place) <= 300),
  -- Who receives.
  host_name text not null default '' check (length(host_name) <= 100),
  cancelled_at timestamptz,
  created_at timestamptz not null,
  primary key (hub_id, id),
  check (ends_at > starts_at)
);
create index appointment_slots_starts on appointment_slots (hub_id, starts_at);
select essaim_isolate('appointment_slots');

-- A slot taken: once, and one a request. Given back, it leaves no row.
create table appointments (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  slot_id uuid not null,
  request_id uuid not null,
  taken_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, slot_id) references appointment_slots (hub_id, id),
  foreign key (hub_id, request_id) references advice_requests (hub_id, id) on delete cascade
);
create unique index appointments_request on appointments (hub_id, request_id);
create unique index appointments_slot on appointments (hub_id, slot_id);
select essaim_isolate('appointments');

-- Who answers, by situation of the asker; the empty situation is everyone else's.
create table advice_contacts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  situation text not null default '',
  person_id uuid,
  name text not null check (length(name) between 1 and 100),
  role text not null default '' check (length(role) <= 100),
  phone text not null default '' check (length(phone) <= 40),
  image_id uuid,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, image_id) references stored_images (hub_id, id)
);
create unique index advice_contacts_situation on advice_contacts (hub_id, situation);
create index advice_contacts_person on advice_contacts (hub_id, person_id);
create index advice_contacts_image on advice_contacts (hub_id, image_id);
select essaim_isolate('advice_contacts');

-- Answers written once, used often.
create table ready_answers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 80),
  text text not null check (length(text) between 1 and 5000),
  version int not null default 1,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
select essaim_isolate('ready_answers');

-- What the hub promises.
create table advice_rules (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- Working days within which everyone has an answer.
  answer_days int not null check (answer_days between 1 and 20),
  version int not null default 1,
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('advice_rules');

-- The messages of the first contact form become requests; their addresses keep their ids.
insert into advice_requests
  (hub_id, id, name, email, phone, situation, question, person_id, state, received_at, waiting_since, first_answered_at, last_message_at)
select hub_id, id, name, email, phone, situation, message,
  (select p.id from persons p where p.hub_id = m.hub_id and p.id = m.person_id),
  case when answered_at is null then 'waiting' else 'answered' end,
  received_at, case when answered_at is null then received_at end, answered_at, coalesce(answered_at, received_at)
from contact_messages m;
insert into advice_messages (hub_id, id, request_id, kind, author_name, text, by_mail, at)
select hub_id, gen_random_uuid(), id, 'answer', coalesce(answered_by, ''), answer, email is not null, answered_at
from contact_messages where answered_at is not null and answer <> '';
drop table contact_messages;
