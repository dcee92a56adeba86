-- Around memberships: money that came by itself, tax receipts, what membership brings, agreements with partners.

-- Whether the hub may give tax receipts, in whose name, and the accounts of its bookkeeping.
create table membership_money_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  version int not null default 1,
  -- Only a body of general interest, or recognised of public utility, may: the team says which, with its reason.
  receipt_status text not null default 'none' check (receipt_status in ('none', 'general_interest', 'public_utility')),
  -- Whether dues bring nothing in return: only then are they a gift (BOI-IR-RICI-250-20).
  dues_are_gifts boolean not null default false,
  object text not null default '' check (char_length(object) <= 600),
  signatory text not null default '' check (char_length(signatory) <= 120),
  signatory_role text not null default '' check (char_length(signatory_role) <= 80),
  place text not null default '' check (char_length(place) <= 80),
  account_bank text not null default '512000' check (account_bank ~ '^\w{1,12}$'),
  account_cheques text not null default '511200' check (account_cheques ~ '^\w{1,12}$'),
  account_cash text not null default '530000' check (account_cash ~ '^\w{1,12}$'),
  account_online text not null default '517000' check (account_online ~ '^\w{1,12}$'),
  account_dues text not null default '756000' check (account_dues ~ '^\w{1,12}$'),
  account_gifts text not null default '754100' check (account_gifts ~ '^\w{1,12}$'),
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('membership_money_settings');

-- The last number given in a year.
create table tax_receipt_counters (
  hub_id uuid not null default essaim_hub() references hubs (id),
  year int not null,
  last int not null check (last > 0),
  primary key (hub_id, year)
);
select essaim_isolate('tax_receipt_counters');

-- Tax receipts as they were given; kept six years at least (LPF, art. L102 B and L14 A).
create table tax_receipts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  year int not null,
  number int not null check (number > 0),
  charge_id uuid not null,
  donor text not null check (donor in ('person', 'company')),
  donor_name text not null check (char_length(donor_name) between 1 and 200),
  donor_address text not null check (char_length(donor_address) between 1 and 400),
  donor_siren text not null default '' check (donor_siren ~ '^(\d{9}(\d{5})?)?$'),
  person_id uuid,
  organization_id uuid,
  -- In cents.
  amount int not null check (amount > 0),
  paid_on date not null,
  way text not null,
  -- The hub as it was that day: {"name", "address", "siren", "rna", "object", "status", "signatory", "signatoryRole", "place"}.
  issuer jsonb not null,
  issued_on date not null,
  issued_by text not null default '',
  created_at timestamptz not null,
  -- A number is never given again: what was wrong is cancelled, and another one is made.
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (char_length(cancel_reason) <= 300),
  primary key (hub_id, id),
  foreign key (hub_id, charge_id) references charges (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id)
);
create unique index tax_receipts_number on tax_receipts (hub_id, year, number);
-- A gift is told once.
create unique index tax_receipts_charge on tax_receipts (hub_id, charge_id) where cancelled_at is null;
create index tax_receipts_of_charge on tax_receipts (hub_id, charge_id);
create index tax_receipts_person on tax_receipts (hub_id, person_id);
create index tax_receipts_organization on tax_receipts (hub_id, organization_id);
select essaim_isolate('tax_receipts');
revoke update, delete on tax_receipts from essaim_app;
grant update (cancelled_at, cancel_reason, person_id, organization_id, issued_by) on tax_receipts to essaim_app;

-- Money that came before anybody said what for: read at HelloAsso, in a statement of the bank, or on a cheque.
create table incoming_payments (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  source text not null check (source in ('helloasso', 'bank', 'cheque', 'other')),
  -- What tells this payment from all others of its source: the same one read again changes nothing.
  source_key text not null check (char_length(source_key) between 1 and 200),
  way text not null check (way in ('online', 'cheque', 'transfer', 'cash', 'on_site')),
  provider_payment_id bigint,
  amount int not null check (amount between 1 and 1000000000),
  received_on date not null,
  payer_name text not null default '' check (char_length(payer_name) <= 200),
  payer_email text check (char_length(payer_email) <= 254),
  words text not null default '' check (char_length(words) <= 500),
  number text not null default '' check (char_length(number) <= 60),
  bank text not null default '' check (char_length(bank) <= 80),
  state text not null default 'waiting' check (state in ('waiting', 'matched', 'aside')),
  -- Why it was put aside, or what the part that was no dues is.
  note text not null default '' check (char_length(note) <= 300),
  decided_at timestamptz,
  decided_by text not null default '',
  decided_by_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index incoming_payments_source on incoming_payments (hub_id, source, source_key);
create index incoming_payments_list on incoming_payments (hub_id, state, received_on desc, id);
create index incoming_payments_decider on incoming_payments (hub_id, decided_by_id);
select essaim_isolate('incoming_payments');

-- What became of it: one line for each member it pays for.
create table incoming_payment_shares (
  hub_id uuid not null default essaim_hub() references hubs (id),
  incoming_id uuid not null,
  charge_id uuid not null,
  entry_id uuid not null,
  amount int not null check (amount > 0),
  primary key (hub_id, incoming_id, charge_id),
  foreign key (hub_id, incoming_id) references incoming_payments (hub_id, id) on delete cascade,
  foreign key (hub_id, charge_id) references charges (hub_id, id),
  foreign key (hub_id, entry_id) references payment_entries (hub_id, id)
);
create index incoming_payment_shares_charge on incoming_payment_shares (hub_id, charge_id);
create unique index incoming_payment_shares_entry on incoming_payment_shares (hub_id, entry_id);
select essaim_isolate('incoming_payment_shares');

-- What membership brings, as the hub keeps the list.
create table member_benefits (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  position int not null default 0,
  title text not null check (char_length(title) between 1 and 120),
  description text not null default '' check (char_length(description) <= 400),
  -- For whom: 'person', 'structure' or both.
  audience text not null default 'all' check (audience in ('all', 'person', 'structure')),
  -- What counts as using it, read in the threads of the modules; 'noted' by the team only.
  counted text not null default 'noted' check (counted in ('noted', 'registration', 'training', 'advice', 'listing', 'event')),
  -- Where one makes use of it: a path of the site.
  path text not null default '' check (char_length(path) <= 200 and (path = '' or path like '/%')),
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
create index member_benefits_list on member_benefits (hub_id, position, id) where archived_at is null;
select essaim_isolate('member_benefits');

-- Uses noted by the team: a desk lent, a poster printed.
create table member_benefit_uses (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  benefit_id uuid not null,
  membership_id uuid not null,
  used_on date not null,
  note text not null default '' check (char_length(note) <= 200),
  noted_by text not null default '',
  noted_by_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, benefit_id) references member_benefits (hub_id, id),
  foreign key (hub_id, membership_id) references memberships (hub_id, id)
);
create index member_benefit_uses_benefit on member_benefit_uses (hub_id, benefit_id);
create index member_benefit_uses_membership on member_benefit_uses (hub_id, membership_id, used_on desc);
select essaim_isolate('member_benefit_uses');

-- « Votre année avec le pôle », written to a member once for a year.
create table member_statements (
  hub_id uuid not null default essaim_hub() references hubs (id),
  membership_id uuid not null,
  year int not null,
  sent_at timestamptz not null,
  primary key (hub_id, membership_id, year),
  foreign key (hub_id, membership_id) references memberships (hub_id, id)
);
select essaim_isolate('member_statements');

-- Agreements with authorities and partners.
create table agreements (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  title text not null check (char_length(title) between 1 and 160),
  partner text not null check (char_length(partner) between 1 and 160),
  organization_id uuid,
  contact text not null default '' check (char_length(contact) <= 300),
  -- A year, in cents; null when no money goes with it.
  amount int check (amount between 0 and 1000000000),
  amount_words text not null default '' check (char_length(amount_words) <= 200),
  signed_on date,
  starts_on date not null,
  ends_on date,
  -- Days before its end when the team should think of what comes next.
  notice_days int not null default 90 check (notice_days between 0 and 730),
  notes text not null default '' check (char_length(notes) <= 4000),
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  check (ends_on is null or ends_on >= starts_on)
);
create index agreements_list on agreements (hub_id, ends_on, id);
create index agreements_organization on agreements (hub_id, organization_id);
select essaim_isolate('agreements');

-- What each side promised, done or due.
create table agreement_commitments (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  agreement_id uuid not null,
  side text not null check (side in ('hub', 'partner')),
  label text not null check (char_length(label) between 1 and 200),
  due_on date,
  amount int check (amount between 0 and 1000000000),
  done_on date,
  position int not null default 0,
  primary key (hub_id, id),
  foreign key (hub_id, agreement_id) references agreements (hub_id, id) on delete cascade
);
create index agreement_commitments_agreement on agreement_commitments (hub_id, agreement_id, position);
create index agreement_commitments_due on agreement_commitments (hub_id, due_on) where done_on is null;
select essaim_isolate('agreement_commitments');

-- The signed paper, its amendments.
create table agreement_files (
  hub_id uuid not null default essaim_hub() references hubs (id),
  agreement_id uuid not null,
  -- stored_files shown to staff only.
  file_id uuid not null,
  title text not null check (char_length(title) between 1 and 160),
  added_at timestamptz not null,
  primary key (hub_id, agreement_id, file_id),
  foreign key (hub_id, agreement_id) references agreements (hub_id, id) on delete cascade,
  foreign key (hub_id, file_id) references stored_files (hub_id, id)
);
create index agreement_files_file on agreement_files (hub_id, file_id);
select essaim_isolate('agreement_files');
