import * as z from 'zod/mini';

/** The outcome of holding a value against a schema. `issues` name each refused field by its dotted path. */
export type Parsed<T> = { ok: true; data: T } | { ok: false; issues: Issue[] };

/** One refused field: `code` is an issue code of zod, or the code a rule of ours gave it (`too_long` …). */
export interface Issue {
  path: string;
  code: string;
  params: Readonly<Record<string, unknown>>;
}

/** Holds `value` against `schema` without throwing. */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown): Parsed<z.output<S>> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, data: result.data };
  return { ok: false, issues: result.error.issues.map(toIssue) };
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'custom') {
    const params: Record<string, unknown> = issue.params ?? {};
    return { path, code: typeof params['code'] === 'string' ? params['code'] : 'custom', params };
  }
  if (issue.code === 'unrecognized_keys')
    return { path: [path, issue.keys[0]].filter(Boolean).join('.'), code: 'unknown_field', params: {} };
  return { path, code: issue.code, params: { ...issue } };
}
