import { expect } from '@open-wc/testing';
import { ApiClient } from '@caas/base/client.js';
import { ApiError } from '@caas/base/errors.js';
import { RenewingTokenSource } from '@caas/base/token-source.js';
import { deleteApiKey, getApiKeyUsage, listApiKeys, revokeApiKey } from '@caas/contract/calls/api-keys.js';
import { interceptFetch, refusal, type Reply, type Seen } from '../../support/fetch.js';

const KEY = 'key_01JCX4V8ZQ6T7W9Y3N5M2K1H0G';
const EMPTY = { items: [], next_cursor: null, total: 0, used: 0, limit_allowed: 3 };

let restore = (): void => undefined;
let seen: Seen[] = [];

function gateway(answer: (request: Seen, nth: number) => Reply): ApiClient {
  let count = 0;
  ({ seen, restore } = interceptFetch((request) => answer(request, (count += 1))));
  let tokens = 0;
  return new ApiClient({
    url: 'https://api.caas.example/',
    tokens: new RenewingTokenSource(() => `t${(tokens += 1)}`),
  });
}

async function failure(promise: Promise<unknown>): Promise<ApiError> {
  const error = await promise.catch((cause: unknown) => cause);
  if (!(error instanceof ApiError)) throw new Error('no ApiError was thrown');
  return error;
}

describe('ApiClient', () => {
  afterEach(() => restore());

  it('fills path and query, sends the token in a header only, and parses the answer', async () => {
    const client = gateway(() => ({ status: 200, json: { ...EMPTY, unknown: 1 } }));
    const answer = await client.call(listApiKeys, { query: { q: 'a&b=c', limit: 10 } });
    expect(answer).to.deep.equal(EMPTY);
    expect(seen[0]?.url.href).to.equal('https://api.caas.example/v1/auth/api-keys?q=a%26b%3Dc&limit=10');
    expect(seen[0]?.headers.get('authorization')).to.equal('Bearer t1');
    expect(seen[0]?.headers.has('idempotency-key')).to.equal(false);
  });

  it('retries once on 401 with a new token and the same idempotency key', async () => {
    const client = gateway((_, nth) => (nth === 1 ? refusal(401, 'token_expired') : { status: 204 }));
    await client.call(deleteApiKey, { params: { id: KEY } });
    expect(seen.map((request) => request.headers.get('authorization'))).to.deep.equal(['Bearer t1', 'Bearer t2']);
    const keys = seen.map((request) => request.headers.get('idempotency-key'));
    expect(keys[0]).to.match(/^[0-9a-f]{32}$/);
    expect(keys[1]).to.equal(keys[0]);
  });

  it('gives up after the second 401', async () => {
    const error = await failure(gateway(() => refusal(401, 'token_invalid')).call(listApiKeys));
    expect(error).to.include({ code: 'token_invalid', kind: 'auth', requestId: 'req_test' });
    expect(seen).to.have.length(2);
  });

  it('turns a problem into its code, with its extra members', async () => {
    const error = await failure(
      gateway(() => refusal(409, 'key_in_use', { calls_24h: 41208 })).call(revokeApiKey, { body: { key_id: KEY } }),
    );
    expect(error).to.include({ code: 'key_in_use', status: 409, transient: false });
    expect(error.problem).to.have.property('calls_24h', 41208);
  });

  for (const [name, reply] of [
    [
      'HTML of a captive portal',
      new Response('<h1>Sign in to Wi-Fi</h1>', { status: 200, headers: { 'content-type': 'text/html' } }),
    ],
    ['cut JSON', new Response('{"items":[', { status: 200, headers: { 'content-type': 'application/json' } })],
    ['JSON of another shape', { status: 200, json: { items: 'all' } }],
  ] as [string, Reply][]) {
    it(`never takes ${name} for data`, async () => {
      expect(
        await failure(gateway(() => (reply instanceof Response ? reply.clone() : reply)).call(listApiKeys)),
      ).to.include({ code: 'invalid_answer', kind: 'server' });
    });
  }

  it('says network where nothing answered, and passes Retry-After on', async () => {
    const offline = gateway(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await failure(offline.call(listApiKeys))).to.include({ code: 'network', transient: true });
    restore();
    const limited = gateway(
      () =>
        ({
          ...refusal(429, 'rate_limited'),
          headers: { 'content-type': 'application/problem+json', 'retry-after': '7' },
        }) as Reply,
    );
    expect(await failure(limited.call(listApiKeys))).to.include({ kind: 'rate_limit', retryAfter: 7 });
  });

  it('keeps ids apart from paths', async () => {
    const client = gateway(() => refusal(404, 'not_found'));
    await failure(client.call(getApiKeyUsage, { params: { id: '../../me?x=1#y' } }));
    expect(seen[0]?.url.pathname).to.equal('/v1/auth/api-keys/..%2F..%2Fme%3Fx%3D1%23y/usage');
  });

  it('asks the same with a polluted Object.prototype', async () => {
    const prototype = Object.prototype as Record<string, unknown>;
    prototype['limit'] = 999;
    prototype['expires_in'] = 1e9;
    try {
      await gateway(() => ({ status: 200, json: EMPTY })).call(listApiKeys, { query: { q: 'x' } });
      expect(seen[0]?.url.search).to.equal('?q=x');
    } finally {
      delete prototype['limit'];
      delete prototype['expires_in'];
    }
  });
});
