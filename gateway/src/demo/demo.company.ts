import type { KeyScope } from '@caas/contract/endpoint.js';
import type { Role } from '@caas/contract/permissions.js';

/** The invented company. */
export const COMPANY = { name: 'Meridian Freight', plan: 'business', timezone: 'Europe/Lisbon', daysOld: 700 } as const;

/** Its people, one for each role. */
export const PEOPLE: readonly { email: string; name: string; role: Role; joinedDaysAgo: number }[] = [
  { email: 'ada@meridian.example', name: 'Ada Okafor', role: 'owner', joinedDaysAgo: 700 },
  { email: 'tomas@meridian.example', name: 'Tomás Rey', role: 'admin', joinedDaysAgo: 690 },
  { email: 'priya@meridian.example', name: 'Priya Nair', role: 'developer', joinedDaysAgo: 430 },
  { email: 'sam@meridian.example', name: 'Sam Whitlock', role: 'viewer', joinedDaysAgo: 120 },
];

/** How often a key is called, for the figures of the past. */
export interface DemoLoad {
  /** Calls in a busy hour. */
  peak: number;
  /** Hours of the day (UTC) in which it is called; all when absent. */
  hours?: readonly number[];
  /** Share of calls that fail. */
  errors: number;
  callers: readonly { ip: string; agent: string }[];
}

/** A key as it stands when the demo begins. */
export interface DemoKey {
  name: string;
  note: string | null;
  scopes: readonly KeyScope[];
  createdDaysAgo: number;
  by: string;
  expiresInDays?: number;
  revoked?: { daysAgo: number; by: string };
  /** The last call that was let in, of a key nobody could call with since. */
  lastUse?: { daysAgo: number; ip: string };
  load: DemoLoad | null;
}

/** Its keys, oldest first. */
export const KEYS: readonly DemoKey[] = [
  {
    name: 'Old mobile gateway',
    note: null,
    scopes: ['read'],
    createdDaysAgo: 656,
    by: 'Ada Okafor',
    revoked: { daysAgo: 101, by: 'Tomás Rey' },
    lastUse: { daysAgo: 102, ip: '192.0.2.9' },
    load: null,
  },
  {
    name: 'Terraform',
    note: 'Provisioning',
    scopes: ['read', 'write', 'admin'],
    createdDaysAgo: 438,
    by: 'Tomás Rey',
    load: {
      peak: 14,
      hours: [9, 10, 14, 15, 16],
      errors: 0,
      callers: [{ ip: '192.0.2.41', agent: 'Terraform/1.14.2' }],
    },
  },
  {
    name: 'Staging ETL',
    note: 'Nightly export',
    scopes: ['read'],
    createdDaysAgo: 364,
    by: 'Priya Nair',
    expiresInDays: 6,
    load: {
      peak: 260,
      hours: [1, 2, 3],
      errors: 0.004,
      callers: [{ ip: '198.51.100.7', agent: 'etl-runner/2.4 python-httpx/0.28' }],
    },
  },
  {
    name: 'Message ingest',
    note: 'Kafka bridge, eu-west',
    scopes: ['write'],
    createdDaysAgo: 305,
    by: 'Tomás Rey',
    load: {
      peak: 2400,
      errors: 0.0006,
      callers: [
        { ip: '198.51.100.7', agent: 'kafka-bridge/3.9.1' },
        { ip: '198.51.100.8', agent: 'kafka-bridge/3.9.1' },
      ],
    },
  },
  {
    name: 'Production server',
    note: null,
    scopes: ['read', 'write'],
    createdDaysAgo: 261,
    by: 'Ada Okafor',
    load: {
      peak: 1500,
      errors: 0.0012,
      callers: [
        { ip: '203.0.113.14', agent: 'caas-node/1.8.0' },
        { ip: '203.0.113.15', agent: 'caas-node/1.8.0' },
      ],
    },
  },
];

/** The key whose rotation waits to be finished. */
export const ROTATING = 'Production server';
