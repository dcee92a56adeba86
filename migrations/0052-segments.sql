-- Saved segments of people, and lists of people brought in.

-- The order of every list of people.
create index persons_sorted on persons (hub_id, essaim_fold(family_name), essaim_fold(given_name), folded_name, id)
  where merged_into is null and erased_at is null;

create table people_segments (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  name_key text not null,
  -- {"join": "all", "conditions": [{"key": "membership.current", "isContrary": false, "value": ""}]}
  definition jsonb not null,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index people_segments_name on people_segments (hub_id, name_key);
select essaim_isolate('people_segments');

-- A list of people brought in. What the file said is forgotten once it is written, or thirty days after it came.
create table people_imports (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  status text not null default 'reading'
    check (status in ('reading', 'mapping', 'comparing', 'ready', 'running', 'done', 'undoing', 'undone', 'failed')),
  pass int not null,
  file_name text not null default '' check (char_length(file_name) <= 300),
  file_key text,
  rows_key text,
  format text not null default '',
  source text not null check (char_length(source) <= 120),
  columns jsonb not null default '[]',
  columns_print text not null default '',
  mapping jsonb not null default '{}',
  warnings jsonb not null default '[]',
  counts jsonb not null default '{}',
  failure text not null default '',
  total int not null default 0,
  progress int not null default 0,
  by_id uuid,
  by_name text not null default '',
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (hub_id, id)
);
create index people_imports_recent on people_imports (hub_id, created_at desc);
create index people_imports_print on people_imports (hub_id, columns_print, created_at desc);
create index people_imports_by on people_imports (hub_id, by_id);
select essaim_isolate('people_imports');

create table people_import_rows (
  hub_id uuid not null default essaim_hub() references hubs (id),
  import_id uuid not null,
  position int not null,
  -- Line of the person's file.
  line int not null,
  name text not null,
  verdict text not null check (verdict in ('new', 'known', 'look_alike', 'repeated', 'rejected')),
  -- What could not be kept, in French.
  issues jsonb not null default '[]',
  -- What the row says, until it is written.
  draft jsonb,
  -- Who she may be, the likeliest first: [{"personId": "…", "name": "…", "by": "mail"}].
  matches jsonb not null default '[]',
  -- The earlier row that says the same person.
  same_as int,
  decision text check (decision in ('merge', 'create', 'skip')),
  written text check (written in ('added', 'changed', 'none')),
  person_id uuid,
  -- What writing added, to take it back: ids by table.
  undo jsonb,
  undone text check (undone in ('removed', 'restored', 'left')),
  primary key (hub_id, import_id, position),
  foreign key (hub_id, import_id) references people_imports (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete set null (person_id)
);
create index people_import_rows_verdict on people_import_rows (hub_id, import_id, verdict, position);
create index people_import_rows_person on people_import_rows (hub_id, person_id);
select essaim_isolate('people_import_rows');

-- The planner, told at once of a list of thousands that was just brought in: its own visit comes later.
create function essaim_people_statistics() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(7305118203) then return; end if;
  analyze persons, contact_points, person_tags, relation_notes, organization_roles, people_import_rows, search_entries;
end $$;
revoke all on function essaim_people_statistics() from public;
grant execute on function essaim_people_statistics() to essaim_app;
