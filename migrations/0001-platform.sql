-- What every module stands on: the hub of the connection, isolation of rows by hub, French search, audit, mail, files.

-- The hub whose rows the connection may see; null (so: no row) when none is set.
create function essaim_hub() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('essaim.hub', true), '')::uuid $$;

-- Forces row-level security on a table that has a hub_id column, and lets the application use it.
create function essaim_isolate(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy hub_rows on %s to essaim_app using (hub_id = essaim_hub()) with check (hub_id = essaim_hub())', target);
  -- Migrations, backups and restores run under the owner's account and work on all hubs.
  execute format('create policy owner_rows on %s to current_user using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to essaim_app', target);
end $$;

grant usage on schema public to essaim_app;

-- Accents are removed before the French stemmer, so « ecole » finds « école ».
create text search configuration french_plain (copy = french);
alter text search configuration french_plain
  alter mapping for hword, hword_part, word with unaccent, french_stem;

-- Immutable form of unaccent(lower()), for indexes and comparisons.
create function essaim_fold(value text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

create table hubs (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$'),
  -- A demonstration hub gives way to the first real one on the installation's own address.
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
grant select, insert, update on hubs to essaim_app;

create table audit_entries (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  behalf_of_id uuid,
  command text not null,
  subject_kind text not null,
  subject_id uuid,
  summary text not null,
  details jsonb,
  primary key (hub_id, id)
);
create index audit_entries_subject on audit_entries (hub_id, subject_kind, subject_id, at desc);
create index audit_entries_at on audit_entries (hub_id, at desc);
select essaim_isolate('audit_entries');
-- The trail only grows: entries are never changed; erasing a person rewrites the two name columns only.
revoke update, delete on audit_entries from essaim_app;
grant update (actor_name, summary, details) on audit_entries to essaim_app;

-- One row a form sent, written in the transaction of its effect: sent twice, it answers twice the same.
create table command_keys (
  hub_id uuid not null default essaim_hub() references hubs (id),
  key uuid not null,
  command text not null,
  fingerprint text not null,
  outcome jsonb,
  created_at timestamptz not null default now(),
  primary key (hub_id, key)
);
create index command_keys_age on command_keys (hub_id, created_at);
select essaim_isolate('command_keys');

create table mail_messages (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  kind text not null,
  recipient text not null,
  recipient_name text,
  reply_to text,
  subject text not null,
  body jsonb not null,
  person_id uuid,
  status text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'kept', 'failed', 'uncertain')),
  attempts int not null default 0,
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (hub_id, id)
);
create index mail_messages_created on mail_messages (hub_id, created_at desc);
create index mail_messages_person on mail_messages (hub_id, person_id);
select essaim_isolate('mail_messages');

create table stored_images (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  width int not null,
  height int not null,
  variants jsonb not null,
  alternative text not null default '',
  credit text not null default '',
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  bytes int not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (hub_id, id)
);
select essaim_isolate('stored_images');

-- One entry for each thing a visitor can find. Read through essaim_search only: full-text operators are not
-- leakproof, so PostgreSQL would not use their index under row-level security; the function filters on the hub itself.
create table search_entries (
  hub_id uuid not null default essaim_hub() references hubs (id),
  kind text not null,
  subject_id uuid not null,
  title text not null,
  summary text not null default '',
  path text not null,
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  document tsvector not null,
  primary key (hub_id, kind, subject_id)
);
create index search_entries_document on search_entries using gin (hub_id, document);
select essaim_isolate('search_entries');

-- The words of each hub, to find the one that was meant when a word was mistyped.
create table search_words (
  hub_id uuid not null default essaim_hub() references hubs (id),
  word text not null,
  primary key (hub_id, word)
);
create index search_words_near on search_words using gin (hub_id, word gin_trgm_ops);
select essaim_isolate('search_words');

-- Writes or replaces one entry. Weights: a title, b keywords, c summary, d the rest.
create function essaim_index(
  p_kind text, p_subject uuid, p_title text, p_summary text, p_path text, p_visibility text,
  p_b text, p_c text, p_d text
) returns void language plpgsql as $$
begin
  insert into search_entries (kind, subject_id, title, summary, path, visibility, document)
  values (p_kind, p_subject, p_title, p_summary, p_path, p_visibility,
    setweight(to_tsvector('french_plain', p_title), 'A') || setweight(to_tsvector('french_plain', p_b), 'B')
    || setweight(to_tsvector('french_plain', p_c), 'C') || setweight(to_tsvector('french_plain', left(p_d, 100000)), 'D'))
  on conflict (hub_id, kind, subject_id) do update set title = excluded.title, summary = excluded.summary,
    path = excluded.path, visibility = excluded.visibility, document = excluded.document;
  insert into search_words (word)
  select distinct word from regexp_split_to_table(essaim_fold(p_title || ' ' || p_b), '[^a-z0-9]+') as word
  where length(word) between 4 and 40
  on conflict do nothing;
end $$;

-- Ids of what matches, best first. At most 3,000 matches are ranked: beyond, the order would say nothing anyway.
create function essaim_search(p_query tsquery, p_kinds text[], p_visibilities text[], p_limit int)
returns table (kind text, subject_id uuid, rank real) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select m.kind, m.subject_id, ts_rank(m.document, p_query) as rank
  from (
    select e.kind, e.subject_id, e.document from search_entries e
    where e.hub_id = essaim_hub() and e.document @@ p_query
      and (p_kinds is null or e.kind = any (p_kinds)) and e.visibility = any (p_visibilities)
    limit 3000
  ) m
  order by 3 desc, 2
  limit p_limit;
end $$;

-- The known words nearest to one that was not found.
create function essaim_near_words(p_word text, p_limit int)
returns table (word text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select w.word from search_words w
  where w.hub_id = essaim_hub() and w.word % essaim_fold(p_word)
  order by similarity(w.word, essaim_fold(p_word)) desc, w.word
  limit p_limit;
end $$;
revoke all on function essaim_search(tsquery, text[], text[], int), essaim_near_words(text, int) from public;
grant execute on function essaim_search(tsquery, text[], text[], int), essaim_near_words(text, int) to essaim_app;
