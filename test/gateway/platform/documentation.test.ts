import assert from 'node:assert/strict';
import { get as httpGet } from 'node:http';
import { after, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { ERRORS } from '@caas/contract/problem.js';
import { testGateway } from '../../support/gateway.js';

interface Operation {
  operationId: string;
  summary: string;
  security: unknown[];
  parameters: { $ref?: string }[];
  responses: Record<string, { headers?: Record<string, unknown> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

const gateway = await testGateway({ INTERNAL_SECRET: 'a secret between services' });
after(() => gateway.close());
const { body: document, headers } = await gateway.client().get<Document>('/documentation/json');

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    assert.equal(document.openapi, '3.1.0');
    const result = await new Validator().validate({ ...structuredClone(document) });
    assert.ok(result.valid, JSON.stringify(result.errors));
    assert.match(headers.get('content-type') ?? '', /application\/json/);
  });

  it('has every endpoint, each with an id of its own, a summary and a default problem answer', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    assert.equal(operations.length, ENDPOINTS.length);
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, ENDPOINTS.length);
    for (const operation of operations) {
      assert.ok(operation.summary.length > 10, operation.operationId);
      assert.ok(operation.responses.default, operation.operationId);
    }
  });

  it('names the credential of every endpoint that is not public', () => {
    for (const { path, method, who, id } of ENDPOINTS) {
      const operation = document.paths[path.replace(/:([a-z_]+)/g, '{$1}')]?.[method.toLowerCase()];
      assert.equal(operation?.security.length === 0, who.includes('public'), id);
    }
  });

  it('tells of Idempotency-Key where a write remembers it, and of the wait that a refusal asks for', () => {
    const takesKey = (path: string, method: string): boolean =>
      document.paths[path]?.[method]?.parameters.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')) ?? false;
    assert.ok(takesKey('/v1/auth/api-keys', 'post'));
    assert.ok(takesKey('/api/v1/audit/log', 'post'));
    assert.ok(!takesKey('/v1/auth/api-keys', 'get'));
    assert.ok(!takesKey('/api/v1/auth/client/register', 'post'));
    for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path)))
      assert.ok(operation.responses.default?.headers?.['Retry-After'], operation.operationId);
  });
});

describe('every endpoint of the contract', () => {
  for (const endpoint of ENDPOINTS) {
    it(`${endpoint.id} is mounted`, () => {
      assert.ok(gateway.gateway.app.hasRoute({ method: endpoint.method, url: endpoint.path }));
    });
  }
});

/** The status of a GET; `fetch` would send no `Host` of one's own. */
function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpGet(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', reject);
  });
}

describe('metrics', () => {
  it('answer this machine, and others with the secret only', async () => {
    const answer = await fetch(`${gateway.url}/metrics`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /caas_http_request_seconds_count\{.*route="\/documentation\/json"/);
    const passedOn = { 'x-forwarded-for': '203.0.113.9' };
    assert.equal((await fetch(`${gateway.url}/metrics`, { headers: passedOn })).status, 404);
    for (const [name, value] of [
      ['via', '1.1 proxy'],
      ['host', 'metrics.attacker.example'],
    ] as const)
      assert.equal(await statusOf(`${gateway.url}/metrics`, { [name]: value }), 404, name);
    assert.equal(
      (
        await fetch(`${gateway.url}/metrics`, {
          headers: { ...passedOn, 'x-internal-secret': 'a secret between services' },
        })
      ).status,
      200,
    );
  });
});

describe('the pages of error codes', () => {
  const load = async (path: string): Promise<{ status: number; headers: Headers; text: string }> => {
    const answer = await fetch(`${gateway.url}${path}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

  for (const [code, { status, title }] of Object.entries(ERRORS)) {
    it(`${code} says what happened and what to do`, async () => {
      const page = await load(`/docs/errors/${code}`);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
      for (const part of ['<html lang="en">', `<h1>${title}</h1>`, `status ${status}<`, 'What happened', 'What to do'])
        assert.ok(page.text.includes(part), part);
    });
  }

  it('are where the type of a problem leads', async () => {
    const { body } = await gateway.client().get<{ type: string; code: string }>('/v1/tenant');
    const page = await load(body.type);
    assert.equal(page.status, 200);
    assert.match(page.text, new RegExp(`<code>${body.code}</code>`));
  });

  it('stand in one table, and bring nothing but a stylesheet', async () => {
    const index = await load('/docs/errors');
    const links = [...index.text.matchAll(/href="\/docs\/errors\/([a-z_]+)"/g)].map(([, code]) => code);
    assert.deepEqual(links, Object.keys(ERRORS));
    assert.doesNotMatch(index.text, /<script|style=|<style| on[a-z]+=/);
    assert.match(
      index.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'self'; frame-ancestors 'none'/,
    );
    const styles = await load(/<link rel="stylesheet" href="([^"]+)">/.exec(index.text)?.[1] ?? '');
    assert.equal(styles.status, 200);
    assert.match(styles.headers.get('content-type') ?? '', /^text\/css/);
  });

  it('answer 404 for a code that does not exist, and do not repeat it', async () => {
    for (const code of ['nothing', 'constructor', '__proto__', '%3Cscript%3Ealert(1)%3C%2Fscript%3E']) {
      const page = await load(`/docs/errors/${code}`);
      assert.equal(page.status, 404, code);
      assert.match(page.text, /<h1>No such error code/);
      assert.doesNotMatch(page.text, /script|__proto__/);
    }
  });
});
