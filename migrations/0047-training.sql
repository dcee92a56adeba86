-- Trainings: the catalogue, sessions made of half-days, who was trained, and the papers that prove it.

create table training_trainers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  -- Someone the hub knows: she then sees the sessions she holds.
  person_id uuid,
  name text not null check (char_length(name) between 1 and 120),
  -- What she is, as the programme tells it.
  qualification text not null default '' check (char_length(qualification) <= 300),
  organization_id uuid,
  trashed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create index training_trainers_person on training_trainers (hub_id, person_id);
create index training_trainers_organization on training_trainers (hub_id, organization_id);
select essaim_isolate('training_trainers');

create table training_courses (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  slug text not null,
  version int not null default 1,
  status text not null default 'draft' check (status in ('draft', 'published')),
  trashed_at timestamptz,
  title text not null check (char_length(title) between 1 and 160),
  brief text not null default '' check (char_length(brief) <= 280),
  -- Held by the hub; otherwise by the structure or the name below.
  is_own boolean not null default true,
  provider_id uuid,
  provider_name text not null default '' check (char_length(provider_name) <= 160),
  provider_url text not null default '',
  -- Told in plain text, one idea a line.
  objectives text not null default '' check (char_length(objectives) <= 4000),
  prerequisites text not null default '' check (char_length(prerequisites) <= 1000),
  public text not null default '' check (char_length(public) <= 1000),
  programme text not null default '' check (char_length(programme) <= 12000),
  method text not null default '' check (char_length(method) <= 2000),
  means text not null default '' check (char_length(means) <= 2000),
  assessment text not null default '' check (char_length(assessment) <= 2000),
  accessibility text not null default '' check (char_length(accessibility) <= 1000),
  accessibility_contact text not null default '' check (char_length(accessibility_contact) <= 200),
  minutes int not null default 420 check (minutes between 30 and 60000),
  format text not null default 'onsite' check (format in ('onsite', 'online', 'mixed')),
  -- A module held in schools: asked for, not booked.
  is_for_schools boolean not null default false,
  -- Price by status: [{"label": "Adhérent·e", "cents": 4000}].
  prices jsonb not null default '[]',
  price_note text not null default '' check (char_length(price_note) <= 500),
  -- Ways to have it paid for (domain/course.ts).
  financing text[] not null default '{}',
  audiences text[] not null default '{}',
  themes uuid[] not null default '{}',
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, provider_id) references organizations (hub_id, id),
  check (status <> 'published' or published_at is not null)
);
create unique index training_courses_slug on training_courses (hub_id, slug);
create index training_courses_provider on training_courses (hub_id, provider_id);
select essaim_isolate('training_courses');

-- Every address a course ever had.
create table training_course_slugs (
  hub_id uuid not null default essaim_hub() references hubs (id),
  slug text not null,
  course_id uuid not null,
  since timestamptz not null,
  primary key (hub_id, slug),
  foreign key (hub_id, course_id) references training_courses (hub_id, id) on delete cascade
);
create index training_course_slugs_course on training_course_slugs (hub_id, course_id);
select essaim_isolate('training_course_slugs');

create table training_sessions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  course_id uuid not null,
  -- Under the address of its course.
  slug text not null,
  version int not null default 1,
  -- domain/session-states.ts
  state text not null default 'draft' check (state in ('draft', 'open', 'confirmed', 'cancelled', 'finished')),
  trashed_at timestamptz,
  -- The one event of the agenda that tells its dates, and carries its registrations.
  event_id uuid,
  attendance text not null default 'onsite' check (attendance in ('onsite', 'online', 'mixed')),
  venue_id uuid,
  place_note text not null default '' check (char_length(place_note) <= 280),
  online_link text not null default '',
  min_trainees int not null default 1 check (min_trainees between 0 and 500),
  max_trainees int not null default 12 check (max_trainees between 1 and 500),
  -- The day by which one says whether it takes place.
  decide_on date,
  decided_at timestamptz,
  -- Who pays, in words: « Uniformation », « FDVA 2026 ».
  funder text not null default '' check (char_length(funder) <= 160),
  -- Held with others: [{"organizationId": …, "name": …}].
  partners jsonb not null default '[]',
  -- Kept by staff for those they train: not in the agenda.
  is_private boolean not null default false,
  note text not null default '' check (char_length(note) <= 2000),
  cancelled_because text not null default '' check (char_length(cancelled_because) <= 280),
  finished_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, course_id) references training_courses (hub_id, id),
  foreign key (hub_id, event_id) references agenda_events (hub_id, id),
  foreign key (hub_id, venue_id) references venues (hub_id, id)
);
create unique index training_sessions_slug on training_sessions (hub_id, course_id, slug);
create unique index training_sessions_event on training_sessions (hub_id, event_id);
create index training_sessions_venue on training_sessions (hub_id, venue_id);
create index training_sessions_state on training_sessions (hub_id, state) where trashed_at is null;
select essaim_isolate('training_sessions');

create table training_half_days (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  session_id uuid not null,
  held_on date not null,
  -- Local times, in the zone of the hub.
  starts_at text not null check (starts_at ~ '^\d\d:\d\d$'),
  ends_at text not null check (ends_at ~ '^\d\d:\d\d$'),
  -- Where, when it is not where the session is.
  place text not null default '' check (char_length(place) <= 160),
  topic text not null default '' check (char_length(topic) <= 200),
  trainers uuid[] not null default '{}',
  -- The signed sheet, once scanned.
  scan_file_id uuid,
  -- Who came was said.
  noted_at timestamptz,
  noted_by text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, session_id) references training_sessions (hub_id, id) on delete cascade,
  foreign key (hub_id, scan_file_id) references stored_files (hub_id, id)
);
create unique index training_half_days_start on training_half_days (hub_id, session_id, held_on, starts_at);
create index training_half_days_day on training_half_days (hub_id, held_on);
create index training_half_days_scan on training_half_days (hub_id, scan_file_id);
select essaim_isolate('training_half_days');

-- Who is trained: written from the registrations, kept with the proofs when those are forgotten.
create table training_trainees (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  session_id uuid not null,
  registration_id uuid,
  person_id uuid,
  state text not null default 'enrolled' check (state in ('enrolled', 'withdrawn')),
  name text not null check (char_length(name) between 1 and 160),
  name_key text not null,
  email text,
  phone text,
  organization_id uuid,
  organization_name text not null default '' check (char_length(organization_name) <= 160),
  municipality_insee text,
  municipality text not null default '' check (char_length(municipality) <= 120),
  -- What she is (domain/trainee-statuses.ts).
  status text not null default 'unknown',
  -- Who pays for her, when it is not who pays for the session.
  funder text not null default '' check (char_length(funder) <= 160),
  -- She pays herself: a contract, with its delays, rather than an agreement.
  pays_herself boolean not null default false,
  price_cents int not null default 0 check (price_cents >= 0),
  agreement_signed_on date,
  result text not null default 'not_assessed' check (result in ('not_assessed', 'reached', 'partly', 'not_reached')),
  charge_id uuid,
  invoice_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, session_id) references training_sessions (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create unique index training_trainees_registration on training_trainees (hub_id, session_id, registration_id);
create index training_trainees_session on training_trainees (hub_id, session_id, name_key);
create index training_trainees_person on training_trainees (hub_id, person_id);
create index training_trainees_email on training_trainees (hub_id, email);
create index training_trainees_organization on training_trainees (hub_id, organization_id);
select essaim_isolate('training_trainees');

create table training_attendances (
  hub_id uuid not null default essaim_hub() references hubs (id),
  half_day_id uuid not null,
  trainee_id uuid not null,
  state text not null check (state in ('present', 'absent', 'excused')),
  -- Minutes she was there; 0 unless present.
  minutes int not null check (minutes between 0 and 1440),
  -- When she signed on the screen herself.
  signed_at timestamptz,
  noted_at timestamptz not null,
  noted_by text not null default '',
  primary key (hub_id, half_day_id, trainee_id),
  foreign key (hub_id, half_day_id) references training_half_days (hub_id, id) on delete cascade,
  foreign key (hub_id, trainee_id) references training_trainees (hub_id, id) on delete cascade,
  check (state = 'present' or minutes = 0)
);
create index training_attendances_trainee on training_attendances (hub_id, trainee_id);
select essaim_isolate('training_attendances');

-- Papers as they were made: each change of what they say makes a new version.
create table training_documents (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  -- Whom it is for: a trainee, the structure that pays, or the whole session.
  trainee_id uuid,
  payer text not null default '',
  version int not null,
  file_id uuid not null,
  sha256 text not null,
  -- Hash of what it was made from: tells whether it still says what is so.
  made_from text not null,
  made_at timestamptz not null,
  made_by text not null default '',
  sent_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, session_id) references training_sessions (hub_id, id),
  foreign key (hub_id, trainee_id) references training_trainees (hub_id, id),
  foreign key (hub_id, file_id) references stored_files (hub_id, id)
);
create unique index training_documents_version on training_documents (hub_id, session_id, kind, payer, version, trainee_id) nulls not distinct;
create index training_documents_trainee on training_documents (hub_id, trainee_id);
create index training_documents_file on training_documents (hub_id, file_id);
select essaim_isolate('training_documents');

-- « Être prévenu·e »: who wants to hear of the next session. Counts once the mailed link was followed.
create table training_interests (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  course_id uuid not null,
  email text not null,
  name text not null default '' check (char_length(name) <= 120),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, course_id) references training_courses (hub_id, id) on delete cascade
);
create unique index training_interests_email on training_interests (hub_id, course_id, email);
select essaim_isolate('training_interests');

-- Who was asked what she thought. What she answers is kept apart, without her.
create table training_survey_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  session_id uuid not null,
  trainee_id uuid not null,
  moment text not null check (moment in ('hot', 'cold')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, session_id) references training_sessions (hub_id, id),
  foreign key (hub_id, trainee_id) references training_trainees (hub_id, id) on delete cascade
);
create unique index training_survey_links_trainee on training_survey_links (hub_id, trainee_id, moment);
create index training_survey_links_session on training_survey_links (hub_id, session_id);
select essaim_isolate('training_survey_links');

create table training_survey_answers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- By chance, not by time: nothing ties it to who answered.
  id uuid not null,
  session_id uuid not null,
  moment text not null check (moment in ('hot', 'cold')),
  -- [{"question": "…", "kind": "scale", "value": 4}]
  answers jsonb not null,
  primary key (hub_id, id),
  foreign key (hub_id, session_id) references training_sessions (hub_id, id)
);
create index training_survey_answers_session on training_survey_answers (hub_id, session_id);
select essaim_isolate('training_survey_answers');

create table training_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  version int not null default 1,
  -- Numéro de déclaration d'activité.
  nda text not null default '' check (char_length(nda) <= 20),
  representative text not null default '' check (char_length(representative) <= 120),
  representative_role text not null default '' check (char_length(representative_role) <= 120),
  vat_words text not null default '' check (char_length(vat_words) <= 300),
  withdrawal_words text not null default '' check (char_length(withdrawal_words) <= 600),
  payment_words text not null default '' check (char_length(payment_words) <= 600),
  hot_questions jsonb not null default '[]',
  cold_questions jsonb not null default '[]',
  cold_after_months int not null default 3 check (cold_after_months between 1 and 24),
  kept_years int not null default 5 check (kept_years between 3 and 20),
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('training_settings');
