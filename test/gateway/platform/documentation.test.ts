import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { ENDPOINTS } from '@caas/contract/endpoints.js';
import { testGateway } from '../../support/gateway.js';

interface Operation {
  operationId: string;
  summary: string;
  security: unknown[];
  responses: Record<string, unknown>;
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
    const result = await new Validator().validate(JSON.stringify(document));
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
});

describe('every endpoint of the contract', () => {
  for (const endpoint of ENDPOINTS) {
    it(`${endpoint.id} is mounted`, () => {
      assert.ok(gateway.gateway.app.hasRoute({ method: endpoint.method, url: endpoint.path }));
    });
  }
});

describe('metrics', () => {
  it('answer this machine, and others with the secret only', async () => {
    const answer = await fetch(`${gateway.url}/metrics`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /caas_http_request_seconds_count\{.*route="\/documentation\/json"/);
    const passedOn = { 'x-forwarded-for': '203.0.113.9' };
    assert.equal((await fetch(`${gateway.url}/metrics`, { headers: passedOn })).status, 404);
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
