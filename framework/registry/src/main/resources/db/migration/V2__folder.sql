-- Where a run's folder lay when it was taken in: a registry may be shared by several folders of runs.
-- Null for runs of before, whose folder is sought among the runs that the registry is opened with.
alter table runs add column if not exists folder varchar;
