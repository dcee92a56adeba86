-- The menu of a hub that made its own; without a row, it follows the modules.

create table menus (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- Grows by one at each change: an editor who started from an older one is told.
  version int not null,
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('menus');

-- One line an entry, in order. An entry « under » belongs to the nearest one above that is not.
create table menu_entries (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  place text not null check (place in ('header', 'footer')),
  position int not null,
  is_under boolean not null default false,
  label text not null check (char_length(label) between 1 and 40),
  -- A path of the site, an address of the web, or nothing for a title that only gathers others.
  href text not null check (char_length(href) <= 500),
  is_hidden boolean not null default false,
  primary key (hub_id, id),
  unique (hub_id, position)
);
select essaim_isolate('menu_entries');
