-- What reaches the directory from outside: lists imported, suggestions, claims, yearly confirmations.

-- One row a list being brought in.
create table organization_imports (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  -- The name of the list: what the origin of each field will say.
  source text not null default '',
  kind text not null check (kind in ('upload', 'address', 'paste')),
  address text not null default '',
  file_name text not null default '',
  -- In the file store: the file as it came, its rows and what each becomes, one JSON value a line.
  file_key text,
  rows_key text,
  plan_key text,
  format text,
  -- [{name, filled, samples, because}]
  columns jsonb not null default '[]',
  columns_print text,
  mapping jsonb,
  -- What the reader decided by itself, in French.
  warnings jsonb not null default '[]',
  status text not null default 'reading' check (status in
    ('reading', 'mapping', 'comparing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed')),
  -- Why it failed, in French.
  failure text not null default '',
  -- Position of the next row of the work in hand: a work interrupted starts again from here.
  progress int not null default 0,
  total int not null default 0,
  -- {new, changed, unchanged, duplicate, rejected} and, once run, what was written.
  counts jsonb not null default '{}',
  -- Counts the passes: the jobs of an older pass stop.
  pass int not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  undone_at timestamptz,
  by_id uuid,
  by_name text not null default '',
  primary key (hub_id, id)
);
create index organization_imports_recent on organization_imports (hub_id, created_at desc);
select essaim_isolate('organization_imports');

-- What each row of a list becomes, foreseen then done.
create table organization_import_rows (
  hub_id uuid not null default essaim_hub() references hubs (id),
  import_id uuid not null,
  position int not null,
  -- Where a person finds it in her file.
  line int not null,
  name text not null default '',
  city text not null default '',
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'duplicate', 'rejected')),
  -- What the team chose for a row that looks like another: merge, create, skip.
  decision text check (decision in ('merge', 'create', 'skip')),
  -- [{field, message}]
  issues jsonb not null default '[]',
  -- The sheet or the line it looks like, and why: {id, line, name, because, sure}
  match jsonb,
  changed text[] not null default '{}',
  -- Fields left as the team or the structure wrote them.
  kept text[] not null default '{}',
  -- What was written: added, changed, merged, none.
  written text check (written in ('added', 'changed', 'merged', 'none')),
  organization_id uuid,
  -- Version of the sheet this row made.
  version int,
  -- What became of it when the import was undone: removed, restored, left.
  undone text check (undone in ('removed', 'restored', 'left')),
  primary key (hub_id, import_id, position),
  foreign key (hub_id, import_id) references organization_imports (hub_id, id) on delete cascade
);
create index organization_import_rows_verdict on organization_import_rows (hub_id, import_id, verdict, position);
select essaim_isolate('organization_import_rows');

-- The mapping that served for a list, proposed again when the same list comes back.
create table import_mappings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  -- Hash of the names of the columns.
  columns_print text not null,
  source text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index import_mappings_print on import_mappings (hub_id, columns_print, source);
select essaim_isolate('import_mappings');

create table organization_suggestions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('new', 'correction', 'claim')),
  organization_id uuid,
  -- Version of the sheet its author had before the eyes.
  base_version int,
  proposed jsonb not null default '{}',
  from_name text not null default '',
  from_email text not null default '',
  from_phone text not null default '',
  -- The author proved to read the mailbox of the structure.
  from_structure boolean not null default false,
  message text not null default '',
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'partly', 'refused')),
  accepted_fields text[] not null default '{}',
  answer text not null default '',
  handled_by_id uuid,
  handled_by_name text not null default '',
  handled_at timestamptz,
  created_at timestamptz not null,
  -- Hash of what is proposed: the same thing said twice waits once.
  print text not null,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  check ((kind = 'new') or organization_id is not null)
);
create unique index organization_suggestions_once on organization_suggestions (hub_id, print) where status = 'waiting';
create index organization_suggestions_waiting on organization_suggestions (hub_id, created_at) where status = 'waiting';
create index organization_suggestions_sheet on organization_suggestions (hub_id, organization_id);
select essaim_isolate('organization_suggestions');

-- A link mailed to a sheet's own address; used, it opens that sheet to whoever opened the mail, for a while.
create table organization_claims (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  token_hash text not null,
  sent_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  session_hash text,
  session_expires_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
create unique index organization_claims_token on organization_claims (hub_id, token_hash);
create unique index organization_claims_session on organization_claims (hub_id, session_hash) where session_hash is not null;
create index organization_claims_sheet on organization_claims (hub_id, organization_id, created_at desc);
select essaim_isolate('organization_claims');

-- « Ces informations sont-elles toujours justes ? », once a sheet and period.
create table confirmation_requests (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  -- The year asked about.
  period int not null,
  token_hash text not null,
  sent_to text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('right', 'corrected', 'stop')),
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
create unique index confirmation_requests_period on confirmation_requests (hub_id, organization_id, period);
create unique index confirmation_requests_token on confirmation_requests (hub_id, token_hash);
select essaim_isolate('confirmation_requests');

-- Sheets that look alike and are not the same structure, as the team said.
create table distinct_organizations (
  hub_id uuid not null default essaim_hub() references hubs (id),
  a_id uuid not null,
  b_id uuid not null,
  said_at timestamptz not null,
  said_by uuid,
  primary key (hub_id, a_id, b_id),
  foreign key (hub_id, a_id) references organizations (hub_id, id) on delete cascade,
  foreign key (hub_id, b_id) references organizations (hub_id, id) on delete cascade,
  check (a_id < b_id)
);
select essaim_isolate('distinct_organizations');

-- How this hub keeps its directory alive; without a row, the common rules.
create table directory_rules (
  hub_id uuid primary key default essaim_hub() references hubs (id),
  -- What a structure changes on its own sheet waits for the team.
  structures_are_reviewed boolean not null default false,
  -- Asks structures every year whether their sheet is right.
  asks_yearly boolean not null default true,
  updated_at timestamptz not null
);
select essaim_isolate('directory_rules');

-- Tells the planner that thousands of rows have just come: until the server notices by itself, a minute later, it would
-- take the tables for empty ones and read them whole at each join. One process at a time.
create function essaim_directory_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(7305118202) then return; end if;
  analyze organizations, organization_slugs, organization_locations, organization_themes, organization_sources, organization_versions,
    contact_persons, search_entries, organization_import_rows;
end $$;
revoke all on function essaim_directory_statistics() from public;
grant execute on function essaim_directory_statistics() to essaim_app;
