-- Figures of the social economy on the territory, each with its source, and the history of what the hub counts itself.

create table key_figures (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  label text not null check (char_length(label) between 1 and 120),
  value numeric not null,
  unit text not null default '',
  source_name text not null default '',
  source_url text not null default '',
  -- The day the value speaks of.
  as_of date not null,
  -- On what ground it was counted, in words: published figures differ by perimeter.
  perimeter text not null default '',
  note text not null default '',
  topic text not null default 'territory' check (topic in ('structures', 'jobs', 'people', 'economy', 'training', 'territory')),
  position int not null default 0,
  is_featured boolean not null default false,
  trashed_at timestamptz,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
create index key_figures_shown on key_figures (hub_id, position) where trashed_at is null;
select essaim_isolate('key_figures');

-- Former values of a figure: its trend.
create table key_figure_points (
  hub_id uuid not null default essaim_hub() references hubs (id),
  figure_id uuid not null,
  day date not null,
  value numeric not null,
  primary key (hub_id, figure_id, day),
  foreign key (hub_id, figure_id) references key_figures (hub_id, id) on delete cascade
);
select essaim_isolate('key_figure_points');

-- What the hub counts of itself, noted each month by the site, or by hand for the years before it.
create table indicator_points (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- Stable name: `directory.members`, `hub.cafes`.
  indicator text not null check (indicator ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'),
  day date not null,
  count int not null check (count >= 0),
  -- How it was called that day; the latest name is shown.
  label text not null,
  is_typed boolean not null default false,
  primary key (hub_id, indicator, day)
);
select essaim_isolate('indicator_points');
