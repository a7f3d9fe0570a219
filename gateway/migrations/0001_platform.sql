-- What every module stands on. Run by the owner; the gateway itself works as caas_app, which owns nothing.
revoke create on schema public from public;
grant usage on schema public to caas_app;
alter default privileges in schema public grant select, insert, update, delete on tables to caas_app;
alter default privileges in schema public grant usage on sequences to caas_app;
revoke all on schema_migrations from caas_app;

-- The tenant of the running transaction. Unset and '' (what a pooled connection is left with) are both no tenant.
create function current_tenant() returns text language sql stable
  return nullif(current_setting('app.tenant_id', true), '');

-- True in transactions that work before a tenant is known.
create function in_platform() returns boolean language sql stable
  return current_setting('app.scope', true) = 'platform';

-- Keys the gateway signs with; the private half is sealed under the master key.
create table signing_keys (
  id text primary key,
  purpose text not null unique,
  sealed bytea not null,
  public_jwk jsonb not null,
  created_at timestamptz not null default now()
);

-- Writes that were sent with an Idempotency-Key, and what they answered (less the secrets).
create table idempotency_keys (
  tenant_id text not null,
  actor text not null,
  key text not null,
  attempt text not null,
  request_hash bytea not null,
  state text not null default 'running' check (state in ('running', 'committed', 'answered')),
  status integer,
  body jsonb,
  locked_until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, actor, key)
);
create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy tenant on idempotency_keys
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
