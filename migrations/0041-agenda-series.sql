-- What stayed thirty days in the trash is emptied; the row keeps its address, so that nothing else ever answers there.
alter table agenda_events add column removed_at timestamptz;
create index agenda_events_trashed on agenda_events (hub_id, trashed_at) where trashed_at is not null and removed_at is null;

-- A place merged into another one: where it went.
alter table venues add column merged_into_id uuid;
alter table venues add foreign key (hub_id, merged_into_id) references venues (hub_id, id);
create index venues_merged on venues (hub_id, merged_into_id) where merged_into_id is not null;
