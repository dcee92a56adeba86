-- Money that goes back after it was counted, and what a hub keeps for its members.

-- A receipt says that all was paid: once money went back, it says something false. Its number stays, and is never given again.
alter table invoices
  add column voided_at timestamptz,
  add column void_reason text not null default '' check (char_length(void_reason) <= 300),
  add constraint invoices_voided check (voided_at is null or kind = 'receipt');
grant update (voided_at, void_reason) on invoices to essaim_app;

-- Dues that were paid and are owed again: a cheque came back, a transfer was recalled. The membership runs until somebody decides.
alter table memberships add column dues_unpaid_since date;
create index memberships_unpaid on memberships (hub_id, dues_unpaid_since) where dues_unpaid_since is not null;

-- `returned`: the payer got her money back where it came from. Who took a match back, and when.
alter table incoming_payments drop constraint incoming_payments_state_check;
alter table incoming_payments
  add constraint incoming_payments_state_check check (state in ('waiting', 'matched', 'aside', 'returned')),
  add column taken_back_at timestamptz,
  add column taken_back_by text not null default '',
  add column taken_back_by_id uuid;
create index incoming_payments_taken_back on incoming_payments (hub_id, taken_back_by_id);

-- Whether a benefit is worth money: dues that bring one are no gift (CGI, art. 200 and 238 bis).
alter table member_benefits add column is_worth_money boolean not null default false;
-- Who said that dues are a gift all the same, having read which benefits are worth money.
alter table membership_money_settings
  add column returns_acknowledged_at timestamptz,
  add column returns_acknowledged_by text not null default '',
  add column returns_acknowledged_by_id uuid;
create index membership_money_settings_acknowledged on membership_money_settings (hub_id, returns_acknowledged_by_id);

-- Pieces of the site that the hub keeps for its members; those that are not here, everyone sees.
create table member_only_pieces (
  hub_id uuid not null default essaim_hub() references hubs (id),
  piece text not null check (piece ~ '^[a-z]{3,30}$'),
  chosen_at timestamptz not null,
  primary key (hub_id, piece)
);
select essaim_isolate('member_only_pieces');
