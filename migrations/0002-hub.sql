-- The hub running the site. A null setting means the common default, which lives in the code: each hub keeps its own
-- 20 % and follows the common 80 % as it evolves.
create table hub_settings (
  hub_id uuid primary key default essaim_hub() references hubs (id),
  name text not null check (length(name) between 1 and 120),
  promise text,
  slogan text,
  welcome text,
  brand_color text check (brand_color ~ '^#[0-9a-f]{6}$'),
  accent_color text check (accent_color ~ '^#[0-9a-f]{6}$'),
  motif text,
  logo_image_id uuid,
  inclusive_writing text check (inclusive_writing in ('middle-dot', 'double', 'neutral')),
  zone text,
  email text,
  phone text,
  street text,
  postcode text,
  city text,
  welcome_hours text,
  links jsonb not null default '[]',
  legal jsonb not null default '{}',
  modules jsonb not null default '{}',
  staff_needs_second_factor boolean,
  setup_completed_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
select essaim_isolate('hub_settings');

create table hub_territories (
  hub_id uuid not null default essaim_hub() references hubs (id),
  kind text not null check (kind in ('municipality', 'epci', 'departement')),
  code text not null,
  label text not null,
  position int not null,
  primary key (hub_id, kind, code)
);
select essaim_isolate('hub_territories');

-- Belongs to the installation: read before the hub is known.
create table hub_domains (
  host text primary key check (host = lower(host) and length(host) <= 253),
  hub_id uuid not null references hubs (id),
  is_primary boolean not null default false,
  added_at timestamptz not null default now()
);
create unique index hub_domains_primary on hub_domains (hub_id) where is_primary;
create index hub_domains_hub on hub_domains (hub_id);
grant select, insert, update, delete on hub_domains to essaim_app;
