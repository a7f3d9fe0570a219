// Row-level security, read from the catalogue and tried out: a new table without a policy fails here.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { testGateway } from '../../support/gateway.js';

const gateway = await testGateway();
after(() => gateway.close());
const { db } = gateway.gateway.platform;
const [a, b] = [await gateway.registerTenant(), await gateway.registerTenant()];

describe('the catalogue', () => {
  it('has row-level security enabled and forced, with USING and WITH CHECK, on every table of tenants', async () => {
    const tables = await gateway.sql<{ name: string; enabled: boolean; forced: boolean; checked: boolean }>(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null) as checked
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')
        and (c.relname in ('tenants', 'users') or exists (select 1 from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped))`);
    assert.ok(tables.length >= 6);
    for (const table of tables)
      assert.deepEqual({ ...table, name: '' }, { name: '', enabled: true, forced: true, checked: true }, table.name);
  });

  it('gives the application role no table, no escape and no way to change the audit log', async () => {
    const [role] = await gateway.sql(
      "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'caas_app'",
    );
    assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    assert.equal((await gateway.sql("select 1 from pg_class where relowner = 'caas_app'::regrole")).length, 0);
    const rights = await gateway.sql<{ privilege_type: string }>(
      "select distinct privilege_type from information_schema.role_table_grants where grantee = 'caas_app' and table_name in ('audit_events', 'audit_heads')",
    );
    assert.deepEqual(rights, [{ privilege_type: 'SELECT' }]);
  });

  it('has no view and no function with other rights that could go round the policies', async () => {
    assert.equal((await gateway.sql("select 1 from pg_views where schemaname = 'public'")).length, 0);
    const definers = await gateway.sql<{ name: string }>(
      "select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace",
    );
    assert.deepEqual(definers, [{ name: 'audit_append' }]);
  });
});

describe('transactions', () => {
  it('show a tenant its own rows only, whatever the query asks', async () => {
    const tables = await gateway.sql<{ name: string }>(
      "select distinct table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public'",
    );
    for (const { name } of tables) {
      const rows = await db
        .tenant(a.id)
        .read((tx) =>
          sql<{ tenant_id: string }>`select tenant_id from ${sql.table(name)} where tenant_id <> ${a.id}`.execute(tx),
        );
      assert.equal(rows.rows.length, 0, name);
    }
    const people = await db.tenant(a.id).read((tx) => sql<{ id: string }>`select id from users`.execute(tx));
    assert.deepEqual(people.rows, [{ id: a.userId }]);
  });

  it('write nothing into another tenant', async () => {
    const steal = db
      .tenant(a.id)
      .write((tx) =>
        sql`insert into memberships (tenant_id, user_id, role) values (${b.id}, ${a.userId}, 'owner')`.execute(tx),
      );
    await assert.rejects(steal, /row-level security/);
    const move = await db
      .tenant(a.id)
      .write((tx) => sql`update tenants set name = 'taken' where id = ${b.id}`.execute(tx));
    assert.equal(move.numAffectedRows, 0n);
  });

  it('see nothing without a tenant, with an empty one or a made-up one', async () => {
    for (const id of ['', 'ten_nobody', "' or true --"]) {
      const { rows } = await db.tenant(id).read((tx) => sql`select 1 from memberships`.execute(tx));
      assert.equal(rows.length, 0, id);
    }
    const { rows } = await db.platformTx((tx) => sql`select 1 from memberships`.execute(tx));
    assert.equal(rows.length, 0);
  });

  it('leave nothing on the connection they used, also after an error', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        db
          .tenant(n % 2 ? a.id : b.id)
          .write(async (tx) => {
            if (n % 5 === 0) await sql`select 1/0`.execute(tx);
          })
          .catch(() => undefined),
      ),
    );
    const seen = await Promise.all(
      Array.from({ length: 40 }, () =>
        db.platformTx((tx) => sql<{ id: string | null }>`select current_tenant() as id`.execute(tx)),
      ),
    );
    assert.ok(seen.every(({ rows }) => rows[0]?.id === null));
  });

  it('that only read can not write', async () => {
    await assert.rejects(
      db.tenant(a.id).read((tx) => sql`update tenants set name = 'x'`.execute(tx)),
      /read-only transaction/,
    );
  });

  it('show no foreign row in mixed requests of many tenants', async () => {
    const tenants = await Promise.all(Array.from({ length: 8 }, () => gateway.registerTenant()));
    await Promise.all(
      Array.from({ length: 400 }, async (_, n) => {
        const tenant = tenants[n % tenants.length];
        const { body } = await gateway
          .client({ token: tenant?.token ?? '' })
          .get<{ items: { id: string }[] }>('/v1/auth/api-keys');
        assert.deepEqual(
          body.items.map(({ id }) => id),
          [tenant?.keyId],
        );
      }),
    );
  });
});
