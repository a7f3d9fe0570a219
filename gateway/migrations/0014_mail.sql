-- Mails that wait to be sent. What they say, and to whom, is sealed under the master key; the row goes once the mail is out.
create table mail_jobs (
  id text primary key,
  tenant_id text references tenants (id) on delete cascade,
  kind text not null,
  sealed bytea not null,
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index mail_jobs_due on mail_jobs (next_at);
alter table mail_jobs enable row level security;
alter table mail_jobs force row level security;
create policy tenant on mail_jobs
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
-- Whoever sends works for all tenants; some mails go out before a tenant is known.
create policy platform on mail_jobs using ((select in_platform())) with check ((select in_platform()));
