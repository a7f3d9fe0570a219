import * as z from 'zod/mini';
import { ACCOUNT_ERRORS } from './account-errors.js';

/** What stands behind an error code: its HTTP status, and the texts of its page in the docs. */
export interface ErrorText {
  readonly status: number;
  /** The `title` of the answer. */
  readonly title: string;
  /** What happened, for a developer who meets the code for the first time. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Every stable error code. Texts may change, codes never do. */
export const ERRORS = {
  invalid_request: {
    status: 400,
    title: 'The request is not valid',
    meaning:
      'A part of the request has not the form the endpoint takes. `errors` names each field with a code of its own.',
    remedy: 'Correct the named fields and send the request again. Fields the endpoint does not know are refused too.',
  },
  token_invalid: {
    status: 401,
    title: 'The token is missing or not valid',
    meaning: 'There was no bearer token, it was not made by this gateway, or its session was ended.',
    remedy: 'Sign in again, or mint a new embed token. Sending the same token again does not help.',
  },
  token_expired: {
    status: 401,
    title: 'The token has expired',
    meaning: 'The token is genuine, and its time is over.',
    remedy: 'Refresh the access token, or have your server mint a new embed token, and repeat the request once.',
  },
  api_key_invalid: {
    status: 401,
    title: 'The API key is missing or not valid',
    meaning: 'The key is unknown, mistyped, expired, disabled or revoked. The answer is the same for all of these.',
    remedy: 'Compare the first and last characters with the list of keys in the console, and look at its status there.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    meaning:
      'The caller is known, and lacks a permission or scope, or has the wrong kind of credential. `needs` names what is missing.',
    remedy: 'Ask an owner or admin for the permission, or use a key with the scope named.',
  },
  tenant_suspended: {
    status: 403,
    title: 'The tenant is suspended',
    meaning: 'The tenant was suspended. Its keys, embed tokens and sign-ins are refused; nothing of it was deleted.',
    remedy:
      'An owner of the tenant should contact CAAS. Everything works again once the tenant is active, with the same keys.',
  },
  origin_not_allowed: {
    status: 403,
    title: 'This origin is not allowed',
    meaning:
      'The call came from a web page whose origin the tenant has not allowed, or an embed token was used elsewhere than where it was minted for.',
    remedy:
      'Add the origin to the allowed origins, or mint the token with the exact origin of the page: scheme, host and port.',
  },
  ip_not_allowed: {
    status: 403,
    title: 'This address is not allowed',
    meaning:
      "The credential is good, and the list of allowed addresses, its own or the tenant's, does not hold the address the call came from.",
    remedy:
      'Call from an allowed address, or create a key whose list holds this one. Behind a proxy, check which address arrives.',
  },
  key_in_browser: {
    status: 403,
    title: 'An API key must not be used in a browser',
    meaning: 'The call carried an API key and came from a web page. Everybody who opens that page can read the key.',
    remedy: 'Rotate the key now. Call the API from your server, and give pages embed tokens.',
  },
  quota_reached: {
    status: 403,
    title: 'The limit of the plan is reached',
    meaning: 'The plan allows no more of these. `limit` says how many it allows.',
    remedy: 'Delete or revoke what is no longer used, or change the plan.',
  },
  cross_site_request: {
    status: 403,
    title: 'Requests from other sites are refused',
    meaning: 'The endpoint works with the console cookie, and the request did not come from the console itself.',
    remedy: 'From a page of your own use an embed token; from a server use an API key.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    meaning: 'There is no such path, or no such resource in this tenant. Resources of other tenants answer alike.',
    remedy: 'Check the path and the id. The resource may have been deleted.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    meaning: 'The path exists and does not take this method. The header `Allow` names those it takes.',
    remedy: 'Use one of the named methods.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to arrive',
    meaning:
      'Headers have 8 seconds and the whole request has 10 seconds to arrive. The connection was closed, nothing was done.',
    remedy: 'Send the request again. If it happens often, look at the network between client and gateway.',
  },
  name_taken: {
    status: 409,
    title: 'This name is taken',
    meaning: 'Another living key of the tenant has this name.',
    remedy: 'Choose another name. Names of revoked and expired keys are free.',
  },
  version_conflict: {
    status: 409,
    title: 'Somebody else changed this meanwhile',
    meaning:
      'The `version` sent is not the present one. `current` holds the resource as it is now; of a key `changed_by` says who changed it last.',
    remedy: 'Look at `current`, apply the change to it, and send it with its version.',
  },
  wrong_state: {
    status: 409,
    title: 'Not possible in the present state',
    meaning: 'The resource can not take this step from the state it is in, such as promoting a key that was revoked.',
    remedy: 'Read the resource again and choose a step its state allows.',
  },
  would_lock_out: {
    status: 409,
    title: 'The change would cut off someone in use',
    meaning:
      'Addresses or origins that called in the last 24 hours, or your own, would be refused. `uncovered` lists them.',
    remedy:
      'Add them to the list, or repeat with `confirm_lockout=true`; then the change undoes itself after 60 seconds unless confirmed.',
  },
  key_in_use: {
    status: 409,
    title: 'The key is in use',
    meaning: 'The key was called within the last 24 hours. `calls_24h` and `callers` say how often and by whom.',
    remedy: 'Move these callers to another key first. `force=true` deletes the key all the same and breaks them.',
  },
  rotation_running: {
    status: 409,
    title: 'A rotation is running already',
    meaning: 'The key has a secondary that waits to be promoted, or an old key that still retires.',
    remedy: 'Promote, roll back or revoke the key beside it before rotating again.',
  },
  old_key_in_use: {
    status: 409,
    title: 'The old key is still in use',
    meaning: 'The old key was called within the last hour. `calls_1h` and `callers` say how often and by whom.',
    remedy: 'Move these callers to the new key first. `force: true` promotes all the same; the overlap still runs.',
  },
  new_key_unused: {
    status: 409,
    title: 'The new key was not used yet',
    meaning: 'Nobody has called with the new key, so it may not be deployed.',
    remedy: 'Deploy it and make one call with it. `force: true` promotes all the same.',
  },
  idempotency_mismatch: {
    status: 409,
    title: 'The idempotency key belongs to another request',
    meaning: 'The `Idempotency-Key` was used within the last 24 hours with another body or another endpoint.',
    remedy: 'Make a new random key for each new request; repeat a key only to retry the same request.',
  },
  request_in_progress: {
    status: 409,
    title: 'The same request is in progress',
    meaning:
      'A request with this `Idempotency-Key` is running, or made its change and its answer was lost (`done: true`).',
    remedy: 'Wait for `Retry-After` and try again. With `done: true` read the resource instead: the change is there.',
  },
  precondition_failed: {
    status: 412,
    title: 'The precondition failed',
    meaning: 'A conditional header such as `If-Match` does not fit the resource as it is now.',
    remedy: 'Read the resource again and repeat the request with its present state.',
  },
  payload_too_large: {
    status: 413,
    title: 'The request is too large',
    meaning: 'Bodies may hold 1 MiB.',
    remedy: 'Send less at once.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Only application/json is accepted',
    meaning: 'The body was sent as something other than JSON, compressed, or in another encoding than UTF-8.',
    remedy: 'Send the header `Content-Type: application/json` and a JSON body in UTF-8, without `Content-Encoding`.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    meaning:
      'The address, account, key or token made more calls than it may. The `RateLimit-*` headers tell what is left.',
    remedy: 'Wait for `Retry-After` seconds, then go on more slowly, with growing pauses after each refusal.',
  },
  headers_too_large: {
    status: 431,
    title: 'The request headers are too large',
    meaning: 'All headers together may hold 16 KiB.',
    remedy: 'Send fewer or shorter headers; very long cookies are the usual reason.',
  },
  internal_error: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning:
      'The gateway met a fault of its own. The reason was recorded under `request_id` and is not part of the answer.',
    remedy:
      'Try again once. If it stays, report the `request_id`. Writes with an `Idempotency-Key` can be repeated safely.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    meaning:
      'The gateway can not serve right now: its database does not answer, too much waits already, or it is stopping.',
    remedy: 'Wait for `Retry-After` and try again, with growing pauses. A write that got this answer did not happen.',
  },
  ...ACCOUNT_ERRORS,
} as const satisfies Readonly<Record<string, ErrorText>>;

export type ErrorCode = keyof typeof ERRORS;

/** One field of a request that was refused. `path` is dotted (`scopes.0`), `code` is stable. */
export const FieldError = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem. Extra members (`limit`, `current`, `calls_24h` …) stand at the top level. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  request_id: z.string(),
  errors: z.optional(z.array(FieldError)),
});
export type Problem = z.infer<typeof Problem>;
