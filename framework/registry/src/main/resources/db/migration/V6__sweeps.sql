-- Sweeps, and which runs are their trials.

-- Of which sweep the run says that it is a trial, and its number there; both null for a run alone.
alter table runs add column if not exists sweep varchar;
alter table runs add column if not exists trial integer;
create index if not exists runs_by_sweep on runs (sweep);
-- whoever reuses runs looks for a plan before each trial
create index if not exists runs_by_plan on runs (plan_sha256);
-- as a JSON document
alter table documents add column if not exists trial varchar;

create table if not exists sweeps (
  id varchar(12) primary key,
  name varchar not null,
  experiment varchar not null,
  status varchar(16) not null,
  method varchar(16) not null,
  started timestamp(6) with time zone not null,
  ended timestamp(6) with time zone,
  reason varchar,
  planned integer not null,
  metric varchar not null,
  goal varchar(16) not null,
  host varchar not null,
  pid bigint not null,
  process_started timestamp(6) with time zone not null,
  folder varchar not null,
  -- what people added, as annotations.json in the sweep's folder has it; notes as a JSON document
  deleted timestamp(6) with time zone,
  notes varchar default '[]' not null,
  -- how far the folder was taken in
  record_sha256 varchar(64) not null,
  annotations_sha256 varchar(64) default '' not null,
  trials_bytes bigint not null
);
create index if not exists sweeps_by_start on sweeps (started desc, id desc);
create index if not exists sweeps_by_name on sweeps (name);

-- The record as a JSON document, in parts: it lists every trial of a grid.
create table if not exists sweep_records (
  sweep_id varchar(12) not null references sweeps (id) on delete cascade,
  part integer not null,
  text varchar not null,
  primary key (sweep_id, part)
);

-- A trial is written down before its run is there, and stays when that goes.
create table if not exists trials (
  sweep_id varchar(12) not null references sweeps (id) on delete cascade,
  number integer not null,
  run_id varchar(12) not null,
  reused boolean not null,
  -- what the sweep set, as a JSON document
  settings varchar not null,
  -- why the sweep ended it early
  stopped varchar,
  -- why it FAILED before its run had a record
  broken varchar,
  selected boolean not null,
  primary key (sweep_id, number)
);
create index if not exists trials_by_run on trials (run_id);
