-- Another mail address, given by its owner through the private link that shows what is held about her.
create table own_address_changes (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  person_id uuid not null,
  new_email text not null check (char_length(new_email) <= 254),
  -- The one in use before, once the new one took its place.
  old_email text check (char_length(old_email) <= 254),
  -- The new address was one of hers already: it stays when the change is taken back.
  was_known boolean not null default false,
  -- « shared »: proved, but others bear it too; the team decides.
  state text not null default 'asked' check (state in ('asked', 'shared', 'taken', 'undone', 'refused')),
  token_hash text not null,
  undo_hash text,
  asked_at timestamptz not null,
  -- Until when the link in hand opens: that of the new mailbox, then that of the old one.
  expires_at timestamptz not null,
  settled_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, token_hash),
  unique (hub_id, undo_hash),
  foreign key (hub_id, person_id) references persons (hub_id, id) on delete cascade
);
create index own_address_changes_person on own_address_changes (hub_id, person_id, asked_at);
create index own_address_changes_shared on own_address_changes (hub_id, settled_at) where state = 'shared';
create index own_address_changes_age on own_address_changes (hub_id, expires_at);
select essaim_isolate('own_address_changes');

-- An address she left: what she once sent is found by it, and nothing is written to it any more.
alter table contact_points add column retired_at timestamptz;
