-- The audit log: one hash chain per tenant. Only audit_append writes, nothing changes or deletes.
create table audit_heads (
  tenant_id text primary key,
  seq bigint not null,
  hash bytea not null
);

create table audit_events (
  tenant_id text not null,
  seq bigint not null,
  id text not null unique,
  occurred_at timestamptz not null,
  actor_type text not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  resource_type text not null,
  resource_id text not null,
  resource_name text,
  ip text,
  user_agent text,
  result text not null check (result in ('success', 'failure')),
  changes jsonb,
  details jsonb,
  leaf bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
create index audit_events_time on audit_events (tenant_id, occurred_at desc, seq desc);
create index audit_events_action on audit_events (tenant_id, action, seq desc);
create index audit_events_resource on audit_events (tenant_id, resource_type, resource_id, seq desc);

alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy tenant on audit_heads
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));
alter table audit_events enable row level security;
alter table audit_events force row level security;
create policy tenant on audit_events
  using (tenant_id = (select current_tenant())) with check (tenant_id = (select current_tenant()));

revoke insert, update, delete, truncate on audit_events, audit_heads from caas_app;

-- The application has no right to change entries; this also stops the owner's hand from slipping.
create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit_events is append-only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit_events
  for each statement execute function audit_refuse_change();

-- Appends one event. The caller sends the canonical text in two halves, before and after the sequence number, which only the
-- lock on the head can give out: leaf = sha256(0x00 || canonical event), hash = sha256(previous hash || int64(seq) || leaf).
create function audit_append(p_tenant text, p_before text, p_after text, p_event jsonb)
returns table (seq bigint, leaf bytea, hash bytea)
language plpgsql security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  v_head audit_heads;
  v_seq bigint;
  v_leaf bytea;
  v_hash bytea;
begin
  select * into v_head from audit_heads where tenant_id = p_tenant for update;
  if not found then
    insert into audit_heads values (p_tenant, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into strict v_head from audit_heads where tenant_id = p_tenant for update;
  end if;
  v_seq := v_head.seq + 1;
  v_leaf := sha256('\x00'::bytea || convert_to(p_before || v_seq || p_after, 'UTF8'));
  v_hash := sha256(v_head.hash || int8send(v_seq) || v_leaf);
  insert into audit_events (tenant_id, seq, id, occurred_at, actor_type, actor_id, actor_name, action, resource_type, resource_id,
      resource_name, ip, user_agent, result, changes, details, leaf, hash)
    values (p_tenant, v_seq, p_event->>'id', (p_event->>'occurred_at')::timestamptz, p_event->'actor'->>'type', p_event->'actor'->>'id',
      p_event->'actor'->>'name', p_event->>'action', p_event->'resource'->>'type', p_event->'resource'->>'id',
      p_event->'resource'->>'name', p_event->>'ip', p_event->>'user_agent', p_event->>'result',
      nullif(p_event->'changes', 'null'), nullif(p_event->'details', 'null'), v_leaf, v_hash);
  update audit_heads set seq = v_seq, hash = v_hash where tenant_id = p_tenant;
  return query select v_seq, v_leaf, v_hash;
end $$;
revoke execute on function audit_append(text, text, text, jsonb) from public;
grant execute on function audit_append(text, text, text, jsonb) to caas_app;
