-- What visitors write to the hub through its contact form, and what it answered. Kept three years: older ones leave
-- when a new one arrives.
create table contact_messages (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  situation text,
  message text not null check (length(message) between 1 and 5000),
  person_id uuid,
  received_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  answer text,
  primary key (hub_id, id),
  check (email is not null or phone is not null)
);
create index contact_messages_received on contact_messages (hub_id, received_at desc);
create index contact_messages_waiting on contact_messages (hub_id, received_at) where answered_at is null;
create index contact_messages_person on contact_messages (hub_id, person_id);
create index contact_messages_email on contact_messages (hub_id, email);
select essaim_isolate('contact_messages');
