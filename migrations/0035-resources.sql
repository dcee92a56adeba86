-- Files that a hub offers, and what keeps its resources right: reviews, votes, dead links, suggestions of readers.

-- A document sent through a form: its type was recognised by its content.
create table stored_files (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  key text not null,
  -- The name it is downloaded under, its extension that of its type.
  name text not null check (char_length(name) between 1 and 160),
  type text not null check (type in ('pdf', 'odt', 'ods', 'odp', 'docx', 'xlsx', 'pptx', 'csv', 'txt', 'mp3')),
  bytes int not null check (bytes > 0),
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  created_by uuid,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (hub_id, id)
);
create unique index stored_files_key on stored_files (hub_id, key);
select essaim_isolate('stored_files');

-- Each time someone read a publication again and found it still right.
create table publication_reviews (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  publication_id uuid not null,
  reviewed_at timestamptz not null,
  person_id uuid,
  reviewed_by text not null,
  primary key (hub_id, id),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index publication_reviews_latest on publication_reviews (hub_id, publication_id, reviewed_at desc);
create index publication_reviews_person on publication_reviews (hub_id, person_id);
select essaim_isolate('publication_reviews');

-- Reviews already announced to whoever keeps the publication: each due day once.
create table review_announcements (
  hub_id uuid not null default essaim_hub() references hubs (id),
  publication_id uuid not null,
  review_on date not null,
  announced_at timestamptz not null,
  primary key (hub_id, publication_id, review_on),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
select essaim_isolate('review_announcements');

-- How many readers said that it helped them.
create table useful_votes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  publication_id uuid not null,
  votes int not null default 0,
  last_at timestamptz not null,
  primary key (hub_id, publication_id),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
select essaim_isolate('useful_votes');

-- Who voted today, in a form that says nothing of whom once the day's salt is gone: rows of the days before are deleted.
create table vote_days (
  hub_id uuid not null default essaim_hub() references hubs (id),
  day date not null,
  salt text not null,
  primary key (hub_id, day)
);
select essaim_isolate('vote_days');

create table vote_marks (
  hub_id uuid not null default essaim_hub() references hubs (id),
  publication_id uuid not null,
  day date not null,
  mark text not null,
  primary key (hub_id, publication_id, day, mark),
  foreign key (hub_id, publication_id) references publications (hub_id, id),
  foreign key (hub_id, day) references vote_days (hub_id, day) on delete cascade
);
create index vote_marks_day on vote_marks (hub_id, day);
select essaim_isolate('vote_marks');

-- Addresses of the web that publications name, and how they answered.
create table web_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  url text not null,
  host text not null,
  -- `unknown`: the site answers but not to programs (403, 429). `failing`: no good answer, not long enough to say dead.
  state text not null default 'unchecked' check (state in ('unchecked', 'alive', 'unknown', 'failing', 'dead')),
  -- HTTP status, or the reason why no answer came.
  answer text not null default '',
  failures int not null default 0,
  failing_since timestamptz,
  checked_at timestamptz,
  next_check_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index web_links_url on web_links (hub_id, md5(url));
create index web_links_due on web_links (hub_id, next_check_at);
select essaim_isolate('web_links');

create table web_link_uses (
  hub_id uuid not null default essaim_hub() references hubs (id),
  link_id uuid not null,
  publication_id uuid not null,
  primary key (hub_id, link_id, publication_id),
  foreign key (hub_id, link_id) references web_links (hub_id, id) on delete cascade,
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index web_link_uses_publication on web_link_uses (hub_id, publication_id);
select essaim_isolate('web_link_uses');

-- What a reader says is wrong or missing.
create table change_suggestions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  publication_id uuid not null,
  subject text not null check (subject in ('wrong', 'missing', 'outdated', 'broken-link', 'other')),
  message text not null,
  name text not null default '',
  email text not null default '',
  person_id uuid,
  -- The author agreed to be thanked by name on the page.
  accepts_credit boolean not null default false,
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'closed')),
  is_credited boolean not null default false,
  answer text not null default '',
  answered_at timestamptz,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index change_suggestions_publication on change_suggestions (hub_id, publication_id);
create index change_suggestions_waiting on change_suggestions (hub_id, created_at) where status = 'waiting';
create index change_suggestions_person on change_suggestions (hub_id, person_id);
create index change_suggestions_email on change_suggestions (hub_id, email);
select essaim_isolate('change_suggestions');
