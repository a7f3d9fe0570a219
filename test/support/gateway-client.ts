import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { register } from '@caas/contract/accounts.js';
import type { ApiKey } from '@caas/contract/api-keys.js';
import type { Answer, Endpoint, Input } from '@caas/contract/endpoint.js';
import type { Problem } from '@caas/contract/problem.js';
import type { Plan } from '@caas/contract/tenant.js';
import * as z from 'zod/mini';

/** How a request says who makes it, and further headers. */
export interface As {
  /** Access or embed token. */
  token?: string;
  /** API key. */
  key?: string;
  headers?: Record<string, string>;
}

/** An answer as it came in. */
export interface Reply {
  status: number;
  headers: Headers;
  body: unknown;
}

type Parts = { params?: unknown; query?: unknown; body?: unknown };

const Members = z.record(z.string(), z.unknown());

function members(value: unknown): Record<string, unknown> {
  return z.parse(Members, value ?? {});
}

/** Calls an endpoint of the contract over HTTP, whatever it answers. */
export function send<E extends Endpoint>(url: string, endpoint: E, input: Input<E>, as: As = {}): Promise<Reply> {
  return sendAny(url, endpoint, input as Parts, as);
}

/** The same with any input, also one that the contract would not take. */
export async function sendAny(
  url: string,
  endpoint: Endpoint,
  { params, query, body }: Parts,
  as: As = {},
): Promise<Reply> {
  const path = endpoint.path.replace(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(String(members(params)[name])),
  );
  const search = new URLSearchParams(Object.entries(members(query)).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${url}${path}${search.size > 0 ? `?${search}` : ''}`, {
    method: endpoint.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as.token ? { authorization: `Bearer ${as.token}` } : {}),
      ...(as.key ? { 'x-api-key': as.key } : {}),
      ...as.headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** Calls an endpoint that must succeed; its answer is held against the contract. */
export async function ask<E extends Endpoint>(
  url: string,
  endpoint: E,
  input: Input<E>,
  as: As = {},
): Promise<Answer<E>> {
  const { status, body } = await send(url, endpoint, input, as);
  assert.ok(status in endpoint.answers, `${endpoint.id} answered ${status}: ${JSON.stringify(body)}`);
  const schema = endpoint.answers[status];
  return (schema ? z.parse(schema, body) : undefined) as Answer<E>;
}

/** Calls an endpoint that must refuse with `code`; gives the problem. */
export async function refused<E extends Endpoint>(
  url: string,
  endpoint: E,
  input: Input<E>,
  as: As,
  code: string,
): Promise<Problem> {
  const { status, body } = await send(url, endpoint, input, as);
  const problem = members(body);
  assert.equal(problem.code, code, `${endpoint.id} answered ${status}: ${JSON.stringify(body)}`);
  assert.equal(problem.status, status);
  return problem as Problem;
}

/** A company that registered, seen by its owner. */
export interface Company {
  tenantId: string;
  /** The owner's access token. */
  token: string;
  /** The secret of the first key, which has all scopes. */
  secret: string;
  /** That key. */
  first: ApiKey;
}

/** Registers a company under a name and address nobody has. */
export async function newCompany(url: string, plan: Plan = 'business'): Promise<Company> {
  const name = randomUUID();
  const answer = await ask(url, register, {
    body: {
      company_name: `Company ${name}`,
      email: `${name}@example.com`,
      password: 'a long enough password',
      plan,
      accept_terms: true,
    },
  });
  assert.ok(answer.api_key);
  return { tenantId: answer.tenant.id, token: answer.access_token, secret: answer.api_key, first: answer.key };
}

/**
 * Waits until `check` holds. Fails when a check that began later than `withinMs` does not hold: how long one takes on a busy
 * machine is not judged. Gives the milliseconds until the check that held began.
 */
export async function until(check: () => Promise<boolean>, withinMs: number): Promise<number> {
  const begin = performance.now();
  for (;;) {
    const asked = performance.now() - begin;
    if (await check()) return asked;
    assert.ok(asked < withinMs, `not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A process may end a credential early by the time its look-up took, never late. */
const EARLY_MS = 500;

/** Calls with a credential until it is refused. What began after `end` (database and test share a clock) must be refused, what ended well before it accepted. */
export async function endsAt(end: string | null, works: () => Promise<boolean>): Promise<void> {
  assert.ok(end);
  const at = Date.parse(end);
  for (;;) {
    const begin = Date.now();
    const accepted = await works();
    if (!accepted) {
      assert.ok(Date.now() > at - EARLY_MS, `refused ${at - Date.now()} ms early`);
      return;
    }
    assert.ok(begin <= at, `accepted ${begin - at} ms late`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
