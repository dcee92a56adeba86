-- Calendars of others that the agenda follows, what came from each, and the calendars people follow themselves.

-- Starts that the rule gives but that are not dates of the event (RFC 5545 EXDATE): ["2026-12-24T18:30:00"], local.
alter table agenda_events add column except_on jsonb not null default '[]';

create table agenda_sources (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  name text not null check (char_length(name) between 1 and 160),
  -- Null: a file that was given once.
  url text check (char_length(url) <= 1000),
  -- Key of the OpenAgenda API, never shown again.
  api_key text not null default '',
  -- What it turned out to be: ical, openagenda, page; null until it was read.
  kind text,
  -- publish at once, or propose to the team.
  trust text not null default 'propose' check (trust in ('publish', 'propose')),
  -- What is taken of it; empty takes all.
  words text not null default '' check (char_length(words) <= 400),
  towns text[] not null default '{}',
  types text[] not null default '{}',
  -- What events that do not say take from the source.
  default_type text not null default 'other',
  perimeter text not null default 'declared',
  organization_id uuid,
  organizer_name text not null default '',
  themes uuid[] not null default '{}',
  audiences text[] not null default '{}',

  is_paused boolean not null default false,
  -- Said by the other side, to ask only for what is new.
  etag text,
  last_modified text,
  checked_at timestamptz,
  succeeded_at timestamptz,
  due_at timestamptz,
  -- In a row; too many and it is no longer asked.
  failures int not null default 0,
  -- The last one, in words.
  problem text not null default '',
  -- What the last reading did (domain/source-report.ts).
  report jsonb,
  trashed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create index agenda_sources_organization on agenda_sources (hub_id, organization_id);
create index agenda_sources_due on agenda_sources (hub_id, due_at) where trashed_at is null and not is_paused;
select essaim_isolate('agenda_sources');

-- What came from a source: by its name there, and the event it became. Several may have become the same one.
create table agenda_source_events (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  source_id uuid not null,
  uid text not null check (char_length(uid) between 1 and 500),
  event_id uuid not null,
  -- RFC 5545 SEQUENCE: an older telling never takes the place of a newer one.
  sequence int not null default 0,
  -- Its page over there.
  url text not null default '',
  -- The fields it gave last, to know what the team changed since, and the dates that differ.
  given jsonb not null,
  overrides jsonb not null default '[]',
  -- The team took it over: the source changes it no more.
  is_detached boolean not null default false,
  seen_at timestamptz not null,
  -- No longer in the source since.
  gone_at timestamptz,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, source_id) references agenda_sources (hub_id, id) on delete cascade,
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
create unique index agenda_source_events_uid on agenda_source_events (hub_id, source_id, uid);
create index agenda_source_events_event on agenda_source_events (hub_id, event_id);
select essaim_isolate('agenda_source_events');

-- Calendars that someone follows: what was chosen, and who chose it when she has an account. Its address is signed.
create table agenda_calendars (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  name text not null default '' check (char_length(name) <= 120),
  person_id uuid,
  -- The question, as addresses of the agenda write it.
  question text not null default '' check (char_length(question) <= 500),
  -- The dates this person registered for; the question is then left aside when empty.
  has_registrations boolean not null default false,
  has_agenda boolean not null default true,
  -- Null: no alarm.
  alarm_minutes int check (alarm_minutes between 0 and 20160),
  created_at timestamptz not null,
  primary key (hub_id, id)
);
create index agenda_calendars_person on agenda_calendars (hub_id, person_id);
select essaim_isolate('agenda_calendars');
