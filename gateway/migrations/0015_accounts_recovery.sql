-- What members say of themselves, mailed codes and links, and the browsers members were seen in.
alter table users
  alter column password_hash drop not null,
  add column locale text,
  add column timezone text,
  add column avatar_token text unique,
  add column version integer not null default 1;
-- Pictures, public under their token.
create table avatars (
  token text primary key,
  user_id text not null references users (id) on delete cascade,
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  data bytea not null check (octet_length(data) <= 131072),
  created_at timestamptz not null default now()
);
create index avatars_user on avatars (user_id);
alter table avatars enable row level security;
alter table avatars force row level security;
create policy platform on avatars for select using ((select in_platform()));
create policy own on avatars
  using (user_id = (select nullif(current_setting('app.user_id', true), '')))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')));

-- One row a purpose and subject, so that the newest mail replaces the older ones. Codes and tokens are kept as keyed hashes.
-- Addresses nobody has get rows alike, so that nothing tells them from others.
create table mailed_codes (
  purpose text not null check (purpose in ('verify_email', 'reset_password', 'change_email', 'report_sign_in', 'undo_email')),
  subject bytea not null,
  user_id text references users (id) on delete cascade,
  email text,
  code bytea,
  token bytea,
  attempts integer not null default 0,
  used_at timestamptz,
  data jsonb not null default '{}',
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  window_start timestamptz not null,
  issued integer not null,
  primary key (purpose, subject)
);
create unique index mailed_codes_token on mailed_codes (token);
create index mailed_codes_age on mailed_codes (expires_at);
create index mailed_codes_user on mailed_codes (user_id);
alter table mailed_codes enable row level security;
alter table mailed_codes force row level security;
create policy platform on mailed_codes using ((select in_platform())) with check ((select in_platform()));
create policy members on mailed_codes
  using (exists (select 1 from memberships m where m.user_id = mailed_codes.user_id and m.tenant_id = (select current_tenant())))
  with check (exists (select 1 from memberships m where m.user_id = mailed_codes.user_id and m.tenant_id = (select current_tenant())));

-- Browsers a member signed in from, by the keyed hash of a cookie.
create table known_devices (
  user_id text not null references users (id) on delete cascade,
  device bytea not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  primary key (user_id, device)
);
alter table known_devices enable row level security;
alter table known_devices force row level security;
create policy platform on known_devices using ((select in_platform())) with check ((select in_platform()));
create policy members on known_devices
  using (exists (select 1 from memberships m where m.user_id = known_devices.user_id and m.tenant_id = (select current_tenant())))
  with check (exists (select 1 from memberships m where m.user_id = known_devices.user_id and m.tenant_id = (select current_tenant())));
