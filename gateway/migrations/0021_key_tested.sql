-- When a waiting key last passed the gateway's test, and who asked for it: whoever looks at the rotation sees it, also after a reload.
alter table api_keys add column tested_at timestamptz, add column tested_by jsonb;
