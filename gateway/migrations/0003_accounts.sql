-- Tenants, their members, and the members' console sessions.
create table tenants (
  id text primary key,
  name text not null,
  slug text not null unique,
  plan text not null check (plan in ('free', 'business', 'enterprise')),
  status text not null default 'active' check (status in ('active', 'suspended')),
  logo_url text,
  timezone text not null default 'UTC',
  locale text not null default 'en',
  created_at timestamptz not null default now()
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant on tenants using (id = (select current_tenant())) with check (id = (select current_tenant()));
create policy platform on tenants for select using ((select in_platform()));

create table users (
  id text primary key,
  email text not null,
  name text,
  password_hash text not null,
  email_verified boolean not null default false,
  mfa_enabled boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index users_email on users (lower(email));

create table memberships (
  tenant_id text not null references tenants (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'developer', 'viewer')),
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id)
);
create index memberships_user on memberships (user_id);
alter table memberships enable row level security;
alter table memberships force row level security;
create policy tenant on memberships
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- Somebody who signs in finds their own memberships before a tenant is known.
create policy own on memberships for select
  using (user_id = (select nullif(current_setting('app.user_id', true), '')));

-- A tenant sees the people who are its members, and nobody else.
alter table users enable row level security;
alter table users force row level security;
create policy platform on users using ((select in_platform())) with check ((select in_platform()));
create policy members on users for select
  using (exists (select 1 from memberships m where m.user_id = users.id and m.tenant_id = (select current_tenant())));

-- Wrong passwords by address, also by addresses nobody has, so that a lock tells nothing.
create table login_attempts (
  account bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
create index login_attempts_age on login_attempts (last_at);

-- One row a sign-in. Refresh token n is a keyed hash of id, n and secret; generation is the n that is alive.
create table console_sessions (
  id text primary key,
  tenant_id text not null,
  user_id text not null,
  secret bytea not null,
  generation integer not null default 1,
  rotated_at timestamptz,
  ip text not null,
  user_agent text,
  started_at timestamptz not null default now(),
  last_active_at timestamptz not null default now(),
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text check (ended_reason in ('logout', 'refresh_reused', 'revoked')),
  foreign key (tenant_id, user_id) references memberships (tenant_id, user_id) on delete cascade
);
create index console_sessions_user on console_sessions (tenant_id, user_id, started_at desc);
alter table console_sessions enable row level security;
alter table console_sessions force row level security;
create policy tenant on console_sessions
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
