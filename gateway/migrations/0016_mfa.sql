-- Second factors of members, step-up, and the tenant's rules for signing in. Factors belong to a person, not to a tenant.

-- The person whose own rows the running transaction may touch.
create function acting_user() returns text language sql stable
  return nullif(current_setting('app.user_id', true), '');

-- Kept beside the rows it sums up: each call of a session asks for it.
alter table users add column second_factors text[] not null default '{}'
  check (second_factors <@ array['totp', 'passkey']);
alter table users drop column mfa_enabled;
alter table users add column mfa_enabled boolean not null generated always as (cardinality(second_factors) > 0) stored;
create policy own_factors on users for update using (id = (select acting_user())) with check (id = (select acting_user()));

-- The secret of an authenticator app, sealed under the master key. A time step counts once: last_step only rises.
create table mfa_totp (
  user_id text primary key references users (id) on delete cascade,
  sealed bytea not null,
  last_step bigint not null,
  enabled_at timestamptz not null default now()
);

-- A secret that waits for its first code.
create table mfa_setups (
  user_id text primary key references users (id) on delete cascade,
  sealed bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);

-- Keyed hashes.
create table mfa_recovery_codes (
  user_id text not null references users (id) on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);

-- Wrong codes: in a row, and within a day that began at day_from.
create table mfa_attempts (
  user_id text primary key references users (id) on delete cascade,
  in_a_row integer not null default 0,
  in_a_day integer not null default 0,
  day_from timestamptz not null default now(),
  locked_until timestamptz
);

create table passkeys (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_user on passkeys (user_id);

do $$
declare name text;
begin
  foreach name in array array['mfa_totp', 'mfa_setups', 'mfa_recovery_codes', 'mfa_attempts', 'passkeys'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own on %I using (user_id = (select acting_user())) with check (user_id = (select acting_user()))', name);
  end loop;
end $$;
-- Somebody who signs in with a passkey alone is found by it.
create policy platform on passkeys for select using ((select in_platform()));
-- A tenant sees how many its members have.
create policy members on passkeys for select
  using (exists (select 1 from memberships m where m.user_id = passkeys.user_id and m.tenant_id = (select current_tenant())));

-- Sign-ins that wait for their second step, by the hash of their token.
create table sign_in_steps (
  hash bytea primary key,
  user_id text not null references users (id) on delete cascade,
  first text not null check (first in ('password', 'google', 'github')),
  expires_at timestamptz not null
);
create index sign_in_steps_age on sign_in_steps (expires_at);

-- Random texts that browsers' passkey prompts sign, each for one purpose and owner, once.
create table passkey_challenges (
  purpose text not null,
  owner text not null,
  challenge text not null,
  expires_at timestamptz not null,
  primary key (purpose, owner)
);
create index passkey_challenges_age on passkey_challenges (expires_at);

-- Until when the session has proven afresh that it is its member's.
alter table console_sessions add column fresh_until timestamptz;

-- How members must sign in, and for how long. No row: the defaults; a null limit is the installation's.
create table tenant_security (
  tenant_id text primary key references tenants (id) on delete cascade,
  mfa_required boolean not null default false,
  mfa_grace_days integer not null default 7,
  mfa_required_since timestamptz,
  session_idle_seconds integer,
  session_max_seconds integer,
  version integer not null default 1
);
alter table tenant_security enable row level security;
alter table tenant_security force row level security;
create policy tenant on tenant_security
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
