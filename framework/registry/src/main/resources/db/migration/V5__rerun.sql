-- The run whose recorded plan was executed once more; null where a spec was planned.
alter table runs add column if not exists rerun_of varchar;
