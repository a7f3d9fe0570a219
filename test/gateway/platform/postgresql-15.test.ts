// The gateway on the oldest PostgreSQL it takes, with an owner that is no superuser: what `DATABASE_URL` promises.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { verifyChain, type ChainedEvent } from '@caas/verify/canonical.js';
import { sha256 } from '@caas/verify/node.js';
import { readConfig } from '../../../gateway/src/platform/config.js';
import { createLogger } from '../../../gateway/src/platform/logging.js';
import { startGateway } from '../../../gateway/src/start-gateway.js';
import { testGatewayOn, type TestGateway } from '../../support/gateway.js';
import { postgresPrograms, startPostgres, type PostgresServer } from '../../support/postgresql.js';

const bin = postgresPrograms(15);
const OWNER = 'console_owner';

describe('on PostgreSQL 15', { skip: bin === null && 'PostgreSQL 15 is not installed' }, () => {
  let server: PostgresServer;
  let gateway: TestGateway;
  before(async () => {
    server = await startPostgres(bin ?? '');
    await server.run(`create role ${OWNER} login createrole`, `create database console owner ${OWNER}`);
    gateway = await testGatewayOn({ url: server.url('console', OWNER), admin: server.admin('console') });
  });
  after(async () => {
    await gateway?.close();
    await server?.stop();
  });

  it('runs as a role that owns nothing, made by an owner that is no superuser', async () => {
    const [found] = await gateway.sql<{ version: number; roles: string[] }>(
      `select current_setting('server_version_num')::int as version,
         (select array_agg(rolname::text order by rolname) from pg_roles
            where rolname in ('caas_app', '${OWNER}') and not rolsuper and not rolbypassrls) as roles`,
    );
    assert.ok(found && found.version >= 150_000 && found.version < 160_000, `${found?.version}`);
    assert.deepEqual(found.roles, ['caas_app', OWNER]);
    const owners = await gateway.sql<{ owner: string }>(
      "select distinct tableowner as owner from pg_tables where schemaname = 'public'",
    );
    assert.deepEqual(owners, [{ owner: OWNER }]);
  });

  it('registers, takes calls with the key, rotates and promotes it, and proves its audit chain', async () => {
    const tenant = await gateway.registerTenant();
    const works = async (apiKey: string): Promise<number> =>
      (await gateway.client({ apiKey }).get('/v1/auth/api-keys')).status;
    assert.equal(await works(tenant.apiKey), 200);

    const rotated = await tenant.api.post<{ secret: string; key: { id: string } }>(
      '/api/v1/auth/client/api-keys/rotate',
      { key_id: tenant.keyId, overlap_seconds: 0 },
    );
    assert.equal(rotated.status, 201);
    assert.deepEqual([await works(tenant.apiKey), await works(rotated.body.secret)], [200, 200]);
    const promoted = await tenant.api.post<{ primary: { id: string } }>('/api/v1/auth/client/api-keys/promote', {
      key_id: rotated.body.key.id,
      force: true,
    });
    assert.equal(promoted.status, 200);
    assert.equal(promoted.body.primary.id, rotated.body.key.id);
    assert.deepEqual([await works(tenant.apiKey), await works(rotated.body.secret)], [401, 200]);

    const { body } = await tenant.api.get<{ items: ChainedEvent[] }>('/api/v1/audit/query?order=asc&limit=200');
    const verdict = verifyChain(body.items, sha256);
    assert.ok(verdict.ok, JSON.stringify(verdict.first_bad));
    const actions = body.items.map(({ action }) => action);
    for (const action of ['tenant.registered', 'api-key.created', 'api-key.rotated', 'api-key.promoted'])
      assert.ok(actions.includes(action), action);
  });

  it('shows no row of a tenant to the application without a tenant, nor to the owner', async () => {
    const [a, b] = [await gateway.registerTenant(), await gateway.registerTenant()];
    const tables = await gateway.sql<{ name: string }>(
      "select distinct table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public'",
    );
    const count = async (role: string, tenantId: string, foreign: boolean): Promise<number> => {
      const client = new pg.Client({ connectionString: server.url('console', OWNER) });
      await client.connect();
      try {
        await client.query(`set role ${role}`);
        await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
        let rows = 0;
        for (const { name } of tables) {
          const found = await client.query(
            `select 1 from ${pg.escapeIdentifier(name)} where ${foreign ? '' : 'not'} tenant_id <> $1`,
            [tenantId],
          );
          rows += found.rowCount ?? 0;
        }
        return rows;
      } finally {
        await client.end();
      }
    };
    for (const role of ['caas_app', OWNER]) {
      assert.equal(await count(role, '', true), 0, `${role} without a tenant`);
      assert.equal(await count(role, a.id, true), 0, `${role} sees rows of others`);
      assert.ok((await count(role, a.id, false)) > 0, `${role} sees its own rows`);
    }
    assert.equal((await b.api.get(`/v1/auth/api-keys/${a.keyId}/usage`)).status, 404);
  });

  it('starts again on what is there', async () => {
    const tenant = await gateway.registerTenant();
    const again = await gateway.sibling();
    assert.equal((await again.client({ apiKey: tenant.apiKey }).get('/v1/auth/api-keys')).status, 200);
    await again.close();
  });

  it('names the right that the user of the URL lacks', async () => {
    await server.run('create role guest login', 'grant caas_app to guest', 'create database bare');
    const config = readConfig({ DATABASE_URL: server.url('bare', 'guest'), MASTER_KEY: 'ab'.repeat(32), PORT: '0' });
    await assert.rejects(startGateway({ config, logger: createLogger('silent') }), {
      name: 'ConfigError',
      message: /^DATABASE_URL can't be used: permission denied for schema public\. /,
    });
  });
});
