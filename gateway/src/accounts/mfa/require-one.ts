import { problem } from '../../platform/problem.js';

/** Refuses a body that does not bring exactly one of the named members: which of two proofs would count? */
export function requireOne<K extends string>(given: { readonly [M in K]?: unknown }, names: readonly K[]): void {
  const brought = names.filter((name) => given[name] !== undefined);
  if (brought.length === 1) return;
  const message = `Send one of ${names.join(', ')}.`;
  throw problem('invalid_request', {
    detail: message,
    errors: (brought.length ? brought : names.slice(0, 1)).map((path) => ({
      path,
      code: brought.length ? 'not_allowed' : 'required',
      message,
    })),
  });
}
