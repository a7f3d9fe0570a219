import * as z from 'zod/mini';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * `anyOf: [X, null]` becomes X with `nullable`: the serialiser would else try each branch for each value.
 */
function flattenNullable(schema: JsonSchema): void {
  const [some, none, ...more] = schema.anyOf ?? [];
  if (
    !some ||
    typeof some === 'boolean' ||
    !none ||
    typeof none === 'boolean' ||
    more.length ||
    none.type !== 'null' ||
    typeof some.type !== 'string'
  )
    return;
  delete schema.anyOf;
  Object.assign(schema, some, { nullable: true });
}

/**
 * What Fastify's serialiser needs to write an answer: the JSON schema of its zod schema. Members the contract does not name
 * never leave the gateway.
 */
export function answerSchema(schema: z.ZodMiniType): Record<string, unknown> {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      flattenNullable(jsonSchema);
      // Formats and bounds are for readers; the serialiser would warn of some and gain from none.
      for (const member of [
        'format',
        'pattern',
        'minimum',
        'maximum',
        'propertyNames',
        'minLength',
        'maxLength',
      ] as const)
        delete jsonSchema[member];
    },
  });
  const { $schema: _, ...rest } = json;
  return rest;
}

/** Throws when an answer is not what the contract says. For tests and development. */
export function assertAnswer(schema: z.ZodMiniType | null, body: unknown, endpointId: string): void {
  if (!schema) {
    if (body !== undefined) throw new Error(`${endpointId} answers a body where the contract has none`);
    return;
  }
  const result = schema.safeParse(body);
  if (!result.success)
    throw new Error(`${endpointId} answers against the contract: ${JSON.stringify(result.error.issues)}`);
}
