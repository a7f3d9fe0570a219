-- Console sessions: activity is written for all tenants at once; the list reads those that have not ended.
create index console_sessions_open on console_sessions (tenant_id, last_active_at desc, id desc) where ended_at is null;
create policy activity on console_sessions for update using ((select in_platform())) with check ((select in_platform()));
create policy activity_seen on console_sessions for select using ((select in_platform()));

-- Sessions of end users turn their refresh tokens over as console sessions do: token n is a keyed hash of id, n and secret.
-- Those begun before could neither call nor be renewed, so none is lost.
drop table sdk_sessions;
create table sdk_sessions (
  id text primary key,
  tenant_id text not null references tenants (id) on delete cascade,
  key_id text not null references api_keys (id),
  user_external_id text not null,
  user_data jsonb not null,
  secret bytea not null,
  generation integer not null default 1,
  rotated_at timestamptz,
  -- What the tenant's server says the session is for, and where its last call came from; null before the first.
  platform text,
  ip text,
  origin text,
  user_agent text,
  started_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  -- The sooner of its idle and its absolute end.
  lives_until timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text check (ended_reason in ('logout', 'refresh_reused', 'revoked'))
);
-- One for each order of the list, and one to count by. Texts compare byte by byte.
create index sdk_sessions_active on sdk_sessions (tenant_id, last_active_at, id) where ended_at is null;
create index sdk_sessions_started on sdk_sessions (tenant_id, started_at, id) where ended_at is null;
create index sdk_sessions_user on sdk_sessions (tenant_id, user_external_id collate "C", id) where ended_at is null;
create index sdk_sessions_alive on sdk_sessions (tenant_id, lives_until) where ended_at is null;
create index sdk_sessions_origin on sdk_sessions (tenant_id, origin) where ended_at is null;
create index sdk_sessions_over on sdk_sessions (expires_at);
alter table sdk_sessions enable row level security;
alter table sdk_sessions force row level security;
create policy tenant on sdk_sessions
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy activity on sdk_sessions for update using ((select in_platform())) with check ((select in_platform()));
create policy activity_seen on sdk_sessions for select using ((select in_platform()));
create policy sweep on sdk_sessions for delete using ((select in_platform()) and expires_at < now());

-- Gateway processes that live: each says so every few seconds. What a silent one had open counts no more.
create table gateway_processes (
  id text primary key,
  seen_at timestamptz not null default now()
);

-- Open sockets of SDK sessions, by the process that holds them.
create table sdk_sockets (
  process_id text not null references gateway_processes (id) on delete cascade,
  tenant_id text not null references tenants (id) on delete cascade,
  session_id text not null,
  sockets integer not null check (sockets > 0),
  primary key (session_id, process_id)
);
create index sdk_sockets_tenant on sdk_sockets (tenant_id);
create index sdk_sockets_process on sdk_sockets (process_id);
alter table sdk_sockets enable row level security;
alter table sdk_sockets force row level security;
create policy tenant on sdk_sockets
  using (tenant_id = (select current_tenant()) or (select in_platform()))
  with check (tenant_id = (select current_tenant()) or (select in_platform()));
