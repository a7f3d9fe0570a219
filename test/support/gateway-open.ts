import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Role } from '@caas/contract/permissions.js';
import { testGateway, type TestGateway } from './gateway.js';

const MAIN = fileURLToPath(new URL('../../gateway/src/main.ts', import.meta.url));

/** The secret between CAAS services that opened gateways know. */
export const INTERNAL_SECRET = 'internal-secret-of-the-tests-0123456789';

/** A gateway of a test, in this process. */
export type OpenGateway = TestGateway;

/** Opens a gateway on a database of its own, or on that of `other`, as a second process would. */
export function openGateway(other?: OpenGateway, env: Record<string, string> = {}): Promise<OpenGateway> {
  return other ? other.sibling() : testGateway({ INTERNAL_SECRET, ...env });
}

/** A gateway in a process of its own, that can be killed. */
export interface GatewayProcess {
  readonly url: string;
  /** Ends it without warning (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a gateway process on the database of an open gateway. `env`: further settings. */
export async function startGatewayProcess(
  { config }: OpenGateway,
  env: Record<string, string> = {},
): Promise<GatewayProcess> {
  const settings = {
    PORT: '0',
    DATA_DIR: config.dataDir,
    DATABASE_URL: config.databaseUrl ?? '',
    MASTER_KEY: config.masterKey?.toString('hex') ?? '',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_SCALE: String(config.rateLimitScale),
    ...env,
  };
  const child = spawn(process.execPath, ['--conditions=caas-source', '--import', 'tsx', MAIN], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await listening(child);
  return {
    url,
    kill: async () => {
      const running = child.exitCode === null && child.signalCode === null;
      const gone = running ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve();
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
export function newMember(open: OpenGateway, tenantId: string, role: Role): Promise<{ email: string; token: string }> {
  return open.addMember({ id: tenantId }, role);
}
