import { listApiKeys } from '@caas/contract/api-keys.js';
import { logAuditEvent, queryAudit } from '@caas/contract/audit.js';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Platform } from '../platform/platform.js';
import type { DemoSecret } from './demo.history.js';

const ANSWER_WITHIN_MS = 5000;

interface Errand {
  /** The key it is done with. */
  key: string;
  agent: string;
  /** Seconds between two calls, give or take a half. */
  every: number;
  endpoint: Endpoint;
  query?: string;
  body?: () => unknown;
  headers?: Readonly<Record<string, string>>;
}

const shipment = (): string => `MF-${10_000 + Math.floor(Math.random() * 90_000)}`;

/** What the company's servers do, about two calls a second in all; the last three are refused. */
const ERRANDS: readonly Errand[] = [
  { key: 'Production server', agent: 'caas-node/1.8.0', every: 1, endpoint: listApiKeys, query: '?limit=1' },
  { key: 'Production server', agent: 'caas-node/1.8.0', every: 2, endpoint: queryAudit, query: '?limit=5' },
  {
    key: 'Message ingest',
    agent: 'kafka-bridge/3.9.1',
    every: 30,
    endpoint: logAuditEvent,
    body: () => ({
      action: 'shipment.scanned',
      resource: { type: 'shipment', id: shipment() },
      details: { dock: 1 + Math.floor(Math.random() * 12) },
    }),
  },
  { key: 'Message ingest', agent: 'kafka-bridge/3.9.1', every: 20, endpoint: listApiKeys },
  { key: 'Old mobile gateway', agent: 'okhttp/4.12.0', every: 45, endpoint: listApiKeys },
  {
    key: 'Staging ETL',
    agent: 'etl-runner/2.4',
    every: 900,
    endpoint: listApiKeys,
    headers: { origin: 'https://staging.meridian.example' },
  },
];

/** Calls the gateway over HTTP as the company's servers would, until it is stopped. At most one call of each errand is under way. */
export function startTraffic(url: string, keys: readonly DemoSecret[], log: Platform['log']): () => Promise<void> {
  let stopped = false;
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();

  const next = (errand: Errand, secret: string, after: number): void => {
    if (stopped) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const done = call(url, errand, secret)
        .catch((error: unknown) => log.debug({ err: error }, 'demo call failed'))
        .finally(() => {
          running.delete(done);
          next(errand, secret, errand.every * 1000 * (0.5 + Math.random()));
        });
      running.add(done);
    }, after);
    timer.unref();
    timers.add(timer);
  };
  for (const errand of ERRANDS) {
    const secret = keys.find((key) => key.name === errand.key)?.secret;
    if (secret) next(errand, secret, Math.min(errand.every, 5) * 1000 * Math.random());
  }
  return async () => {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
    await Promise.all(running);
  };
}

async function call(
  url: string,
  { endpoint, query = '', body, agent, headers }: Errand,
  secret: string,
): Promise<void> {
  const answer = await fetch(`${url}${endpoint.path}${query}`, {
    method: endpoint.method,
    headers: {
      'x-api-key': secret,
      'user-agent': agent,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body()) } : {}),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await answer.arrayBuffer();
}
