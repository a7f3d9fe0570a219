-- Who may call: allowed addresses and allowed origins of each tenant.
-- How a list is applied. Calls find out by the revision whether what they compiled of the list is still true.
create table whitelist_settings (
  tenant_id text not null references tenants (id),
  kind text not null check (kind in ('ip', 'origin')),
  mode text not null default 'enforce' check (mode in ('enforce', 'observe')),
  bind_console boolean not null default false check (kind = 'ip' or not bind_console),
  revision bigint not null default 1,
  primary key (tenant_id, kind)
);
alter table whitelist_settings enable row level security;
alter table whitelist_settings force row level security;
create policy tenant on whitelist_settings
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- A call finds its key and the revision in one look-up, before its tenant is known.
create policy lookup on whitelist_settings for select using ((select in_platform()));

-- Values stand in normal form, so that equal ones are equal texts.
create table whitelist_entries (
  id text primary key,
  tenant_id text not null references tenants (id),
  kind text not null check (kind in ('ip', 'origin')),
  value text not null check (char_length(value) between 1 and 300),
  label text,
  created_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  created_by jsonb not null,
  expires_at timestamptz,
  version integer not null default 1,
  unique (tenant_id, kind, value)
);
create index whitelist_entries_expiry on whitelist_entries (expires_at) where expires_at is not null;
create index whitelist_entries_origin on whitelist_entries (value) where kind = 'origin';
alter table whitelist_entries enable row level security;
alter table whitelist_entries force row level security;
create policy tenant on whitelist_entries
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- A preflight brings nothing but an origin: it shows the entries that may match it.
create policy preflight on whitelist_entries for select
  using (kind = 'origin' and value = any (string_to_array(current_setting('app.listed_origin', true), ' ')));
-- The sweep looks over all tenants, and sees nothing but what is due.
create policy sweep on whitelist_entries for select using ((select in_platform()) and expires_at <= now());

-- A forced change that undoes itself at its time unless confirmed; `undo` holds what stood before.
create table whitelist_reverts (
  id text primary key,
  tenant_id text not null references tenants (id),
  kind text not null check (kind in ('ip', 'origin')),
  at timestamptz not null,
  undo jsonb not null,
  created_by jsonb not null,
  unique (tenant_id, kind)
);
create index whitelist_reverts_due on whitelist_reverts (at);
alter table whitelist_reverts enable row level security;
alter table whitelist_reverts force row level security;
create policy tenant on whitelist_reverts
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
create policy sweep on whitelist_reverts for select using ((select in_platform()) and at <= now());

-- Calls an entry let in, by hour, for a day. By value: an entry that is removed and added again keeps its past.
create table whitelist_hits (
  tenant_id text not null,
  kind text not null,
  value text not null,
  hour timestamptz not null,
  hits bigint not null,
  primary key (tenant_id, kind, value, hour)
);
create index whitelist_hits_age on whitelist_hits (hour);

create table whitelist_matches (
  tenant_id text not null,
  kind text not null,
  value text not null,
  last_matched_at timestamptz not null,
  primary key (tenant_id, kind, value)
);

-- Calls that were refused, or would have been (`observed`). Sources beyond those told apart share an empty text.
create table whitelist_refusals (
  tenant_id text not null,
  kind text not null,
  hour timestamptz not null,
  source text not null,
  key_id text not null,
  observed boolean not null,
  calls bigint not null,
  last_at timestamptz not null,
  primary key (tenant_id, kind, hour, source, key_id, observed)
);
create index whitelist_refusals_age on whitelist_refusals (hour);

-- Browser calls with SDK and embed tokens, by origin and hour; `refused` of them were.
create table origin_callers (
  tenant_id text not null,
  origin text not null,
  hour timestamptz not null,
  calls bigint not null,
  refused bigint not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, origin, hour)
);
create index origin_callers_age on origin_callers (hour);

do $$
declare name text;
begin
  foreach name in array array['whitelist_hits', 'whitelist_matches', 'whitelist_refusals', 'origin_callers'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Counts are written for all tenants at once, twice a second.
    execute format($policy$
      create policy tenant on %I
        using (tenant_id = (select current_tenant()) or (select in_platform()))
        with check (tenant_id = (select current_tenant()) or (select in_platform()))
    $policy$, name);
  end loop;
end $$;

-- Of a caller's calls, those that were refused: who was never let in is not cut off by a change.
alter table api_key_callers add column refused bigint not null default 0;
