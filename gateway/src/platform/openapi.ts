import * as z from 'zod/mini';
import type { Caller, Endpoint } from '@caas/contract/endpoint.js';
import { Problem } from '@caas/contract/problem.js';

type Json = Record<string, unknown>;

const SECURITY: Readonly<Partial<Record<Caller, Json>>> = {
  console: { accessToken: [] },
  embed: { embedToken: [] },
  sdk: { sdkToken: [] },
  key: { apiKey: [] },
  refresh: { refreshCookie: [] },
  internal: { internalSecret: [] },
};

const SCHEMES: Json = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of a console member.',
  },
  embedToken: { type: 'http', scheme: 'bearer', description: 'Embed token, minted with an API key.' },
  sdkToken: { type: 'http', scheme: 'bearer', description: "Token of one of the tenant's end users." },
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  refreshCookie: { type: 'apiKey', in: 'cookie', name: 'caas_refresh' },
  internalSecret: { type: 'apiKey', in: 'header', name: 'x-internal-secret' },
};

const text = (description: string): Json => ({ description, schema: { type: 'string' } });
const whole = (description: string): Json => ({ description, schema: { type: 'integer', minimum: 0 } });

const HEADERS: Json = {
  'Retry-After': whole('Seconds to wait; with 423, 429, 503 and `request_in_progress`.'),
  'RateLimit-Limit': whole('Calls the caller may save up.'),
  'RateLimit-Remaining': whole('Calls left of them.'),
  'RateLimit-Reset': whole('Seconds until all are free again.'),
  'X-Request-Id': text('Names this request in the log of the gateway.'),
};

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any random text. Within 24 hours a retry with the same key and request is not done twice: it gets the first answer again, without its secrets and with `Idempotent-Replayed: true`.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};
/** Who belongs to a tenant: for the others there is nothing to remember a key by. */
const TENANT_CALLERS: ReadonlySet<Caller> = new Set<Caller>(['console', 'embed', 'sdk', 'key']);

const PROBLEM_ANSWER: Json = {
  description: 'What went wrong (RFC 9457). `code` is stable.',
  headers: Object.fromEntries(Object.keys(HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return json;
}

function parameters(schema: z.ZodMiniType | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function answerOf(status: string, schema: z.ZodMiniType | null): Json {
  const description = status === '201' ? 'Created' : status === '204' ? 'Done' : 'OK';
  return schema
    ? { description, content: { 'application/json': { schema: schemaOf(schema, 'output') } } }
    : { description };
}

function operation(endpoint: Endpoint): Json {
  const { id, method, summary, who, permission, keyScope, errors, answers, body } = endpoint;
  const needs = [
    permission && `Permission \`${permission}\`.`,
    keyScope && `Key scope \`${keyScope}\`.`,
    errors.length && `Error codes: ${errors.map((code) => `\`${code}\``).join(', ')}.`,
  ];
  const security = who.flatMap((caller) => SECURITY[caller] ?? []);
  return {
    operationId: id,
    summary,
    description: needs.filter(Boolean).join(' ') || summary,
    security: who.includes('public') ? [] : security,
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(method !== 'GET' && who.some((caller) => TENANT_CALLERS.has(caller))
        ? [{ $ref: '#/components/parameters/IdempotencyKey' }]
        : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: !body.safeParse(undefined).success,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, schema]) => [status, answerOf(status, schema)])),
      default: PROBLEM_ANSWER,
    },
  };
}

/** The API as an OpenAPI 3.1 document, made from the contract alone. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:([a-z_]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CAAS',
      version,
      description: 'The API of the CAAS communications platform.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: SCHEMES,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      headers: HEADERS,
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}
