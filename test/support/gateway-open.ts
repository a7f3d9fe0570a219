import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { login } from '@caas/contract/accounts.js';
import type { Role } from '@caas/contract/permissions.js';
import { createMember } from '../../gateway/src/accounts/accounts.repository.js';
import { Passwords } from '../../gateway/src/accounts/password.js';
import { readConfig } from '../../gateway/src/platform/config.js';
import { enterTenant } from '../../gateway/src/platform/tenant.js';
import { startGateway, type Gateway } from '../../gateway/src/start-gateway.js';
import { ask } from './gateway-client.js';

const MAIN = fileURLToPath(new URL('../../gateway/src/main.ts', import.meta.url));
const PASSWORD = 'a long enough password';

/** The secret between CAAS services that opened gateways know. */
export const INTERNAL_SECRET = 'internal-secret-of-the-tests-0123456789';

/** A gateway of a test, in this process, on a database of its own. */
export interface OpenGateway {
  readonly url: string;
  readonly dataDir: string;
  readonly gateway: Gateway;
  close(): Promise<void>;
}

function settings(dataDir: string): Record<string, string> {
  return { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', INTERNAL_SECRET, RATE_LIMIT_SCALE: '10000' };
}

/** Opens a gateway. With the `dataDir` of another it works on the same database, as a second process would. */
export async function openGateway(dataDir?: string): Promise<OpenGateway> {
  const dir = dataDir ?? (await mkdtemp(join(tmpdir(), 'caas-gateway-')));
  const gateway = await startGateway({ config: readConfig(settings(dir)), embedded: { settings: { fsync: 'off' } } });
  return {
    url: gateway.url,
    dataDir: dir,
    gateway,
    close: async () => {
      await gateway.close();
      if (dataDir === undefined) await rm(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A gateway in a process of its own, that can be killed. */
export interface GatewayProcess {
  readonly url: string;
  /** Ends it without warning (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a gateway process on the database of an open gateway. */
export async function startGatewayProcess(dataDir: string): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['--conditions=caas-source', '--import', 'tsx', MAIN], {
    env: { ...process.env, ...settings(dataDir) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await listening(child);
  return {
    url,
    kill: async () => {
      const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /running at (\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}: ${output}`)));
  });
}

/** Adds a member with a role to a tenant and signs them in. */
export async function newMember({ gateway, url }: OpenGateway, tenantId: string, role: Role): Promise<{ email: string; token: string }> {
  const email = `${role}-${randomUUID()}@example.com`;
  const passwordHash = await new Passwords().hash(PASSWORD);
  await gateway.platform.db.platformTx(async (tx) => {
    await enterTenant(tx, tenantId);
    await createMember(tx, { tenantId, email, name: role, passwordHash, role });
  });
  const { access_token: token } = await ask(url, login, { body: { email, password: PASSWORD } });
  return { email, token };
}
