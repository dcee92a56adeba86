-- What came of mailings: replies read from a mailbox, and informations withdrawn before all copies left.

-- The mailbox that replies go to, each at an address of its copy; empty: they go to the hub's address, unread here.
alter table mailing_settings add column replies_to text not null default '' check (char_length(replies_to) <= 254);

-- The information was withdrawn, cancelled or hidden after the mailing was written: copies yet to leave do without it.
alter table mailing_items add column withdrawn_at timestamptz;

-- What readers answered to their copy. The copy says who; what a message says of its sender proves nothing.
create table mailing_replies (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  mailing_id uuid not null,
  delivery_id uuid,
  -- Of the message, so that one forwarded twice is kept once.
  print text not null check (print ~ '^[0-9a-f]{64}$'),
  -- Whom the copy was for.
  address text not null check (char_length(address) <= 254),
  name text not null default '' check (char_length(name) <= 200),
  person_id uuid,
  -- The sender, where the message names another address.
  sender text not null default '' check (char_length(sender) <= 254),
  title text not null default '' check (char_length(title) <= 200),
  body text not null check (char_length(body) <= 10000),
  -- Files that came with it and were left out.
  files_left int not null default 0,
  -- What it became in the letter of the actors.
  contribution_id uuid,
  received_at timestamptz not null,
  read_at timestamptz,
  read_by text not null default '',
  primary key (hub_id, id),
  foreign key (hub_id, mailing_id) references mailings (hub_id, id) on delete cascade,
  foreign key (hub_id, delivery_id) references mailing_deliveries (hub_id, id) on delete set null (delivery_id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, contribution_id) references edition_contributions (hub_id, id) on delete set null (contribution_id)
);
create unique index mailing_replies_once on mailing_replies (hub_id, mailing_id, print);
create index mailing_replies_delivery on mailing_replies (hub_id, delivery_id);
create index mailing_replies_person on mailing_replies (hub_id, person_id, received_at desc);
create index mailing_replies_address on mailing_replies (hub_id, address);
create index mailing_replies_contribution on mailing_replies (hub_id, contribution_id);
create index mailing_replies_received on mailing_replies (hub_id, received_at desc, id);
create index mailing_replies_unread on mailing_replies (hub_id, received_at) where read_at is null;
select essaim_isolate('mailing_replies');
