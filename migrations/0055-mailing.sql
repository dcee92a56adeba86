-- Mailings: what a hub writes to many, to whom it may, what became of each copy, and who wants to hear no more.

-- What is kept of an address that must not be written to: its print, which says nothing and still answers « is it you ».
create function essaim_mail_print(value text) returns text language sql immutable parallel safe strict
  as $$ select encode(sha256(convert_to(lower(value), 'UTF8')), 'hex') $$;

create table mailing_settings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  version int not null default 1,
  -- Empty: the hub's own name and address.
  sender_name text not null default '' check (char_length(sender_name) <= 120),
  reply_to text not null default '' check (char_length(reply_to) <= 254),
  footer_words text not null default '' check (char_length(footer_words) <= 600),
  -- Mailings one address may receive in any seven days, all modules together.
  weekly_budget int not null default 3 check (weekly_budget between 1 and 14),
  -- When the digest leaves: 1 is Monday; the monthly one leaves on the first such day of the month.
  digest_weekday int not null default 4 check (digest_weekday between 1 and 7),
  digest_hour int not null default 9 check (digest_hour between 6 and 20),
  -- Mails a minute to the addresses of one domain; null when nothing holds them back.
  domain_pace int default 120 check (domain_pace between 1 and 6000),
  updated_at timestamptz not null,
  primary key (hub_id)
);
select essaim_isolate('mailing_settings');

create table mailings (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  kind text not null check (kind in ('single', 'digest', 'edition', 'letter')),
  state text not null default 'draft'
    check (state in ('draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled')),
  -- What readers choose by; null for a digest, made of the subjects of each reader.
  subject text check (subject in ('life', 'events', 'trainings', 'jobs', 'calls', 'exchanges', 'resources')),
  title text not null check (char_length(title) between 1 and 200),
  preview text not null default '' check (char_length(preview) <= 200),
  introduction text not null default '' check (char_length(introduction) <= 4000),
  audience jsonb not null,
  -- In the public archive, once it left.
  is_archived boolean not null default true,
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  scheduled_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  -- The process that sends at the moment, and until when the others leave it to it.
  lease_id uuid,
  lease_until timestamptz,
  created_by text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  unique (hub_id, slug)
);
create index mailings_state on mailings (hub_id, state, created_at desc);
create index mailings_archive on mailings (hub_id, started_at desc) where is_archived and state in ('sending', 'paused', 'sent');
select essaim_isolate('mailings');

-- The informations of a mailing, as they were when it was written.
create table mailing_items (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  mailing_id uuid not null,
  position int not null,
  -- The thing itself, in the module that keeps it: `news`, `events`…
  kind text not null check (char_length(kind) <= 40),
  item_id uuid not null,
  subject text not null,
  title text not null check (char_length(title) <= 300),
  href text not null check (char_length(href) <= 500),
  words text not null default '' check (char_length(words) <= 4000),
  facts jsonb not null default '[]',
  is_own boolean not null default true,
  by_name text not null default '' check (char_length(by_name) <= 300),
  picture_id uuid,
  published_at timestamptz not null,
  expires_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, mailing_id) references mailings (hub_id, id) on delete cascade,
  foreign key (hub_id, picture_id) references stored_images (hub_id, id) on delete set null (picture_id)
);
create index mailing_items_picture on mailing_items (hub_id, picture_id);
create unique index mailing_items_once on mailing_items (hub_id, mailing_id, kind, item_id);
create index mailing_items_thing on mailing_items (hub_id, kind, item_id);
select essaim_isolate('mailing_items');

-- Who asked to receive what, and how often. One row an address; the links in mails carry its signed id.
create table newsletter_subscribers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  address text not null check (address = lower(address) and char_length(address) <= 254),
  name text not null default '' check (char_length(name) <= 200),
  person_id uuid,
  subjects text[] not null default '{}',
  rhythm text not null default 'at_once' check (rhythm in ('at_once', 'weekly', 'monthly')),
  wording text not null default '',
  source text not null default '' check (char_length(source) <= 300),
  asked_at timestamptz not null,
  -- Null until the address was proved; receives nothing before.
  confirmed_at timestamptz,
  paused_until timestamptz,
  ended_at timestamptz,
  last_digest_at timestamptz,
  primary key (hub_id, id),
  unique (hub_id, address),
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create index newsletter_subscribers_person on newsletter_subscribers (hub_id, person_id);
create index newsletter_subscribers_topics on newsletter_subscribers using gin (subjects);
select essaim_isolate('newsletter_subscribers');

-- Each time somebody asked, agreed, changed or stopped, with the words she agreed to.
create table subscription_consents (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  subscriber_id uuid not null,
  act text not null check (act in ('asked', 'confirmed', 'changed', 'paused', 'ended')),
  subjects text[] not null default '{}',
  rhythm text check (rhythm in ('at_once', 'weekly', 'monthly')),
  wording text not null default '',
  source text not null default '' check (char_length(source) <= 300),
  proof text not null default '' check (char_length(proof) <= 500),
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, subscriber_id) references newsletter_subscribers (hub_id, id) on delete cascade
);
create index subscription_consents_subscriber on subscription_consents (hub_id, subscriber_id, at);
select essaim_isolate('subscription_consents');

-- One copy of a mailing for one address. Claimed just before the mail server is spoken to, settled after its verdict.
create table mailing_deliveries (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  mailing_id uuid not null,
  address text not null check (address = lower(address) and char_length(address) <= 254),
  domain text not null generated always as (split_part(address, '@', 2)) stored,
  name text not null default '',
  person_id uuid,
  subscriber_id uuid,
  -- Why it may be sent: she subscribed, she is a member, she agreed.
  basis text not null check (basis in ('subscriber', 'member', 'consent')),
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'postponed', 'refused', 'uncertain', 'skipped')),
  reason text,
  -- The mailing_items this copy holds; null for all.
  item_ids uuid[],
  attempts int not null default 0,
  next_at timestamptz not null,
  first_claimed_at timestamptz,
  claimed_at timestamptz,
  settled_at timestamptz,
  -- The reader stopped all mailings from this copy.
  unsubscribed_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, mailing_id) references mailings (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, subscriber_id) references newsletter_subscribers (hub_id, id) on delete set null (subscriber_id)
);
create unique index mailing_deliveries_once on mailing_deliveries (hub_id, mailing_id, address);
create index mailing_deliveries_next on mailing_deliveries (hub_id, mailing_id, next_at, id)
  where state in ('waiting', 'postponed');
create index mailing_deliveries_address on mailing_deliveries (hub_id, address, claimed_at);
create index mailing_deliveries_person on mailing_deliveries (hub_id, person_id, claimed_at);
create index mailing_deliveries_subscriber on mailing_deliveries (hub_id, subscriber_id);
select essaim_isolate('mailing_deliveries');

-- What an address was already told, whichever mailing carried it.
create table heard_items (
  hub_id uuid not null default essaim_hub() references hubs (id),
  address text not null check (address = lower(address)),
  kind text not null,
  item_id uuid not null,
  delivery_id uuid not null,
  person_id uuid,
  at timestamptz not null,
  primary key (hub_id, address, kind, item_id),
  foreign key (hub_id, delivery_id) references mailing_deliveries (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create index heard_items_delivery on heard_items (hub_id, delivery_id);
create index heard_items_person on heard_items (hub_id, person_id, kind, item_id);
select essaim_isolate('heard_items');

-- Addresses no mailing may reach. Kept by print, so that erasing somebody does not write to her again.
create table mail_suppressions (
  hub_id uuid not null default essaim_hub() references hubs (id),
  print text not null,
  address text,
  reason text not null check (reason in ('unsubscribed', 'bounced', 'complained', 'paused', 'asked')),
  since timestamptz not null,
  until timestamptz,
  note text not null default '' check (char_length(note) <= 500),
  created_by text not null default '',
  primary key (hub_id, print),
  check (address is null or print = essaim_mail_print(address))
);
create index mail_suppressions_since on mail_suppressions (hub_id, since desc);
select essaim_isolate('mail_suppressions');

-- What mail servers sent back, and complaints.
create table mail_bounces (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  address text not null check (address = lower(address)),
  delivery_id uuid,
  kind text not null check (kind in ('hard', 'soft', 'complaint')),
  code text not null default '' check (char_length(code) <= 20),
  source text not null check (source in ('smtp', 'notice', 'team')),
  at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, delivery_id) references mailing_deliveries (hub_id, id) on delete set null (delivery_id)
);
create unique index mail_bounces_once on mail_bounces (hub_id, address, delivery_id, kind) where delivery_id is not null;
create index mail_bounces_address on mail_bounces (hub_id, address, at desc);
create index mail_bounces_delivery on mail_bounces (hub_id, delivery_id);
select essaim_isolate('mail_bounces');

-- Takes the next copy of a mailing, under the lock of its address: two mailings that meet on one address see each
-- other. `claimed`: the caller now speaks to the mail server; `skipped`: not for her, with the reason written;
-- `nothing`: none may leave now; `stopped`: paused, cancelled, or another process sends.
create function essaim_claim_delivery(p_mailing uuid, p_lease uuid, p_now timestamptz, p_closed text[])
returns table (outcome text, delivery_id uuid, address text, domain text, name text, basis text, subscriber_id uuid, item_ids uuid[], attempts int)
language plpgsql as $$
#variable_conflict use_column
declare
  m mailings%rowtype;
  d mailing_deliveries%rowtype;
  v_items uuid[];
  v_count int;
  v_reason text;
begin
  select * into m from mailings x where x.id = p_mailing;
  if not found or m.state <> 'sending' or m.lease_id is distinct from p_lease then
    return query select 'stopped', null::uuid, null::text, null::text, null::text, null::text, null::uuid, null::uuid[], 0;
    return;
  end if;
  select * into d from mailing_deliveries x
  where x.mailing_id = p_mailing and x.state in ('waiting', 'postponed') and x.next_at <= p_now
    and x.domain <> all (p_closed)
  order by x.next_at, x.id limit 1 for update skip locked;
  if not found then
    return query select 'nothing', null::uuid, null::text, null::text, null::text, null::text, null::uuid, null::uuid[], 0;
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('mailing ' || essaim_hub()::text || d.address, 0));
  if d.person_id is not null then
    perform pg_advisory_xact_lock(hashtextextended('mailing person ' || essaim_hub()::text || d.person_id::text, 0));
  end if;

  if exists (select from mail_suppressions s where s.print = essaim_mail_print(d.address) and (s.until is null or s.until > p_now)) then
    v_reason := 'suppressed';
  elsif d.basis = 'subscriber' and not exists (
    select from newsletter_subscribers s where s.id = d.subscriber_id and s.address = d.address
      and s.confirmed_at is not null and s.ended_at is null and (s.paused_until is null or s.paused_until <= p_now)
      and (m.subject is null or m.subject = any (s.subjects))) then
    v_reason := 'unsubscribed';
  -- Who did not subscribe: what let her in when the mailing was planned must still be so.
  elsif d.basis <> 'subscriber' and (
    exists (select from newsletter_subscribers s where s.address = d.address and s.confirmed_at is not null
      and (s.ended_at is not null or s.paused_until > p_now))
    or not exists (select from persons p where p.id = d.person_id and p.erased_at is null)
    or d.basis = 'member' and not exists (select from person_roles r where r.person_id = d.person_id
      and r.role = 'member' and r.starts_at <= p_now and (r.ends_at is null or r.ends_at > p_now))
    or d.basis = 'consent' and not exists (select from consents c where c.person_id = d.person_id
      and c.purpose = 'newsletter' and c.withdrawn_at is null)) then
    v_reason := 'unsubscribed';
  end if;

  select count(*) into v_count from mailing_items i where i.mailing_id = p_mailing;
  if v_reason is null and v_count > 0 then
    select array_agg(i.id order by i.position, i.id) into v_items from mailing_items i
    where i.mailing_id = p_mailing and (d.item_ids is null or i.id = any (d.item_ids))
      and (i.expires_at is null or i.expires_at > p_now)
      and not exists (select from heard_items h where h.address = d.address and h.kind = i.kind and h.item_id = i.item_id and h.delivery_id <> d.id)
      and (d.person_id is null or not exists (
        select from heard_items h where h.person_id = d.person_id and h.kind = i.kind and h.item_id = i.item_id and h.delivery_id <> d.id));
    if v_items is null then v_reason := 'heard'; end if;
  end if;

  if v_reason is null then
    select count(*) into v_count from mailing_deliveries x
    where x.address = d.address and x.claimed_at > p_now - interval '7 days' and x.id <> d.id
      and x.state in ('sending', 'sent', 'uncertain');
    if d.person_id is not null then
      select v_count + count(*) into v_count from mailing_deliveries x
      where x.person_id = d.person_id and x.address <> d.address and x.claimed_at > p_now - interval '7 days'
        and x.state in ('sending', 'sent', 'uncertain');
    end if;
    if v_count >= coalesce((select s.weekly_budget from mailing_settings s), 3) then v_reason := 'budget'; end if;
  end if;

  if v_reason is not null then
    delete from heard_items h where h.delivery_id = d.id;
    update mailing_deliveries x set state = 'skipped', reason = v_reason, settled_at = p_now where x.id = d.id;
    return query select 'skipped', d.id, d.address, d.domain, d.name, d.basis, d.subscriber_id, null::uuid[], d.attempts;
    return;
  end if;
  update mailing_deliveries x set state = 'sending', reason = null, attempts = x.attempts + 1, claimed_at = p_now,
    first_claimed_at = coalesce(x.first_claimed_at, p_now), item_ids = coalesce(v_items, x.item_ids) where x.id = d.id;
  insert into heard_items (address, kind, item_id, delivery_id, person_id, at)
  select d.address, i.kind, i.item_id, d.id, d.person_id, p_now from mailing_items i where i.id = any (v_items)
  on conflict do nothing;
  return query select 'claimed', d.id, d.address, d.domain, d.name, d.basis, d.subscriber_id, v_items, d.attempts + 1;
end $$;
