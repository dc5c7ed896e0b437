-- Runs with everything that is asked about them. Plain SQL that H2 and PostgreSQL both take:
-- varchar without a length instead of text or clob, timestamps in microseconds, doubles hold NaN.

create table if not exists runs (
  id varchar(12) primary key,
  name varchar not null,
  experiment varchar not null,
  status varchar(16) not null,
  seed bigint not null,
  plan_sha256 varchar(64) not null,
  started timestamp(6) with time zone not null,
  ended timestamp(6) with time zone,
  reason varchar,
  host varchar not null,
  pid bigint not null,
  process_started timestamp(6) with time zone not null,
  -- null until the data are there
  dataset_requested varchar,
  dataset_used varchar,
  dataset_reason varchar,
  -- as JSON documents: shown, never searched
  dataset varchar,
  environment varchar,
  recording_errors varchar not null,
  -- how far the folder was taken in: the record's hash, the journal's bytes
  record_sha256 varchar(64) not null,
  journal_bytes bigint not null
);
create index if not exists runs_by_start on runs (started desc, id desc);
create index if not exists runs_by_name on runs (name);
create index if not exists runs_by_experiment on runs (experiment);
create index if not exists runs_by_status on runs (status);

create table if not exists params (
  run_id varchar(12) not null references runs (id) on delete cascade,
  name varchar not null,
  text varchar not null,
  -- null when the text is not a number
  number double precision,
  primary key (run_id, name)
);
create index if not exists params_by_number on params (name, number);

create table if not exists metrics (
  run_id varchar(12) not null references runs (id) on delete cascade,
  name varchar not null,
  number double precision not null,
  primary key (run_id, name)
);
create index if not exists metrics_by_number on metrics (name, number);

create table if not exists history (
  run_id varchar(12) not null references runs (id) on delete cascade,
  metric varchar not null,
  step bigint not null,
  number double precision not null,
  primary key (run_id, metric, step)
);

create table if not exists epochs (
  run_id varchar(12) not null references runs (id) on delete cascade,
  epoch integer not null,
  ended timestamp(6) with time zone not null,
  parameters_sha256 varchar(64) not null,
  primary key (run_id, epoch)
);

create table if not exists artifacts (
  run_id varchar(12) not null references runs (id) on delete cascade,
  name varchar not null,
  kind varchar not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  primary key (run_id, name)
);

create table if not exists tags (
  run_id varchar(12) not null references runs (id) on delete cascade,
  name varchar not null,
  text varchar not null,
  primary key (run_id, name)
);
create index if not exists tags_by_text on tags (name, text);

create table if not exists notes (
  run_id varchar(12) not null references runs (id) on delete cascade,
  number integer not null,
  written timestamp(6) with time zone not null,
  text varchar not null,
  primary key (run_id, number)
);

create table if not exists splits (
  run_id varchar(12) not null references runs (id) on delete cascade,
  split varchar(16) not null,
  images integer not null,
  sha256 varchar(64) not null,
  primary key (run_id, split)
);
create index if not exists splits_by_content on splits (sha256, split);
