-- Who a member is at a provider: its lasting subject, never an address. One identity a provider and member.
create table oauth_identities (
  provider text not null check (provider in ('google', 'github')),
  subject text not null,
  user_id text not null references users (id) on delete cascade,
  -- As the provider named it when it was connected, to be recognised by.
  email text,
  connected_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (provider, subject),
  unique (user_id, provider)
);
alter table oauth_identities enable row level security;
alter table oauth_identities force row level security;
create policy own on oauth_identities using (user_id = (select acting_user())) with check (user_id = (select acting_user()));
-- Somebody who signs in is found by their subject.
create policy platform on oauth_identities for select using ((select in_platform()));
