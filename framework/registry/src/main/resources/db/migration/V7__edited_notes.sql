-- When a note's text was changed last; null when it never was.
alter table notes add column if not exists edited timestamp(6) with time zone;
