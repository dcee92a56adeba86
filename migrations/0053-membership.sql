-- Memberships: campaigns and what one pays, applications as they were sent, memberships with their dates, reminders.

-- Members whose votes are weighed together. A campaign keeps its scales by college.
create table voting_colleges (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  name text not null check (char_length(name) between 1 and 80),
  description text not null default '' check (char_length(description) <= 400),
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id)
);
create unique index voting_colleges_name on voting_colleges (hub_id, essaim_fold(name)) where archived_at is null;
select essaim_isolate('voting_colleges');

create table membership_campaigns (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  name text not null check (char_length(name) between 1 and 120),
  -- The same dates for all (a civil year), or some months from the day one joins.
  period_kind text not null default 'fixed' check (period_kind in ('fixed', 'rolling')),
  starts_on date,
  ends_on date,
  rolling_months int not null default 12 check (rolling_months between 1 and 60),
  -- When one may join online.
  opens_on date not null,
  closes_on date,
  -- A member whose time is over stays one that long.
  grace_days int not null default 90 check (grace_days between 0 and 730),
  -- Whether somebody must say yes once all is paid: the statutes decide.
  needs_board boolean not null default false,
  -- What membership brings, said on the public page, an idea a line.
  presentation text not null default '' check (char_length(presentation) <= 4000),
  charter text not null default '' check (char_length(charter) <= 20000),
  -- Asked beside the rest: [{"key", "label", "kind", "choices", "isRequired", "who"}].
  questions jsonb not null default '[]',
  payment_ways text[] not null default '{cheque,transfer,online,cash}',
  -- Days from the end of a membership at which its member is reminded by itself: {-30, 15}. None: by hand only.
  reminder_days int[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  check (period_kind = 'rolling' or (starts_on is not null and ends_on is not null and ends_on >= starts_on)),
  check (closes_on is null or closes_on >= opens_on)
);
create index membership_campaigns_open on membership_campaigns (hub_id, state, opens_on desc);
select essaim_isolate('membership_campaigns');

-- What one kind of member pays in a campaign.
create table dues_scales (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  campaign_id uuid not null,
  college_id uuid,
  position int not null default 0,
  label text not null check (char_length(label) between 1 and 120),
  hint text not null default '' check (char_length(hint) <= 300),
  who text not null check (who in ('person', 'association', 'cooperative', 'company', 'public_body')),
  kind text not null check (kind in ('fixed', 'budget', 'staff', 'free', 'reduced')),
  -- In cents. The price (fixed, reduced) or the least one may give (free).
  amount int not null default 0 check (amount between 0 and 100000000),
  -- What a free amount proposes.
  suggested int not null default 0 check (suggested between 0 and 100000000),
  -- By budget in euros or by staff: [{"upTo": 10000, "amount": 2000}, {"upTo": null, "amount": 8000}].
  brackets jsonb not null default '[]',
  archived_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, campaign_id) references membership_campaigns (hub_id, id) on delete cascade,
  foreign key (hub_id, college_id) references voting_colleges (hub_id, id)
);
create index dues_scales_campaign on dues_scales (hub_id, campaign_id, position);
create index dues_scales_college on dues_scales (hub_id, college_id);
select essaim_isolate('dues_scales');

-- Who pays the dues of one application, or of several together. The charge of the payments module has this row as subject.
create table dues_payers (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  email text check (char_length(email) <= 254),
  address text not null default '' check (char_length(address) <= 400),
  person_id uuid,
  organization_id uuid,
  -- The charge that asks for it; none when nothing is owed.
  charge_id uuid,
  created_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  foreign key (hub_id, charge_id) references charges (hub_id, id) on delete set null (charge_id)
);
create index dues_payers_person on dues_payers (hub_id, person_id);
create index dues_payers_organization on dues_payers (hub_id, organization_id);
create index dues_payers_charge on dues_payers (hub_id, charge_id);
create index dues_payers_email on dues_payers (hub_id, email);
select essaim_isolate('dues_payers');

-- One request to become a member, or to stay one, as it was sent.
create table membership_applications (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  campaign_id uuid not null,
  scale_id uuid not null,
  college_id uuid,
  source text not null check (source in ('online', 'paper', 'phone', 'renewal')),
  who text not null check (who in ('person', 'association', 'cooperative', 'company', 'public_body')),
  -- Known once matched: at once for a renewal, else when accepted.
  person_id uuid,
  organization_id uuid,
  organization_name text not null default '' check (char_length(organization_name) <= 200),
  siren text not null default '' check (siren ~ '^(\d{9}(\d{5})?)?$'),
  -- The member, or who speaks for the structure.
  given_name text not null default '' check (char_length(given_name) <= 100),
  family_name text not null default '' check (char_length(family_name) <= 100),
  role text not null default '' check (char_length(role) <= 80),
  email text check (char_length(email) <= 254),
  phone text not null default '' check (char_length(phone) <= 40),
  street text not null default '' check (char_length(street) <= 200),
  postcode text not null default '' check (char_length(postcode) <= 10),
  city text not null default '' check (char_length(city) <= 120),
  -- Others of the structure: [{"givenName", "familyName", "role", "email"}].
  other_people jsonb not null default '[]',
  answers jsonb not null default '{}',
  -- From what dues were computed, by the server.
  budget int check (budget >= 0),
  staff numeric(8, 1) check (staff >= 0),
  dues int not null check (dues >= 0),
  -- Given on top, in cents.
  donation int not null default 0 check (donation between 0 and 100000000),
  payer_id uuid not null,
  charter text not null default '' check (char_length(charter) <= 20000),
  charter_at timestamptz,
  -- Words of the box ticked to receive the letter; empty when it was left.
  newsletter_words text not null default '' check (char_length(newsletter_words) <= 400),
  newsletter_at timestamptz,
  note text not null default '' check (char_length(note) <= 1000),
  state text not null check (state in ('awaiting_payment', 'awaiting_board', 'accepted', 'refused', 'withdrawn')),
  state_at timestamptz not null,
  state_note text not null default '' check (char_length(state_note) <= 400),
  -- Who said yes or no: an employee, or the board on that day.
  decided_on date,
  decided_by text not null default '' check (char_length(decided_by) <= 200),
  decided_by_id uuid,
  -- The membership it goes on from; without a foreign key: a membership comes from an application, and backups put tables back in order.
  renews_id uuid,
  typed_by text not null default '',
  typed_by_id uuid,
  link_hash text not null,
  link_turn int not null default 1,
  forgotten_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, campaign_id) references membership_campaigns (hub_id, id),
  foreign key (hub_id, scale_id) references dues_scales (hub_id, id),
  foreign key (hub_id, college_id) references voting_colleges (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  foreign key (hub_id, payer_id) references dues_payers (hub_id, id)
);
create unique index membership_applications_link on membership_applications (hub_id, link_hash);
create index membership_applications_list on membership_applications (hub_id, state, created_at desc, id);
create index membership_applications_campaign on membership_applications (hub_id, campaign_id);
create index membership_applications_scale on membership_applications (hub_id, scale_id);
create index membership_applications_college on membership_applications (hub_id, college_id);
create index membership_applications_person on membership_applications (hub_id, person_id);
create index membership_applications_organization on membership_applications (hub_id, organization_id);
create index membership_applications_payer on membership_applications (hub_id, payer_id);
create index membership_applications_email on membership_applications (hub_id, email);
create index membership_applications_renews on membership_applications (hub_id, renews_id);
select essaim_isolate('membership_applications');

-- The link between a member and the hub for a time. Rows are kept: together they are the history.
create table memberships (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  version int not null default 1,
  -- One of the two.
  person_id uuid,
  organization_id uuid,
  campaign_id uuid not null,
  college_id uuid,
  -- None for what was noted from before the site.
  application_id uuid,
  who text not null check (who in ('person', 'association', 'cooperative', 'company', 'public_body')),
  dues int not null default 0 check (dues >= 0),
  starts_on date not null,
  ends_on date not null,
  -- Until then one is still a member, whether or not it was renewed.
  grace_until date not null,
  state text not null default 'running' check (state in ('running', 'renewed', 'lapsed', 'left')),
  state_at timestamptz not null,
  state_note text not null default '' check (char_length(state_note) <= 400),
  -- No more letters about the renewal of this one.
  reminders_stopped_at timestamptz,
  stop_reason text not null default '' check (char_length(stop_reason) <= 300),
  -- Opens the page that renews it.
  link_hash text not null,
  link_turn int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id),
  foreign key (hub_id, organization_id) references organizations (hub_id, id),
  foreign key (hub_id, campaign_id) references membership_campaigns (hub_id, id),
  foreign key (hub_id, college_id) references voting_colleges (hub_id, id),
  foreign key (hub_id, application_id) references membership_applications (hub_id, id),
  check (num_nonnulls(person_id, organization_id) = 1),
  check (ends_on >= starts_on and grace_until >= ends_on)
);
create unique index memberships_link on memberships (hub_id, link_hash);
create unique index memberships_application on memberships (hub_id, application_id);
create index memberships_person on memberships (hub_id, person_id, ends_on desc);
create index memberships_organization on memberships (hub_id, organization_id, ends_on desc);
create index memberships_campaign on memberships (hub_id, campaign_id);
create index memberships_college on memberships (hub_id, college_id);
create index memberships_running on memberships (hub_id, grace_until) where state = 'running';
create index memberships_dates on memberships (hub_id, starts_on, ends_on);
select essaim_isolate('memberships');

-- The people of a membership: the member herself, or those who stand for the structure.
create table membership_people (
  hub_id uuid not null default essaim_hub() references hubs (id),
  membership_id uuid not null,
  person_id uuid not null,
  role text not null default '' check (char_length(role) <= 80),
  -- Letters of the hub about this membership go to this one.
  is_contact boolean not null default false,
  position int not null default 0,
  primary key (hub_id, membership_id, person_id),
  foreign key (hub_id, membership_id) references memberships (hub_id, id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create index membership_people_person on membership_people (hub_id, person_id);
select essaim_isolate('membership_people');

-- Each time somebody was asked to renew: who, when, by what.
create table membership_reminders (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  membership_id uuid not null,
  campaign_id uuid not null,
  person_id uuid,
  name text not null default '' check (char_length(name) <= 200),
  email text check (char_length(email) <= 254),
  channel text not null check (channel in ('mail', 'letter', 'phone')),
  -- The delay of the campaign that asked for it; null when the team did.
  delay_days int,
  sent_by text not null default '',
  sent_by_id uuid,
  sent_at timestamptz not null,
  primary key (hub_id, id),
  foreign key (hub_id, membership_id) references memberships (hub_id, id) on delete cascade,
  foreign key (hub_id, campaign_id) references membership_campaigns (hub_id, id),
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
-- A delay of a campaign is told once.
create unique index membership_reminders_delay on membership_reminders (hub_id, membership_id, delay_days);
create index membership_reminders_membership on membership_reminders (hub_id, membership_id, sent_at desc);
create index membership_reminders_campaign on membership_reminders (hub_id, campaign_id);
create index membership_reminders_person on membership_reminders (hub_id, person_id);
select essaim_isolate('membership_reminders');
