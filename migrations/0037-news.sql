-- Proposals are followed by private links, and their author is told once of each answer.

-- The version of the publication of which the author was last told.
alter table publication_senders add column told_version int not null default 0;

-- Private links by which someone without account follows what she proposed. Only the hash of the secret is kept.
create table publication_follow_links (
  hub_id uuid not null default essaim_hub() references hubs (id),
  secret_hash text not null,
  publication_id uuid not null,
  created_at timestamptz not null,
  primary key (hub_id, secret_hash),
  foreign key (hub_id, publication_id) references publications (hub_id, id) on delete cascade
);
create index publication_follow_links_publication on publication_follow_links (hub_id, publication_id);
select essaim_isolate('publication_follow_links');
