-- Hundreds of letters a second: copies are claimed by the handful, with the verdicts of those before. Indexes for the
-- segments of large hubs.

-- Writes which copies the mail server took, then takes the next ones of a mailing, at most so many, under the lock of
-- their addresses: two mailings that meet on one address see each other. `claimed`: the caller now speaks to the mail
-- server; `skipped`: not for her, with the reason written; `nothing`: none may leave now; `stopped`: paused, cancelled,
-- or another process sends. Where domains have a pace, one copy a domain at a time.
drop function essaim_claim_delivery(uuid, uuid, timestamptz, text[]);
create function essaim_claim_deliveries(p_mailing uuid, p_lease uuid, p_now timestamptz, p_closed text[], p_paced boolean, p_most int, p_sent uuid[])
returns table (outcome text, delivery_id uuid, address text, domain text, name text, basis text, subscriber_id uuid, item_ids uuid[], attempts int)
language plpgsql as $$
#variable_conflict use_column
declare
  m mailings%rowtype;
  d mailing_deliveries%rowtype;
  v_next mailing_deliveries[];
  v_print text;
  v_domains text[] := '{}';
  v_items uuid[];
  v_has_items boolean;
  v_count int;
  v_budget int;
  v_reason text;
begin
  if cardinality(p_sent) > 0 then
    update mailing_deliveries x set state = 'sent', reason = null, settled_at = p_now
    where x.id = any (p_sent) and x.state in ('sending', 'uncertain');
  end if;
  select * into m from mailings x where x.id = p_mailing;
  if not found or m.state <> 'sending' or m.lease_id is distinct from p_lease then
    outcome := 'stopped';
    return next;
    return;
  end if;
  select array_agg(n.copy order by n.next_at, n.id) into v_next from (
    select x as copy, x.next_at, x.id from mailing_deliveries x
    where x.mailing_id = p_mailing and x.state in ('waiting', 'postponed') and x.next_at <= p_now
      and x.domain <> all (p_closed)
    order by x.next_at, x.id limit p_most for update skip locked) n;
  if v_next is null then
    outcome := 'nothing';
    return next;
    return;
  end if;
  -- All of them at once and always in the same order: two mailings never wait for each other.
  perform pg_advisory_xact_lock(k.key) from (
    select hashtextextended('mailing ' || essaim_hub()::text || n.address, 0) as key from unnest(v_next) n
    union
    select hashtextextended('mailing person ' || essaim_hub()::text || n.person_id::text, 0) from unnest(v_next) n
    where n.person_id is not null
    order by key) k;
  v_has_items := exists (select from mailing_items i where i.mailing_id = p_mailing);
  v_budget := coalesce((select s.weekly_budget from mailing_settings s), 3);

  foreach d in array v_next loop
    continue when p_paced and d.domain = any (v_domains);
    v_reason := null;
    v_items := null;
    v_print := essaim_mail_print(d.address);
    if exists (select from mail_suppressions s where s.print = v_print and (s.until is null or s.until > p_now)) then
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

    if v_reason is null and v_has_items then
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
      if v_count >= v_budget then v_reason := 'budget'; end if;
    end if;

    delivery_id := d.id;
    address := d.address;
    domain := d.domain;
    name := d.name;
    basis := d.basis;
    subscriber_id := d.subscriber_id;
    item_ids := v_items;
    if v_reason is not null then
      outcome := 'skipped';
      attempts := d.attempts;
      delete from heard_items h where h.delivery_id = d.id;
      update mailing_deliveries x set state = 'skipped', reason = v_reason, settled_at = p_now where x.id = d.id;
    else
      outcome := 'claimed';
      attempts := d.attempts + 1;
      v_domains := v_domains || d.domain;
      update mailing_deliveries x set state = 'sending', reason = null, attempts = x.attempts + 1, claimed_at = p_now,
        first_claimed_at = coalesce(x.first_claimed_at, p_now), item_ids = coalesce(v_items, x.item_ids) where x.id = d.id;
      if v_items is not null then
        insert into heard_items (address, kind, item_id, delivery_id, person_id, at)
        select d.address, i.kind, i.item_id, d.id, d.person_id, p_now from mailing_items i where i.id = any (v_items)
        on conflict do nothing;
      end if;
    end if;
    return next;
  end loop;
end $$;

-- Who came since a day, and who lives in a department: lists that segments read.
create index registrations_attended on registrations (hub_id, attendance_at) where attendance = 'present';
create index contact_points_postcode on contact_points (hub_id, postcode, person_id) where kind = 'postal';
