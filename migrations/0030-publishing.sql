-- What a hub publishes: pages, news, stories, projects, actions, resources, experiences, watch. One life for all of them:
-- draft, proposed, scheduled, published, archived; versions; addresses that keep answering; a trash.

create table publications (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('home', 'page', 'door', 'news', 'story', 'project', 'action', 'resource', 'experience', 'watch')),
  slug text not null,
  -- Grows by one at each change: an editor who started from an older one is shown both.
  version int not null default 1,
  status text not null default 'draft' check (status in ('draft', 'proposed', 'returned', 'scheduled', 'published', 'archived')),
  trashed_at timestamptz,

  title text not null check (char_length(title) between 1 and 200),
  -- The same said in one line, then in 280 characters: each channel takes the length it needs.
  line text not null default '' check (char_length(line) <= 140),
  brief text not null default '' check (char_length(brief) <= 280),
  -- Cleaned HTML of the few elements that platform/rich-text allows.
  body text not null default '',
  -- What only this kind has; its shape is checked by the application (domain/content).
  content jsonb not null default '{}',

  image_id uuid,
  image_alternative text not null default '',
  image_credit text not null default '',

  -- The structure that speaks; null when it is the hub itself.
  organization_id uuid,
  -- Whom to ask, as shown.
  author_name text not null default '',
  person_id uuid,
  -- Tags of the doors it speaks to (« association », « se-former »), and ids of the hub's themes.
  audiences text[] not null default '{}',
  themes uuid[] not null default '{}',

  happened_on date,
  review_on date,

  -- Changes of something already public, kept aside until they are published.
  pending jsonb,
  -- The word of whoever returned a proposal to its author.
  moderation_note text not null default '',

  publish_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, image_id) references stored_images (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  check (status <> 'published' or published_at is not null),
  check (status <> 'scheduled' or publish_at is not null)
);
create unique index publications_slug on publications (hub_id, kind, slug);
create index publications_public on publications (hub_id, kind, published_at desc, id) where status = 'published' and trashed_at is null;
create index publications_audiences on publications using gin (audiences) where status = 'published' and trashed_at is null;
create index publications_updated on publications (hub_id, updated_at desc);
create index publications_due on publications (hub_id, publish_at) where publish_at is not null;
create index publications_review on publications (hub_id, review_on) where review_on is not null and trashed_at is null;
create index publications_image on publications (hub_id, image_id);
create index publications_organization on publications (hub_id, organization_id);
create index publications_person on publications (hub_id, person_id);
select essaim_isolate('publications');

-- Every address a publication ever had.
create table publication_slugs (
  hub_id uuid not null default essaim_hub() references hubs (id),
  kind text not null,
  slug text not null,
  publication_id uuid not null,
  since timestamptz not null,
  primary key (hub_id, kind, slug),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index publication_slugs_publication on publication_slugs (hub_id, publication_id);
select essaim_isolate('publication_slugs');

-- What each version said, and whether everyone could read it.
create table publication_versions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  publication_id uuid not null,
  version int not null,
  fields jsonb not null,
  was_public boolean not null,
  saved_at timestamptz not null,
  person_id uuid,
  saved_by text not null,
  primary key (hub_id, publication_id, version),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index publication_versions_person on publication_versions (hub_id, person_id);
select essaim_isolate('publication_versions');

-- Links that show something before it is public to whoever holds them.
create table publication_previews (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  publication_id uuid not null,
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create unique index publication_previews_secret on publication_previews (hub_id, secret_hash);
create index publication_previews_publication on publication_previews (hub_id, publication_id);
select essaim_isolate('publication_previews');

-- Who sent something in without an account, to be told what became of it.
create table publication_senders (
  hub_id uuid not null default essaim_hub() references hubs (id),
  publication_id uuid not null,
  name text not null,
  email text not null,
  person_id uuid,
  sent_at timestamptz not null,
  primary key (hub_id, publication_id),
  foreign key (hub_id, publication_id) references publications (hub_id, id)
);
create index publication_senders_person on publication_senders (hub_id, person_id);
create index publication_senders_email on publication_senders (hub_id, email);
select essaim_isolate('publication_senders');

create table publishing_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  -- Roles that publish without validation, besides the employee.
  trusted_roles text[] not null default '{}',
  -- Address of a WebSub hub to tell when something is published; null tells nobody.
  websub_hub text,
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('publishing_settings');
