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

-- As before; an information withdrawn since is not told.
create or replace function essaim_claim_delivery(p_mailing uuid, p_lease uuid, p_now timestamptz, p_closed text[])
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
      and (i.expires_at is null or i.expires_at > p_now) and i.withdrawn_at is null
      and not exists (select from heard_items h where h.address = d.address and h.kind = i.kind and h.item_id = i.item_id and h.delivery_id <> d.id)
      and (d.person_id is null or not exists (
        select from heard_items h where h.person_id = d.person_id and h.kind = i.kind and h.item_id = i.item_id and h.delivery_id <> d.id));
    if v_items is null then
      v_reason := case when exists (
        select from mailing_items i where i.mailing_id = p_mailing and (d.item_ids is null or i.id = any (d.item_ids))
          and i.withdrawn_at is null) then 'heard' else 'withdrawn' end;
    end if;
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
