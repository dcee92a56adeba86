-- A person may hold several workshops of a day, besides her seat (registration_offers.seat_kinds, « isWorkshop »).
alter table registrations add column workshops text[] not null default '{}';
