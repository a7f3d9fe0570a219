-- Sessions of a tenant's end users. Tokens are kept as SHA-256.
create table sdk_sessions (
  id text primary key,
  tenant_id text not null references tenants (id),
  key_id text not null references api_keys (id),
  user_external_id text not null,
  user_data jsonb not null,
  access_hash bytea not null unique,
  access_expires_at timestamptz not null,
  refresh_hash bytea not null unique,
  ip text not null,
  user_agent text,
  started_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sdk_sessions_user on sdk_sessions (tenant_id, user_external_id, started_at desc);
alter table sdk_sessions enable row level security;
alter table sdk_sessions force row level security;
create policy tenant on sdk_sessions
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
