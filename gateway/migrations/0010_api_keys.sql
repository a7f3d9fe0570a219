-- What each plan allows. Limits are rows, not code.
create table plans (
  id text primary key,
  api_keys integer not null check (api_keys > 0)
);
insert into plans (id, api_keys) values ('free', 3), ('business', 10), ('enterprise', 100);
revoke insert, update, delete on plans from caas_app;
alter table tenants add foreign key (plan) references plans (id);

-- API keys of tenants. The secret is never stored, only its SHA-256.
-- A key that was deleted keeps its row without the hash, so that the hourly figures of the past stay what they were.
create table api_keys (
  id text primary key,
  tenant_id text not null references tenants (id),
  pair_id text not null,
  role text not null check (role in ('primary', 'secondary')),
  status text not null check (status in ('active', 'rotating', 'secondary', 'retiring', 'disabled', 'expired', 'revoked')),
  name text not null,
  note text,
  prefix text not null,
  last4 text not null,
  secret_hash bytea,
  -- True: the answer that held the secret went out. False: it was asked for again. Null: not known.
  secret_delivered boolean,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'write', 'admin']),
  ip_restrictions text[] not null default '{}',
  overlap_seconds integer check (overlap_seconds between 0 and 604800),
  created_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  created_by jsonb not null,
  expires_at timestamptz,
  retires_at timestamptz,
  revoked_at timestamptz,
  revoked_by jsonb,
  version integer not null default 1,
  deleted_at timestamptz,
  check (secret_hash is not null or deleted_at is not null),
  check ((status = 'retiring') <= (retires_at is not null))
);

create unique index api_keys_secret_hash on api_keys (secret_hash);
create index api_keys_tenant on api_keys (tenant_id, created_at desc) where deleted_at is null;
-- What the code checks under a lock, the database refuses as well: one primary a pair, at most one key waiting or retiring beside it, one living key a name.
create unique index api_keys_one_primary on api_keys (tenant_id, pair_id) where role = 'primary' and deleted_at is null;
create unique index api_keys_one_beside on api_keys (tenant_id, pair_id) where status in ('secondary', 'retiring') and deleted_at is null;
create unique index api_keys_name on api_keys (tenant_id, name)
  where role = 'primary' and status in ('active', 'rotating', 'disabled') and deleted_at is null;
create index api_keys_expiry on api_keys (expires_at) where expires_at is not null and status not in ('expired', 'revoked') and deleted_at is null;
create index api_keys_retirement on api_keys (retires_at) where status = 'retiring' and deleted_at is null;

alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant on api_keys
  using (tenant_id = (select current_tenant()))
  with check (tenant_id = (select current_tenant()));
-- A call brings a key before its tenant is known: its hash shows that one row.
create policy lookup on api_keys for select
  using (secret_hash = (select decode(nullif(current_setting('app.key_hash', true), ''), 'hex')));
-- The sweep looks over all tenants, and sees nothing but what is due.
create policy sweep on api_keys for select
  using ((select in_platform())
    and status not in ('expired', 'revoked') and deleted_at is null
    and (expires_at <= now() or (status = 'retiring' and retires_at <= now())));

-- When and from where a key was called last. A table of its own, so that counting never waits for a change of the key.
create table api_key_last_use (
  key_id text primary key,
  tenant_id text not null,
  last_used_at timestamptz not null,
  last_used_ip text not null
);

-- Calls per key and hour: kept for as long as usage is shown.
create table api_key_hours (
  tenant_id text not null,
  key_id text not null,
  hour timestamptz not null,
  calls bigint not null,
  errors bigint not null,
  primary key (tenant_id, hour, key_id)
);
create index api_key_hours_key on api_key_hours (tenant_id, key_id, hour);

-- Calls per key, minute and caller of the last days: who would notice if the key stopped working.
create table api_key_callers (
  tenant_id text not null,
  key_id text not null,
  minute timestamptz not null,
  ip text not null,
  user_agent text not null,
  calls bigint not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, key_id, minute, ip, user_agent)
);
create index api_key_callers_age on api_key_callers (minute);

do $$
declare name text;
begin
  foreach name in array array['api_key_last_use', 'api_key_hours', 'api_key_callers'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Counts are written for all tenants at once, once a second.
    execute format($policy$
      create policy tenant on %I
        using (tenant_id = (select current_tenant()) or (select in_platform()))
        with check (tenant_id = (select current_tenant()) or (select in_platform()))
    $policy$, name);
  end loop;
end $$;
