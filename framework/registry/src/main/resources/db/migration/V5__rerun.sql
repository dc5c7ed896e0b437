-- The run whose recorded plan was executed once more; null where a spec was planned.
alter table runs add column rerun_of varchar;
