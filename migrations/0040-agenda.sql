-- The agenda: events of the hub and of its partners, where they take place, and every date each of them falls on.

create table venues (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  name text not null check (char_length(name) between 1 and 160),
  name_key text not null,
  -- The structure whose place it is, when it is in the directory.
  organization_id uuid,
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  municipality_insee text,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  -- The point is the municipality's centre, or was guessed.
  is_approximate boolean not null default false,
  -- How to come: car park, bus, bicycles.
  access text not null default '' check (char_length(access) <= 1000),
  -- Kinds of access (domain/accessibility.ts), and what else to know.
  accessibility text[] not null default '{}',
  accessibility_note text not null default '' check (char_length(accessibility_note) <= 1000),
  trashed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  check ((lon is null) = (lat is null))
);
create index venues_name on venues (hub_id, name_key);
create index venues_organization on venues (hub_id, organization_id);
create index venues_municipality on venues (hub_id, municipality_insee);
select essaim_isolate('venues');

create table agenda_events (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  slug text not null,
  -- Grows by one at each change: an editor who started from an older one is told.
  version int not null default 1,
  status text not null default 'draft' check (status in ('draft', 'proposed', 'returned', 'published')),
  trashed_at timestamptz,

  title text not null check (char_length(title) between 1 and 200),
  brief text not null default '' check (char_length(brief) <= 280),
  -- Cleaned HTML of the few elements that platform/rich-text allows.
  body text not null default '',
  type text not null,
  -- How it stands: confirmed, tentative, cancelled, postponed, moved_online, full.
  state text not null default 'confirmed',
  state_note text not null default '' check (char_length(state_note) <= 280),
  -- Of the hub itself; others are told apart by their perimeter.
  is_own boolean not null default false,
  perimeter text not null default 'declared',

  -- IANA name; every local time below is told in it.
  zone text not null,
  is_all_day boolean not null default false,
  starts_local timestamp not null,
  -- Null: no end was said. On whole days, the last day included, at midnight.
  ends_local timestamp,
  -- RFC 5545 RRULE value, UNTIL in local time; null for a single date.
  rule text,
  -- Further dates, as typed (event/agenda-event.ts): [{"on": "2026-03-18", "from": "14:00", "to": null}].
  also_on jsonb not null default '[]',
  -- Until when its dates are written below; null when all of them are.
  written_until date,
  -- RFC 5545 SEQUENCE: grows when a date or the place changes.
  sequence int not null default 0,

  attendance text not null default 'onsite' check (attendance in ('onsite', 'online', 'mixed')),
  online_link text not null default '',
  -- Otherwise only those registered get the link.
  is_link_public boolean not null default false,
  venue_id uuid,
  -- Which room, which entrance.
  place_note text not null default '' check (char_length(place_note) <= 280),

  is_free boolean not null default false,
  -- Price and terms, in words.
  conditions text not null default '' check (char_length(conditions) <= 255),
  -- Where one registers when it is not here.
  registration_url text not null default '',

  audiences text[] not null default '{}',
  themes uuid[] not null default '{}',
  image_id uuid,
  image_alternative text not null default '',
  image_credit text not null default '',
  -- stored_files shown to everyone.
  files uuid[] not null default '{}',

  contact_name text not null default '',
  contact_phone text not null default '',
  -- Never shown: messages are relayed to it.
  contact_email text not null default '',
  person_id uuid,

  -- Kept by another module, which shows and edits it: its name, and where.
  origin text,
  origin_path text not null default '',
  origin_office_path text not null default '',

  -- The event this one repeats, or was cut from.
  repeats_id uuid,
  moderation_note text not null default '',
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, venue_id) references venues (hub_id, id),
  foreign key (hub_id, image_id) references stored_images (hub_id, id),
  foreign key (hub_id, repeats_id) references agenda_events (hub_id, id),
  check (status <> 'published' or published_at is not null)
);
create unique index agenda_events_slug on agenda_events (hub_id, slug);
create index agenda_events_updated on agenda_events (hub_id, updated_at desc);
create index agenda_events_venue on agenda_events (hub_id, venue_id);
create index agenda_events_image on agenda_events (hub_id, image_id);
create index agenda_events_repeats on agenda_events (hub_id, repeats_id);
create index agenda_events_person on agenda_events (hub_id, person_id);
create index agenda_events_waiting on agenda_events (hub_id, status) where status <> 'published' and trashed_at is null;
create index agenda_events_audiences on agenda_events using gin (audiences) where status = 'published' and trashed_at is null;
create index agenda_events_unwritten on agenda_events (hub_id, written_until) where written_until is not null;
select essaim_isolate('agenda_events');

-- Every address an event ever had.
create table agenda_event_slugs (
  hub_id uuid not null default essaim_hub() references hubs (id),
  slug text not null,
  event_id uuid not null,
  since timestamptz not null,
  primary key (hub_id, slug),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade
);
create index agenda_event_slugs_event on agenda_event_slugs (hub_id, event_id);
select essaim_isolate('agenda_event_slugs');

-- Who organises, besides the hub: a structure of the directory, or a name.
create table agenda_organizers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  event_id uuid not null,
  position int not null,
  organization_id uuid,
  name text not null default '',
  primary key (hub_id, event_id, position),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  check (organization_id is not null or name <> '')
);
create index agenda_organizers_organization on agenda_organizers (hub_id, organization_id);
select essaim_isolate('agenda_organizers');

-- Every date of every event, within two years: lists, months, maps and registrations stand on these rows.
create table agenda_occurrences (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  event_id uuid not null,
  -- When the rule puts it, in the zone of the event: RFC 5545 RECURRENCE-ID. Never changes.
  original_local timestamp not null,
  starts_at timestamptz not null,
  -- Never before the start; on whole days, the midnight after the last one.
  ends_at timestamptz not null,
  -- Days it is shown on, in the zone of the event: an evening that ends after midnight is of the day before.
  starts_on date not null,
  last_on date not null,
  is_all_day boolean not null default false,
  has_end boolean not null default true,
  -- What is particular to this date; null or false follows the event.
  is_cancelled boolean not null default false,
  is_moved boolean not null default false,
  title text check (char_length(title) between 1 and 200),
  note text not null default '' check (char_length(note) <= 280),
  venue_id uuid,
  -- No longer what the event says, but somebody registered or it was public: kept, cancelled.
  is_leftover boolean not null default false,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id) on delete cascade,
  foreign key (hub_id, venue_id) references venues (hub_id, id),
  check (ends_at >= starts_at and last_on >= starts_on)
);
create unique index agenda_occurrences_original on agenda_occurrences (hub_id, event_id, original_local);
create index agenda_occurrences_start on agenda_occurrences (hub_id, starts_on, starts_at, id);
create index agenda_occurrences_end on agenda_occurrences (hub_id, ends_at);
create index agenda_occurrences_last on agenda_occurrences (hub_id, last_on);
create index agenda_occurrences_venue on agenda_occurrences (hub_id, venue_id);
select essaim_isolate('agenda_occurrences');

create table agenda_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- Roles that publish without validation, besides the employee.
  trusted_roles text[] not null default '{}',
  -- Who may be announced, in the hub's words.
  perimeter_note text not null default '' check (char_length(perimeter_note) <= 600),
  -- Zone of school holidays: A, B, C, or null to show none.
  school_zone text,
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('agenda_settings');
