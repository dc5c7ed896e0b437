-- What people add to runs afterwards, as annotations.json in the run's folder has it. Names and tags
-- of people stand where those that were recorded stood.
alter table runs add column if not exists deleted timestamp(6) with time zone;
alter table runs add column if not exists pinned timestamp(6) with time zone;
-- all notes, a line between two: to search in; null when there are none
alter table runs add column if not exists note varchar;
-- as a JSON document
alter table runs add column if not exists verifications varchar default '[]' not null;
-- of the annotations.json that is in the rows; empty when there was none
alter table runs add column if not exists annotations_sha256 varchar(64) default '' not null;
