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

const PROBLEM_ANSWER: Json = {
  description: 'What went wrong (RFC 9457). `code` is stable.',
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
  const { id, summary, who, permission, keyScope, errors, answers, body } = endpoint;
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
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
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
    components: { securitySchemes: SCHEMES, schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}
