-- Search: excerpts, order and counts that a whole page can afford, corrections that never tell what a reader may not see,
-- people and drafts for the team, synonyms of the hub, and what was searched in vain.

-- Rows stay thin: counting thousands of matches reads their heads only; long values wait beside until a row is shown.
alter table search_entries set (toast_tuple_target = 256);
alter table search_entries
  add column keywords text not null default '',
  -- What excerpts are taken from.
  add column body text not null default '',
  -- Shown beside the title of what is not public: « brouillon ».
  add column state text not null default '',
  -- The day it happened or was said, for what gets old.
  add column dated_on date,
  -- Letters and digits without accents, for what is called exactly so or begins so.
  add column title_key text collate "C" generated always as
    (btrim(regexp_replace(essaim_fold(left(title, 200)), '[^a-z0-9]+', ' ', 'g'))) stored;
-- Titles and keywords alone: what is called so comes before what mentions it. Small, they stay in the row.
alter table search_entries add column head tsvector generated always as (ts_filter(document, '{a,b}')) stored,
  alter column head set storage main, alter column title_key set storage main;
create index search_entries_head on search_entries using gin (hub_id, head);
create index search_entries_title on search_entries (hub_id, title_key);

drop function essaim_index(text, uuid, text, text, text, text, text, text, text);

-- Writes or replaces one entry. Weights: a title, b keywords, c summary, d the rest.
create function essaim_index(
  p_kind text, p_subject uuid, p_title text, p_summary text, p_path text, p_visibility text,
  p_b text, p_c text, p_d text, p_state text default '', p_dated date default null
) returns void language plpgsql as $$
begin
  insert into search_entries (kind, subject_id, title, summary, path, visibility, document, keywords, body, state, dated_on)
  values (p_kind, p_subject, p_title, p_summary, p_path, p_visibility,
    setweight(to_tsvector('french_plain', p_title), 'A') || setweight(to_tsvector('french_plain', p_b), 'B')
    || setweight(to_tsvector('french_plain', p_c), 'C') || setweight(to_tsvector('french_plain', left(p_d, 100000)), 'D'),
    left(p_b, 1000), left(p_d, 20000), p_state, p_dated)
  on conflict (hub_id, kind, subject_id) do update set title = excluded.title, summary = excluded.summary,
    path = excluded.path, visibility = excluded.visibility, document = excluded.document, keywords = excluded.keywords,
    body = excluded.body, state = excluded.state, dated_on = excluded.dated_on;
  -- Names of people and words of drafts are found as they are written, never kept as words of the hub.
  if p_visibility = 'staff' then return; end if;
  insert into search_words (word)
  select distinct word from regexp_split_to_table(essaim_fold(p_title || ' ' || p_b), '[^a-z0-9]+') as word
  where length(word) between 4 and 40
  on conflict do nothing;
end $$;

-- One page of answers in one pass: how many entries of each kind answer, in rows without subject, then the best, in order.
-- Counted are the first 20,000: beyond, more words are needed anyway. Ranked are what bears the very title or begins with
-- it, some hundreds of those whose title or keywords answer, by these alone, and, when these are few, the first of the
-- others, whose long values are read for that; more of those follow without order, since none would help. The query
-- stands in selections of its own: knowing that a word is common, the planner would read every row's long values rather
-- than the index.
create function essaim_search_page(
  p_query tsquery, p_title text, p_kind text, p_visibilities text[], p_limit int, p_offset int, p_counted boolean
) returns table (kind text, subject_id uuid, total int) language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare
  counted constant int := 20000;
  ranked constant int := 300;
  read_whole constant int := 100;
begin
  return query
  with found as materialized (
    select e.ctid as place, e.kind from search_entries e
    where e.hub_id = essaim_hub() and e.document @@ (select p_query) and e.visibility = any (p_visibilities)
    limit case when p_counted then counted else ranked end
  ), named as (
    select e.ctid as place, e.kind, e.subject_id, e.head as words, e.title_key, e.dated_on from search_entries e
    where e.hub_id = essaim_hub() and p_title <> '' and e.title_key >= p_title and e.title_key < p_title || chr(1114111)
      and e.head @@ p_query and (p_kind is null or e.kind = p_kind) and e.visibility = any (p_visibilities)
    order by e.title_key limit 40
  ), headed as materialized (
    select e.ctid as place, e.kind, e.subject_id, e.head as words, e.title_key, e.dated_on from search_entries e
    where e.hub_id = essaim_hub() and e.head @@ (select p_query)
      and (p_kind is null or e.kind = p_kind) and e.visibility = any (p_visibilities)
    limit ranked
  ), others as (
    select e.ctid as place, e.kind, e.subject_id,
      case when row_number() over (order by e.ctid) <= read_whole then e.document else e.head end as words,
      e.title_key, e.dated_on
    from search_entries e
    where e.ctid = any (array(
      select f.place from found f where p_kind is null or f.kind = p_kind
      limit case when (select count(*) from headed) < ranked then ranked else 0 end
    ))
  ), once as (
    select distinct on (f.place) f.*
    from (select *, 0 as turn from named union all select *, 1 from headed union all select *, 2 from others) f
    order by f.place, f.turn
  ), best as (
    select o.kind, o.subject_id from once o
    order by (ts_rank('{0.05, 0.2, 0.5, 1.0}', o.words, p_query)
        + case when o.title_key = p_title then 2 when p_title <> '' and starts_with(o.title_key, p_title) then 0.5 else 0 end)
      * case when o.dated_on is null then 1 else 0.85 + 0.3 * exp(-greatest(0, current_date - o.dated_on) / 120.0) end desc,
      o.title_key, o.subject_id
    limit p_limit offset p_offset
  )
  select f.kind, null::uuid, count(*)::int from found f where p_counted group by f.kind
  union all
  select b.kind, b.subject_id, null from best b;
end $$;

-- Titles that begin with these letters, or hold a word that does, shortest first.
create function essaim_search_titles(p_query tsquery, p_title text, p_visibilities text[], p_limit int)
returns table (kind text, subject_id uuid, title text, path text, state text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with found as (
    (select e.kind, e.subject_id, e.title, e.path, e.state, e.title_key, 0 as place from search_entries e
      where e.hub_id = essaim_hub() and p_title <> '' and e.title_key >= p_title and e.title_key < p_title || chr(1114111)
        and e.visibility = any (p_visibilities)
      order by e.title_key limit 40)
    union all
    (select e.kind, e.subject_id, e.title, e.path, e.state, e.title_key, 1 as place from search_entries e
      where e.hub_id = essaim_hub() and e.head @@ (select p_query) and e.visibility = any (p_visibilities)
      limit 60)
  ), once as (select distinct on (f.kind, f.subject_id) f.* from found f order by f.kind, f.subject_id, f.place)
  select o.kind, o.subject_id, o.title, o.path, o.state from once o
  order by o.place, length(o.title), o.title_key, o.subject_id
  limit p_limit;
end $$;

-- The known words nearest to one that was not found, among those that the reader may meet: a word of something she may
-- not see, or of something gone, is never told.
drop function essaim_near_words(text, int);
create function essaim_near_words(p_word text, p_visibilities text[], p_limit int)
returns table (word text) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with near as (
    select w.word from search_words w
    where w.hub_id = essaim_hub() and w.word % essaim_fold(p_word)
    order by similarity(w.word, essaim_fold(p_word)) desc, w.word
    limit 12
  )
  select n.word from near n
  where exists (
    select from search_entries e
    where e.hub_id = essaim_hub() and e.head @@ (select plainto_tsquery('french_plain', n.word)) and e.visibility = any (p_visibilities)
      and essaim_fold(e.title || ' ' || e.keywords) ~ ('\m' || n.word || '\M'))
  order by similarity(n.word, essaim_fold(p_word)) desc, n.word
  limit p_limit;
end $$;
revoke all on function essaim_search_page(tsquery, text, text, text[], int, int, boolean),
  essaim_search_titles(tsquery, text, text[], int), essaim_near_words(text, text[], int) from public;
grant execute on function essaim_search_page(tsquery, text, text, text[], int, int, boolean),
  essaim_search_titles(tsquery, text, text[], int), essaim_near_words(text, text[], int) to essaim_app;

-- The people the hub knows, for the team only; their roles are added when they change.
insert into search_entries (hub_id, kind, subject_id, title, path, visibility, document)
select hub_id, 'person', id, display_name, '/gestion/personnes/' || id, 'staff', setweight(to_tsvector('french_plain', display_name), 'A')
from persons where merged_into is null and erased_at is null;

-- Words that mean the same for the hub: « café associatif » = « bistrot », « AG » = « assemblée générale ».
create table search_synonyms (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  -- As written, and folded as searches are.
  words text[] not null,
  keys text[] not null check (cardinality(keys) between 2 and 12),
  version int not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
select essaim_isolate('search_synonyms');

-- How many searches a day, and how many found nothing.
create table search_days (
  hub_id uuid not null default essaim_hub() references hubs (id),
  day date not null,
  searches int not null default 0,
  missed int not null default 0,
  primary key (hub_id, day)
);
select essaim_isolate('search_days');

-- What was searched in vain. The words are written once three searches were made of them, never before: what one
-- visitor typed once stays hers.
create table missed_searches (
  hub_id uuid not null default essaim_hub() references hubs (id),
  fingerprint text not null,
  day date not null,
  times int not null,
  words text,
  -- Answered since, by a synonym or a page, or not to be.
  settled_at timestamptz,
  primary key (hub_id, fingerprint, day)
);
create index missed_searches_day on missed_searches (hub_id, day);
select essaim_isolate('missed_searches');
