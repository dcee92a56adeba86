-- The photo bank: what is known of a picture, who is on it, and whether they agreed.

alter table stored_images
  -- The point that stays in view when the picture is cut, in percent from the top left corner.
  add column focal_x smallint not null default 50 check (focal_x between 0 and 100),
  add column focal_y smallint not null default 50 check (focal_y between 0 and 100),
  -- Hidden everywhere since then: someone on it did not agree, or not yet.
  add column withheld_at timestamptz;

create table photos (
  hub_id uuid not null default essaim_hub() references hubs (id),
  image_id uuid not null,
  -- SHA-256 of the file as it was sent: the same photo sent twice is the same photo.
  content_hash text check (length(content_hash) = 64),
  file_name text not null default '' check (length(file_name) <= 200),
  taken_on date,
  occasion text not null default '' check (length(occasion) <= 160),
  place text not null default '' check (length(place) <= 160),
  keywords text[] not null default '{}',
  is_decorative boolean not null default false,
  -- Offered to the press and to partners in the public gallery.
  is_for_press boolean not null default false,
  rights_note text not null default '' check (length(rights_note) <= 500),
  people text not null default 'unsaid' check (people in ('unsaid', 'nobody_recognisable', 'people')),
  version int not null default 1,
  updated_at timestamptz not null,
  trashed_at timestamptz,
  -- What the search of the bank reads, alternative and credit of the picture included.
  folded_words text not null default '',
  primary key (hub_id, image_id),
  foreign key (hub_id, image_id) references stored_images (hub_id, id)
);
create unique index photos_content on photos (hub_id, content_hash);
create index photos_recent on photos (hub_id, image_id desc) where trashed_at is null;
create index photos_press on photos (hub_id, image_id desc) where is_for_press and trashed_at is null;
create index photos_trash on photos (hub_id, trashed_at) where trashed_at is not null;
select essaim_isolate('photos');

-- Someone who can be recognised on a photo, and the answer given for it.
create table photo_people (
  hub_id uuid not null default essaim_hub() references hubs (id),
  id uuid not null,
  image_id uuid not null,
  person_id uuid,
  -- Empty once the person asked to be forgotten.
  name text not null check (length(name) <= 200),
  mail text not null default '' check (length(mail) <= 254),
  is_minor boolean not null default false,
  guardian_name text not null default '' check (length(guardian_name) <= 200),
  state text not null default 'asked' check (state in ('asked', 'given', 'refused', 'withdrawn')),
  -- What was agreed to, word for word.
  wording text not null,
  -- How the answer came: the private link, a signed paper, said aloud, at an event.
  means text not null default '' check (means in ('', 'link', 'paper', 'spoken', 'event')),
  -- Who gave the answer: the person, or whoever answers for a minor.
  answered_by text not null default '' check (length(answered_by) <= 200),
  noted_by uuid,
  noted_by_name text not null default '',
  asked_at timestamptz not null,
  mailed_at timestamptz,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  -- When the team took note of a refusal or a withdrawal.
  seen_at timestamptz,
  primary key (hub_id, id),
  foreign key (hub_id, image_id) references photos (hub_id, image_id) on delete cascade,
  foreign key (hub_id, person_id) references persons (hub_id, id)
);
create index photo_people_image on photo_people (hub_id, image_id);
create index photo_people_person on photo_people (hub_id, person_id);
create index photo_people_mail on photo_people (hub_id, lower(mail)) where mail <> '';
create index photo_people_waiting on photo_people (hub_id, state, asked_at);
select essaim_isolate('photo_people');

-- Private links to an answer. A reminder makes another one; the first stays good.
create table photo_agreement_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  token_hash text not null,
  photo_person_id uuid not null,
  created_at timestamptz not null,
  primary key (hub_id, token_hash),
  foreign key (hub_id, photo_person_id) references photo_people (hub_id, id) on delete cascade
);
create index photo_agreement_links_person on photo_agreement_links (hub_id, photo_person_id);
select essaim_isolate('photo_agreement_links');

-- The photos already on sheets of the directory enter the bank.
insert into photos (hub_id, image_id, updated_at, folded_words)
select distinct i.hub_id, i.id, i.created_at, essaim_fold(i.alternative || ' ' || i.credit)
from stored_images i join organization_photos p on p.hub_id = i.hub_id and p.image_id = i.id
where i.removed_at is null;
