-- Money owed to the hub and received by it: charges, the entries that prove their state, and the papers that go with them.

create table payment_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  version int not null default 1,
  -- The hub's account at HelloAsso; both secrets are sealed by the installation.
  helloasso_slug text not null default '' check (char_length(helloasso_slug) <= 100),
  helloasso_client_id text not null default '' check (char_length(helloasso_client_id) <= 100),
  helloasso_client_secret text,
  helloasso_signature_key text,
  -- The last time the account answered, or why it did not.
  checked_at timestamptz,
  check_problem text,
  account_holder text not null default '' check (char_length(account_holder) <= 140),
  iban text not null default '' check (char_length(iban) <= 34),
  bic text not null default '' check (char_length(bic) <= 11),
  cheque_order text not null default '' check (char_length(cheque_order) <= 140),
  cheque_address text not null default '' check (char_length(cheque_address) <= 400),
  takes_on_site boolean not null default true,
  -- What invoices say of the hub.
  seller_name text not null default '' check (char_length(seller_name) <= 200),
  seller_address text not null default '' check (char_length(seller_address) <= 400),
  siren text not null default '' check (siren ~ '^(\d{9}(\d{5})?)?$'),
  training_number text not null default '' check (char_length(training_number) <= 40),
  vat_rule text not null default 'franchise' check (vat_rule in ('franchise', 'training', 'nonprofit', 'other')),
  vat_words text not null default '' check (char_length(vat_words) <= 300),
  payment_days int not null default 30 check (payment_days between 0 and 90),
  invoice_words text not null default '' check (char_length(invoice_words) <= 600),
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('payment_settings');

-- What somebody owes for something another module keeps: a registration, a training.
create table charges (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  subject_module text not null check (char_length(subject_module) <= 40),
  subject_id uuid not null,
  label text not null check (char_length(label) between 1 and 200),
  -- Label, quantity and price of each line, in cents.
  lines jsonb not null,
  amount int not null check (amount > 0),
  ways text[] not null,
  -- The way the payer said she would take.
  chosen_way text,
  person_id uuid,
  payer_name text not null check (char_length(payer_name) <= 200),
  payer_email text check (char_length(payer_email) <= 254),
  payer_address text not null default '' check (char_length(payer_address) <= 400),
  -- A public page to come back to.
  back_path text not null default '' check (char_length(back_path) <= 300),
  link_hash text not null,
  due_on date,
  -- What the entries prove, kept for lists; each act that adds one writes both.
  state text not null default 'due' check (state in ('due', 'pending', 'paid', 'refused', 'refunded', 'cancelled')),
  received int not null default 0,
  returned int not null default 0,
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (char_length(cancel_reason) <= 300),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create unique index charges_link on charges (hub_id, link_hash);
create index charges_subject on charges (hub_id, subject_module, subject_id);
create index charges_person on charges (hub_id, person_id);
create index charges_email on charges (hub_id, payer_email);
create index charges_list on charges (hub_id, state, created_at desc, id);
create index charges_due on charges (hub_id, due_on) where state in ('due', 'refused', 'pending');
select essaim_isolate('charges');

-- One checkout opened at HelloAsso for a charge.
create table checkouts (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  charge_id uuid not null,
  provider_id bigint not null,
  amount int not null check (amount > 0),
  state text not null default 'open' check (state in ('open', 'paid', 'refused', 'returned', 'expired')),
  order_id bigint,
  -- Counts what its readings changed, so that an older answer never undoes a newer one.
  readings int not null default 0,
  -- What was paid is not what was asked, or is contested.
  problem text,
  opened_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, charge_id) references charges (hub_id, id)
);
create unique index checkouts_provider on checkouts (hub_id, provider_id);
create index checkouts_order on checkouts (hub_id, order_id);
create index checkouts_charge on checkouts (hub_id, charge_id);
create index checkouts_open on checkouts (hub_id, state, opened_at);
select essaim_isolate('checkouts');

-- Every sum received, given back or put right. Lines are added, never changed.
create table payment_entries (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  charge_id uuid not null,
  -- Order of the lines of a charge, whatever the clock said.
  position int not null check (position > 0),
  kind text not null check (kind in ('payment', 'refund', 'correction', 'contest')),
  way text not null check (way in ('online', 'cheque', 'transfer', 'cash', 'on_site')),
  -- In cents; what leaves is negative.
  amount int not null check (amount <> 0),
  received_on date not null,
  number text not null default '' check (char_length(number) <= 60),
  bank text not null default '' check (char_length(bank) <= 80),
  note text not null default '' check (char_length(note) <= 300),
  checkout_id uuid,
  provider_payment_id bigint,
  -- The line that this one takes back.
  reverses_id uuid,
  recorded_by_id uuid,
  recorded_by text not null default '',
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, charge_id) references charges (hub_id, id),
  foreign key (hub_id, checkout_id) references checkouts (hub_id, id),
  foreign key (hub_id, reverses_id) references payment_entries (hub_id, id),
  check (kind <> 'payment' or amount > 0)
);
create unique index payment_entries_position on payment_entries (hub_id, charge_id, position);
-- A payment of HelloAsso is received once, whatever is told of it and how often.
create unique index payment_entries_provider on payment_entries (hub_id, provider_payment_id) where kind = 'payment';
create unique index payment_entries_reversed on payment_entries (hub_id, reverses_id);
create index payment_entries_checkout on payment_entries (hub_id, checkout_id);
create index payment_entries_received on payment_entries (hub_id, received_on, id);
create index payment_entries_recorder on payment_entries (hub_id, recorded_by_id);
select essaim_isolate('payment_entries');
revoke update, delete on payment_entries from essaim_app;
-- Erasing or merging the person of the team who typed a line.
grant update (recorded_by_id, recorded_by) on payment_entries to essaim_app;

-- What HelloAsso announced: a hint to read again, kept to answer repeats.
create table payment_notices (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  fingerprint text not null,
  kind text not null check (char_length(kind) <= 40),
  received_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index payment_notices_fingerprint on payment_notices (hub_id, fingerprint);
create index payment_notices_received on payment_notices (hub_id, received_at);
select essaim_isolate('payment_notices');

-- Cheques carried to the bank together.
create table cheque_deposits (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  number int not null check (number > 0),
  deposited_on date not null,
  created_by text not null default '',
  created_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index cheque_deposits_number on cheque_deposits (hub_id, number);
select essaim_isolate('cheque_deposits');

create table cheque_deposit_lines (
  hub_id uuid not null default essaim_hub() references hubs (id),
  entry_id uuid not null,
  deposit_id uuid not null,
  primary key (hub_id, entry_id),
  foreign key (hub_id, entry_id) references payment_entries (hub_id, id),
  foreign key (hub_id, deposit_id) references cheque_deposits (hub_id, id)
);
create index cheque_deposit_lines_deposit on cheque_deposit_lines (hub_id, deposit_id);
select essaim_isolate('cheque_deposit_lines');

-- The last number given, by kind and year; its row is locked by whoever takes the next.
create table invoice_counters (
  hub_id uuid not null default essaim_hub() references hubs (id),
  kind text not null check (kind in ('invoice', 'credit_note', 'receipt')),
  year int not null,
  last int not null check (last > 0),
  primary key (hub_id, kind, year)
);
select essaim_isolate('invoice_counters');

-- Invoices, credit notes and receipts as they were issued. Only the file drawn from a row is added to it.
create table invoices (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'receipt')),
  year int not null,
  number int not null check (number > 0),
  charge_id uuid not null,
  -- The invoice that a credit note cancels.
  cancels_id uuid,
  issued_on date not null,
  due_on date,
  seller jsonb not null,
  buyer_name text not null check (char_length(buyer_name) <= 200),
  buyer_address text not null default '' check (char_length(buyer_address) <= 400),
  buyer_siren text not null default '' check (char_length(buyer_siren) <= 14),
  reference text not null default '' check (char_length(reference) <= 120),
  lines jsonb not null,
  total int not null,
  -- Already received the day it was issued, and how.
  settled int not null default 0,
  settlement text not null default '',
  issued_by text not null default '',
  created_at timestamptz not null,
  file_key text,
  file_sha256 text,
  file_bytes int,
  primary key (hub_id, id),
  foreign key (hub_id, charge_id) references charges (hub_id, id),
  foreign key (hub_id, cancels_id) references invoices (hub_id, id),
  check ((kind = 'credit_note') = (cancels_id is not null)),
  check ((file_key is null) = (file_sha256 is null))
);
create unique index invoices_number on invoices (hub_id, kind, year, number);
create unique index invoices_cancelled on invoices (hub_id, cancels_id);
create index invoices_charge on invoices (hub_id, charge_id);
create index invoices_issued on invoices (hub_id, issued_on desc, id);
select essaim_isolate('invoices');
revoke update, delete on invoices from essaim_app;
grant update (file_key, file_sha256, file_bytes, issued_by) on invoices to essaim_app;
