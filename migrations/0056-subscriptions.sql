-- Digests that compose themselves, and the letter that the actors of a territory write together.

-- What the employee says at the head of the coming digest; forgotten once it left.
create table digest_plans (
  hub_id uuid not null default essaim_hub() references hubs (id),
  version int not null default 1,
  introduction text not null default '' check (char_length(introduction) <= 2000),
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('digest_plans');

-- What she chose of an information: asked for, left out, put before others.
create table digest_choices (
  hub_id uuid not null default essaim_hub() references hubs (id),
  kind text not null check (char_length(kind) <= 40),
  item_id uuid not null,
  is_wanted boolean not null default false,
  is_left_out boolean not null default false,
  position int,
  at timestamptz not null,
  primary key (hub_id, kind, item_id),
  check (not (is_wanted and is_left_out))
);
select essaim_isolate('digest_choices');

-- Each moment at which digests were composed, once; without mailing when there was nothing to say to anybody.
create table digest_slots (
  hub_id uuid not null default essaim_hub() references hubs (id),
  leaves_at timestamptz not null,
  mailing_id uuid,
  composed_at timestamptz not null,
  primary key (hub_id, leaves_at),
  foreign key (hub_id, mailing_id) references mailings (hub_id, id) on delete set null (mailing_id)
);
create index digest_slots_mailing on digest_slots (hub_id, mailing_id);
select essaim_isolate('digest_slots');

-- A letter made of what the actors write about themselves.
create table network_editions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  title text not null check (char_length(title) between 1 and 200),
  question text not null check (char_length(question) between 1 and 1000),
  introduction text not null default '' check (char_length(introduction) <= 2000),
  closes_on date not null,
  state text not null default 'open' check (state in ('open', 'closed', 'gathered')),
  mailing_id uuid,
  created_by text not null default '',
  created_at timestamptz not null,
  asked_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, mailing_id) references mailings (hub_id, id) on delete set null (mailing_id)
);
create index network_editions_mailing on network_editions (hub_id, mailing_id);
create index network_editions_created on network_editions (hub_id, created_at desc);
select essaim_isolate('network_editions');

-- Who was asked for news. The link in the mail carries the signed id of this row.
create table edition_requests (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  edition_id uuid not null,
  address text not null check (address = lower(address) and char_length(address) <= 254),
  name text not null default '' check (char_length(name) <= 300),
  person_id uuid,
  asked_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, edition_id) references network_editions (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create unique index edition_requests_once on edition_requests (hub_id, edition_id, address);
create index edition_requests_person on edition_requests (hub_id, person_id);
create index edition_requests_address on edition_requests (hub_id, address);
select essaim_isolate('edition_requests');

create table edition_contributions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  edition_id uuid not null,
  -- Null for what the team typed or pasted.
  request_id uuid,
  source text not null check (source in ('form', 'mail', 'team')),
  author_name text not null default '' check (char_length(author_name) <= 200),
  address text not null default '' check (address = lower(address) and char_length(address) <= 254),
  structure_name text not null default '' check (char_length(structure_name) <= 200),
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) between 1 and 2000),
  href text not null default '' check (char_length(href) <= 500),
  picture_id uuid,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
  position int not null default 0,
  received_at timestamptz not null,
  decided_at timestamptz,
  decided_by text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, edition_id) references network_editions (hub_id, id) on delete cascade,
  foreign key (hub_id, request_id) references edition_requests (hub_id, id) on delete set null (request_id),
  foreign key (hub_id, picture_id) references stored_images (hub_id, id) on delete set null (picture_id)
);
create unique index edition_contributions_once on edition_contributions (hub_id, request_id) where request_id is not null;
create index edition_contributions_edition on edition_contributions (hub_id, edition_id, position);
create index edition_contributions_picture on edition_contributions (hub_id, picture_id);
create index edition_contributions_address on edition_contributions (hub_id, address);
select essaim_isolate('edition_contributions');
