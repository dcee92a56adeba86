-- What the hub knows of its relations: statuses, roles in structures, tags, notes, documents, households, delegates;
-- until when each person is kept; links by which people without account see what is held about them.

-- Where a person lives, read from the postal address as it was typed: one source, never two.
alter table contact_points
  add column postcode text generated always as (
    case when kind = 'postal' then substring(value from '\y(\d{5})\y') end
  ) stored,
  add column town_key text generated always as (
    case when kind = 'postal' then nullif(trim(essaim_fold(substring(value from '\y\d{5}\s+([^,;\n]+)'))), '') end
  ) stored;
create index contact_points_town on contact_points (hub_id, town_key, person_id) where kind = 'postal';

-- Two spellings of one name are equal here: hyphens and apostrophes tell nobody apart.
alter table persons
  add column name_key text generated always as (
    regexp_replace(essaim_fold(given_name || family_name), '[^a-z0-9]', '', 'g')
  ) stored;
create index persons_name_key on persons (hub_id, name_key);

-- What a person or a structure is to the hub, besides being a member or a former one, which memberships say.
create table relation_statuses (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid,
  organization_id uuid,
  status text not null check (status in ('partner', 'project_holder', 'funder', 'elected_official', 'press')),
  since date not null,
  until date,
  note text not null default '' check (char_length(note) <= 500),
  created_by uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  check (num_nonnulls(person_id, organization_id) = 1),
  check (until is null or until >= since)
);
create unique index relation_statuses_person on relation_statuses (hub_id, person_id, status) where until is null and person_id is not null;
create unique index relation_statuses_organization on relation_statuses (hub_id, organization_id, status) where until is null and organization_id is not null;
create index relation_statuses_status on relation_statuses (hub_id, status, person_id);
create index relation_statuses_of_person on relation_statuses (hub_id, person_id) where person_id is not null;
create index relation_statuses_of_organization on relation_statuses (hub_id, organization_id) where organization_id is not null;
select essaim_isolate('relation_statuses');

-- What a person does in a structure, between two days. Nobody outside the team sees it: the directory's contact
-- persons are what is shown.
create table organization_roles (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('chair', 'treasurer', 'secretary', 'board_member', 'director', 'employee', 'volunteer', 'contact', 'other')),
  -- The function in the structure's own words: « chargée de développement ».
  function text not null default '' check (char_length(function) <= 120),
  -- Gets what the hub sends to the structure.
  receives_mail boolean not null default false,
  starts_on date,
  ends_on date,
  created_by uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create unique index organization_roles_open on organization_roles (hub_id, person_id, organization_id, kind) where ends_on is null;
create index organization_roles_person on organization_roles (hub_id, person_id);
create index organization_roles_organization on organization_roles (hub_id, organization_id, kind);
select essaim_isolate('organization_roles');

-- Words the team sorts people by.
create table people_tags (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  label text not null check (char_length(label) between 1 and 60),
  -- Folded: « Café » and « cafe » are one tag.
  label_key text not null,
  created_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index people_tags_label on people_tags (hub_id, label_key);
select essaim_isolate('people_tags');

create table person_tags (
  hub_id uuid not null default essaim_hub() references hubs (id),
  person_id uuid not null,
  tag_id uuid not null,
  added_by uuid,
  added_at timestamptz not null,
  primary key (hub_id, person_id, tag_id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, tag_id) references people_tags (hub_id, id) on delete cascade
);
create index person_tags_tag on person_tags (hub_id, tag_id, person_id);
select essaim_isolate('person_tags');

-- What the team wrote of an exchange: a call, a visit, a letter, or a plain note.
create table relation_notes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid,
  organization_id uuid,
  kind text not null default 'note' check (kind in ('note', 'call', 'meeting', 'letter', 'mail')),
  happened_on date not null,
  text text not null check (char_length(text) between 1 and 5000),
  author_id uuid,
  author_name text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  check (num_nonnulls(person_id, organization_id) = 1)
);
create index relation_notes_person on relation_notes (hub_id, person_id, happened_on) where person_id is not null;
create index relation_notes_organization on relation_notes (hub_id, organization_id, happened_on) where organization_id is not null;
create index relation_notes_author on relation_notes (hub_id, author_id);
select essaim_isolate('relation_notes');

create table relation_documents (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid,
  organization_id uuid,
  -- stored_files shown to staff only.
  file_id uuid not null,
  title text not null check (char_length(title) between 1 and 160),
  added_by uuid,
  added_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  foreign key (hub_id, file_id) references stored_files (hub_id, id),
  check (num_nonnulls(person_id, organization_id) = 1)
);
create index relation_documents_person on relation_documents (hub_id, person_id) where person_id is not null;
create index relation_documents_organization on relation_documents (hub_id, organization_id) where organization_id is not null;
create index relation_documents_file on relation_documents (hub_id, file_id);
select essaim_isolate('relation_documents');

-- People who share a home or a mailbox. One of them is written to for all; when nobody is named, each one is.
create table households (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  label text not null check (char_length(label) between 1 and 120),
  written_to_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, written_to_id) references persons (hub_id, id)
);
create index households_written_to on households (hub_id, written_to_id);
select essaim_isolate('households');

create table household_people (
  hub_id uuid not null default essaim_hub() references hubs (id),
  household_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (hub_id, household_id, person_id),
  foreign key (hub_id, household_id) references households (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
-- Nobody belongs to two households.
create unique index household_people_person on household_people (hub_id, person_id);
select essaim_isolate('household_people');

-- Who acts for whom: « agit pour ».
create table delegates (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  delegate_id uuid not null,
  -- For what, in words: « ses démarches », « le courrier ».
  purpose text not null default '' check (char_length(purpose) <= 200),
  starts_on date not null,
  ends_on date,
  created_by uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, delegate_id) references persons (hub_id, id) on delete cascade,
  check (person_id <> delegate_id),
  check (ends_on is null or ends_on >= starts_on)
);
create unique index delegates_open on delegates (hub_id, person_id, delegate_id) where ends_on is null;
create index delegates_person on delegates (hub_id, person_id);
create index delegates_delegate on delegates (hub_id, delegate_id);
select essaim_isolate('delegates');

-- How someone wishes to be reached, when it is not by the first way the hub has.
create table reach_preferences (
  hub_id uuid not null default essaim_hub() references hubs (id),
  person_id uuid not null,
  channel text not null check (channel in ('mail', 'letter', 'phone', 'none')),
  note text not null default '' check (char_length(note) <= 200),
  updated_at timestamptz not null,
  primary key (hub_id, person_id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
select essaim_isolate('reach_preferences');

-- Two people whose names or addresses look alike and who are not the same: never proposed again. Smaller id first.
create table people_told_apart (
  hub_id uuid not null default essaim_hub() references hubs (id),
  person_id uuid not null,
  other_id uuid not null,
  told_by uuid,
  told_at timestamptz not null,
  primary key (hub_id, person_id, other_id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  foreign key (hub_id, other_id) references persons (hub_id, id) on delete cascade,
  check (person_id < other_id)
);
create index people_told_apart_other on people_told_apart (hub_id, other_id);
select essaim_isolate('people_told_apart');

-- The last time the hub and a person had to do with each other, as all modules told it when last asked, and what was
-- decided of keeping her.
create table retention_reviews (
  hub_id uuid not null default essaim_hub() references hubs (id),
  person_id uuid not null,
  last_contact_at timestamptz not null,
  last_contact_kind text not null,
  reviewed_at timestamptz not null,
  -- Since when she stands on the list of those about to be forgotten.
  listed_at timestamptz,
  -- Kept longer, until that day, for a reason.
  kept_until date,
  kept_reason text not null default '' check (char_length(kept_reason) <= 300),
  kept_by uuid,
  primary key (hub_id, person_id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create index retention_reviews_last_contact on retention_reviews (hub_id, last_contact_at);
select essaim_isolate('retention_reviews');

-- Asked at a public page: the mailed links by which someone without account sees what is held about her. A row first
-- holds the address alone, known or not, so that both take the same time; the secret itself is only in her mailbox.
create table rights_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  email text not null check (char_length(email) <= 254),
  person_id uuid,
  token_hash text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- She pressed the button of the page: programs that follow links of mails do not.
  opened_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, token_hash),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create index rights_links_person on rights_links (hub_id, person_id);
create index rights_links_email on rights_links (hub_id, email, created_at);
create index rights_links_age on rights_links (hub_id, expires_at);
select essaim_isolate('rights_links');
