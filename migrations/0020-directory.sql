-- The directory: organizations, where they are, whom to call, what they do, where each piece of news came from.

create table themes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  parent_id uuid,
  label text not null,
  slug text not null,
  -- One of the eight category colours of the interface; null takes the parent's.
  hue text check (hue in ('leaf', 'sky', 'coral', 'rose', 'sun', 'plum', 'lagoon', 'clay')),
  position int not null default 0,
  primary key (hub_id, id),
  foreign key (hub_id, parent_id) references themes (hub_id, id),
  check (parent_id <> id)
);
create unique index themes_slug on themes (hub_id, slug);
create index themes_parent on themes (hub_id, parent_id);
select essaim_isolate('themes');

create table organizations (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  slug text not null,
  -- Grows by one at each change: an editor who started from an older one is shown both.
  version int not null default 1,
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  trashed_at timestamptz,

  name text not null,
  -- The name folded by the application, for order and comparison.
  name_key text not null,
  short_name text not null default '',
  -- Family shown in filters, and INSEE code « nature juridique » when known.
  legal_form text,
  legal_code text,
  level text not null default 'base' check (level in ('base', 'grouping', 'regional_head', 'support_body')),
  mission text not null default '' check (char_length(mission) <= 280),
  description text not null default '',
  offers text[] not null default '{}',
  needs text[] not null default '{}',
  skills text[] not null default '{}',
  means text[] not null default '{}',
  audiences text[] not null default '{}',
  siren text,
  siret text,
  rna text,
  founded_year int,
  staff_bracket text,

  -- E.164, or a short number.
  phone text not null default '',
  phone_visibility text not null default 'public' check (phone_visibility in ('public', 'members', 'staff')),
  email text not null default '',
  email_visibility text not null default 'public' check (email_visibility in ('public', 'members', 'staff')),
  website text not null default '',
  -- Host and path, to find the same structure written otherwise.
  website_key text not null default '',
  -- [{kind, url}]
  links jsonb not null default '[]',

  is_member boolean not null default false,
  is_inspiring boolean not null default false,
  is_support boolean not null default false,
  -- What a support actor accompanies.
  supports text[] not null default '{}',

  -- {field: {source, at, confirmedAt, confirmedBy}}
  field_origins jsonb not null default '{}',
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (hub_id, id)
);
create unique index organizations_slug on organizations (hub_id, slug);
create index organizations_by_name on organizations (hub_id, name_key collate "C", id);
create index organizations_published on organizations (hub_id, published_at desc) where status = 'published' and trashed_at is null;
create index organizations_updated on organizations (hub_id, updated_at desc);
create index organizations_siren on organizations (hub_id, siren) where siren is not null;
create index organizations_siret on organizations (hub_id, siret) where siret is not null;
create index organizations_rna on organizations (hub_id, rna) where rna is not null;
create index organizations_phone on organizations (hub_id, phone) where phone <> '';
create index organizations_website on organizations (hub_id, website_key) where website_key <> '';
create index organizations_near_name on organizations using gin (hub_id, name_key gin_trgm_ops);
select essaim_isolate('organizations');

-- Every address a sheet ever had, the present one too: none is ever given to another.
create table organization_slugs (
  hub_id uuid not null default essaim_hub() references hubs (id),
  slug text not null,
  organization_id uuid not null,
  since timestamptz not null default now(),
  primary key (hub_id, slug),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
create index organization_slugs_organization on organization_slugs (hub_id, organization_id);
select essaim_isolate('organization_slugs');

create table organization_locations (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  -- 0 is the main one.
  position int not null default 0,
  label text not null default '',
  street text not null default '',
  postcode text not null default '',
  city text not null default '',
  municipality_insee text,
  -- Year of the official list of municipalities the code comes from.
  insee_year int,
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  -- The point is the municipality's centre, or was guessed.
  is_approximate boolean not null default false,
  -- Who may see the street and the exact point; the municipality is public.
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  -- OpenStreetMap syntax, and what nobody could put in it.
  opening_hours text not null default '',
  opening_hours_note text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  check ((lon is null) = (lat is null))
);
create unique index organization_locations_order on organization_locations (hub_id, organization_id, position);
create index organization_locations_municipality on organization_locations (hub_id, municipality_insee);
select essaim_isolate('organization_locations');

create table contact_persons (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  position int not null default 0,
  person_id uuid,
  name text not null,
  role text not null default '',
  -- Who may see the name and the role.
  visibility text not null default 'staff' check (visibility in ('public', 'members', 'staff')),
  email text not null default '',
  email_visibility text not null default 'staff' check (email_visibility in ('public', 'members', 'staff')),
  phone text not null default '',
  phone_visibility text not null default 'staff' check (phone_visibility in ('public', 'members', 'staff')),
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
create unique index contact_persons_order on contact_persons (hub_id, organization_id, position);
create index contact_persons_person on contact_persons (hub_id, person_id) where person_id is not null;
create index contact_persons_email on contact_persons (hub_id, lower(email)) where email <> '';
select essaim_isolate('contact_persons');

create table organization_themes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  organization_id uuid not null,
  theme_id uuid not null,
  -- The first theme gives the sheet its colour.
  position int not null default 0,
  primary key (hub_id, organization_id, theme_id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  foreign key (hub_id, theme_id) references themes (hub_id, id)
);
create index organization_themes_theme on organization_themes (hub_id, theme_id);
select essaim_isolate('organization_themes');

create table organization_sources (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  source text not null,
  source_key text not null,
  import_id uuid,
  content_hash text not null default '',
  last_seen_at timestamptz not null default now(),
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
create unique index organization_sources_key on organization_sources (hub_id, source, source_key);
create index organization_sources_organization on organization_sources (hub_id, organization_id);
create index organization_sources_import on organization_sources (hub_id, import_id) where import_id is not null;
select essaim_isolate('organization_sources');

create table organization_photos (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  organization_id uuid not null,
  image_id uuid not null,
  -- 0 is the cover.
  position int not null default 0,
  credit text not null default '',
  alternative text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade,
  foreign key (hub_id, image_id) references stored_images (hub_id, id)
);
create index organization_photos_order on organization_photos (hub_id, organization_id, position);
create index organization_photos_image on organization_photos (hub_id, image_id);
select essaim_isolate('organization_photos');

-- What each change left, to read the history, compare and go back.
create table organization_versions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  organization_id uuid not null,
  version int not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  -- added, edited, imported, merged, restored, themes, corrected…
  act text not null,
  -- Names of the fields that changed.
  changed text[] not null default '{}',
  snapshot jsonb not null,
  primary key (hub_id, organization_id, version),
  foreign key (hub_id, organization_id) references organizations (hub_id, id) on delete cascade
);
select essaim_isolate('organization_versions');

create table merged_organizations (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- The id that is no more.
  id uuid not null,
  kept_id uuid not null,
  merged_at timestamptz not null,
  merged_by uuid,
  name text not null,
  snapshot jsonb not null,
  primary key (hub_id, id),
  foreign key (hub_id, kept_id) references organizations (hub_id, id) on delete cascade
);
create index merged_organizations_kept on merged_organizations (hub_id, kept_id);
select essaim_isolate('merged_organizations');

-- Names near the one given, folded by the application. Trigram operators are not leakproof, so their index only
-- serves inside this function, which filters on the hub itself.
create function essaim_near_organizations(p_name_key text, p_limit int)
returns table (id uuid, likeness real) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select o.id, similarity(o.name_key, p_name_key)
  from organizations o
  where o.hub_id = essaim_hub() and o.trashed_at is null and o.name_key % p_name_key
  order by 2 desc, 1
  limit p_limit;
end $$;
revoke all on function essaim_near_organizations(text, int) from public;
grant execute on function essaim_near_organizations(text, int) to essaim_app;
