-- People, their addresses, accounts, roles and consents; sessions, links and second factors. All of a hub's own:
-- a session or a link of one hub does not exist in another.

create table persons (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  given_name text not null default '' check (length(given_name) <= 100),
  family_name text not null default '' check (length(family_name) <= 100),
  display_name text not null check (length(display_name) between 1 and 200),
  folded_name text not null generated always as (essaim_fold(given_name || ' ' || family_name || ' ' || display_name)) stored,
  notes text not null default '',
  created_by uuid,
  created_at timestamptz not null,
  merged_into uuid,
  erased_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, merged_into) references persons (hub_id, id),
  check (merged_into <> id)
);
create index persons_name on persons (hub_id, folded_name);
select essaim_isolate('persons');

create table contact_points (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'postal')),
  value text not null check (length(value) between 1 and 500),
  normalised text not null,
  visibility text not null default 'staff' check (visibility in ('public', 'members', 'staff')),
  preferred boolean not null default false,
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create unique index contact_points_once on contact_points (hub_id, person_id, kind, normalised);
create index contact_points_value on contact_points (hub_id, kind, normalised);
create unique index contact_points_preferred on contact_points (hub_id, person_id, kind) where preferred;
select essaim_isolate('contact_points');

-- What lets a person sign in. The address is the one links are sent to.
create table accounts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  -- Null for a person let in by a first link who gave no address yet.
  email text check (email = lower(email) and length(email) <= 254),
  password_hash text,
  password_changed_at timestamptz,
  first_signed_in_at timestamptz,
  created_at timestamptz not null,
  primary key (hub_id, id),
  unique (hub_id, email),
  unique (hub_id, person_id),
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
select essaim_isolate('accounts');

-- The token itself is only in the browser's cookie. A pending session waits for the second factor and opens nothing.
create table sessions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  stage text not null check (stage in ('pending', 'open')),
  method text not null check (method in ('link', 'password', 'passkey', 'first_link')),
  over_https boolean not null,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  proved_at timestamptz not null,
  second_factor_at timestamptz,
  acting_for uuid,
  acting_since timestamptz,
  primary key (hub_id, id),
  unique (hub_id, token_hash),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade,
  foreign key (hub_id, acting_for) references persons (hub_id, id)
);
create index sessions_account on sessions (hub_id, account_id);
create index sessions_last_seen on sessions (hub_id, last_seen_at);
select essaim_isolate('sessions');

-- A row for each address that asked, known or not, so that both take the same time; only a known one gets a secret.
create table sign_in_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('requested', 'invitation', 'first')),
  email text,
  account_id uuid,
  browser_hash text,
  token_hash text,
  code_hash text,
  attempts int not null default 0,
  next_path text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, token_hash),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
create index sign_in_links_browser on sign_in_links (hub_id, browser_hash);
create index sign_in_links_age on sign_in_links (hub_id, expires_at);
select essaim_isolate('sign_in_links');

create table address_changes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  account_id uuid not null,
  new_email text not null,
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, token_hash),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
create index address_changes_account on address_changes (hub_id, account_id);
select essaim_isolate('address_changes');

-- The secret is sealed with the installation's key; the last step used is kept so that a code opens only once.
create table second_factors (
  hub_id uuid not null default essaim_hub() references hubs (id),
  account_id uuid not null,
  sealed_secret text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (hub_id, account_id),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
select essaim_isolate('second_factors');

create table recovery_codes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  account_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, account_id, code_hash),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
select essaim_isolate('recovery_codes');

create table passkeys (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  transports text not null default '',
  synced boolean not null,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, credential_id),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
create index passkeys_account on passkeys (hub_id, account_id);
select essaim_isolate('passkeys');

create table passkey_challenges (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  purpose text not null check (purpose in ('registration', 'authentication')),
  account_id uuid,
  browser_hash text not null,
  challenge text not null,
  expires_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, account_id) references accounts (hub_id, id) on delete cascade
);
create index passkey_challenges_browser on passkey_challenges (hub_id, browser_hash);
create index passkey_challenges_age on passkey_challenges (hub_id, expires_at);
select essaim_isolate('passkey_challenges');

-- Roles are periods: who held which, from when to when, and who gave it.
create table person_roles (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('operator', 'employee', 'board_member', 'contributor', 'member')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  granted_by uuid,
  ended_by uuid,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade,
  check (ends_at is null or ends_at >= starts_at)
);
create unique index person_roles_open on person_roles (hub_id, person_id, role) where ends_at is null;
create index person_roles_role on person_roles (hub_id, role, person_id);
select essaim_isolate('person_roles');

create table consents (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  wording text not null,
  source text not null,
  proof text not null default '',
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create unique index consents_open on consents (hub_id, person_id, purpose) where withdrawn_at is null;
select essaim_isolate('consents');

create table erasure_requests (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  requested_at timestamptz not null,
  handled_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create unique index erasure_requests_open on erasure_requests (hub_id, person_id) where handled_at is null;
select essaim_isolate('erasure_requests');

-- Counts of tries, for the whole installation; keys are hashes. Shape asked by rate-limiter-flexible.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_expire on rate_limits (expire);
grant select, insert, update, delete on rate_limits to essaim_app;
