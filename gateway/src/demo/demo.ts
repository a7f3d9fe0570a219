import { randomBytes } from 'node:crypto';
import { login } from '@caas/contract/accounts.js';
import { rotateApiKey } from '@caas/contract/api-keys.js';
import type { Role } from '@caas/contract/permissions.js';
import type { Plan } from '@caas/contract/tenant.js';
import * as z from 'zod/mini';
import type { Tx } from '../platform/db.js';
import { newId } from '../platform/ids.js';
import type { Platform } from '../platform/platform.js';
import { enterTenant } from '../platform/tenant.js';
import { COMPANY, PEOPLE, ROTATING } from './demo.company.js';
import { writeHistory, type DemoPerson } from './demo.history.js';
import { dateTenant, tenantExists } from './demo.repository.js';
import { readState, writeState, type DemoState } from './demo.state.js';
import { startPeople } from './demo.people.js';
import { startTraffic } from './demo.traffic.js';

const DAY_MS = 86_400_000;
const OVERLAP_SECONDS = 86_400;

/** What the demo needs of the accounts module. */
export interface DemoAccounts {
  hash(password: string): Promise<string>;
  insertTenant(tx: Tx, tenant: { id: string; name: string; plan: Plan }): Promise<unknown>;
  /** Null when the address is taken. */
  createMember(
    tx: Tx,
    member: {
      tenantId: string;
      email: string;
      name: string | null;
      passwordHash: string;
      role: Role;
      emailVerified: boolean;
    },
  ): Promise<{ id: string } | null>;
}

/**
 * Fills the gateway with one invented company, says how to sign in, and lets its servers call until the returned function is
 * called. A second run finds the company of the first and changes nothing of it.
 */
export async function runDemo(
  platform: Platform,
  url: string,
  accounts: DemoAccounts,
  print: (text: string) => void,
): Promise<() => Promise<void>> {
  const kept = readState(platform.config.dataDir);
  const found = kept !== null && (await platform.db.platformTx((tx) => tenantExists(tx, kept.tenant_id)));
  const state = kept !== null && found ? kept : await makeCompany(platform, accounts);
  if (!found) await startRotation(url, state);
  print(welcome(platform.publicOrigin(), state));
  const stops = [startTraffic(url, state.keys, platform.log), startPeople(url, state.keys, platform.log)];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

async function makeCompany({ config, db }: Platform, accounts: DemoAccounts): Promise<DemoState> {
  const now = Date.now();
  const tenantId = newId('ten');
  const people = await Promise.all(
    PEOPLE.map(async (person) => {
      const password = randomBytes(12).toString('base64url');
      return { ...person, password, passwordHash: await accounts.hash(password) };
    }),
  );
  return db.platformTx(async (tx) => {
    await enterTenant(tx, tenantId);
    await accounts.insertTenant(tx, { id: tenantId, name: COMPANY.name, plan: COMPANY.plan });
    const members: DemoPerson[] = [];
    for (const { email, name, role, passwordHash } of people) {
      const member = await accounts.createMember(tx, {
        tenantId,
        email,
        name,
        passwordHash,
        role,
        emailVerified: true,
      });
      if (!member)
        throw new Error(
          `The demo needs the address ${email}, which has an account here. Use another DATA_DIR for the demo.`,
        );
      members.push({ id: member.id, name, email });
    }
    await dateTenant(tx, tenantId, new Date(now - COMPANY.daysOld * DAY_MS), COMPANY.timezone);
    const keys = await writeHistory(tx, tenantId, members, now, config.host);
    const state = {
      tenant_id: tenantId,
      accounts: people.map(({ role, name, email, password }) => ({ role, name, email, password })),
      keys,
    };
    // Before the commit: a file about a company that never came to be is made again, a company without its file is locked for ever.
    writeState(config.dataDir, state);
    return state;
  });
}

/** What happens now goes through the API like any other call. */
async function startRotation(url: string, state: DemoState): Promise<void> {
  const [owner] = state.accounts;
  const key = state.keys.find(({ name }) => name === ROTATING);
  if (!owner || !key) return;
  const signedIn = await post(`${url}${login.path}`, { email: owner.email, password: owner.password });
  const { access_token: token } = z.parse(z.object({ access_token: z.string() }), signedIn);
  await post(`${url}${rotateApiKey.path}`, { key_id: key.id, overlap_seconds: OVERLAP_SECONDS }, token);
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The demo could not be set up: ${url} answered ${answer.status}.`);
  return JSON.parse(text);
}

function welcome(origin: string, { accounts }: DemoState): string {
  const widest = Math.max(...accounts.map(({ email }) => email.length));
  return [
    '',
    `DEMO: ${COMPANY.name} and its past are invented; its servers call this gateway about twice a second until it stops. Not for production.`,
    `Sign in at ${origin} as`,
    ...accounts.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email.padEnd(widest)}  ${password}`),
    '',
  ].join('\n');
}
