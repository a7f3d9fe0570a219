-- Who changed a key last: a refusal because somebody else was faster says who.
alter table api_keys add column changed_by jsonb;
