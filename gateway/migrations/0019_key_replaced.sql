-- Who put another key in the place of one that retires, and when: whoever looks at a rotation sees it with each of its steps.
alter table api_keys add column replaced_at timestamptz, add column replaced_by jsonb;
