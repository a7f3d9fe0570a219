-- Tokens for elements embedded in a tenant's own pages. Kept as SHA-256; short-lived, each bound to one origin and to the key that minted it.
create table embed_tokens (
  jti text primary key,
  tenant_id text not null references tenants (id),
  key_id text not null references api_keys (id),
  token_hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  origin text not null,
  actor_id text not null,
  actor_name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index embed_tokens_origin on embed_tokens (origin, expires_at);
create index embed_tokens_age on embed_tokens (tenant_id, expires_at);

alter table embed_tokens enable row level security;
alter table embed_tokens force row level security;
create policy tenant on embed_tokens
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- A call brings a token before its tenant is known: its hash shows that one row.
create policy lookup on embed_tokens for select
  using (token_hash = (select decode(nullif(current_setting('app.embed_hash', true), ''), 'hex')));
-- A preflight brings nothing but an origin: it shows whether living tokens are bound to it.
create policy preflight on embed_tokens for select
  using (origin = (select nullif(current_setting('app.embed_origin', true), '')));
