import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { text } from './fields.js';

const OAUTH = '/api/v1/auth/client/oauth' as const;

/** Providers a member may sign in with, where the installation has them configured. */
export const OAUTH_PROVIDERS = ['google', 'github'] as const;
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number];

/**
 * Why a sign-in with a provider ended at `/login?error=<code>` (or, when connecting, at `<redirect>?error=<code>`).
 * `oauth_denied` the person said no at the provider · `oauth_failed` the answer was not genuine or too late: start again ·
 * `oauth_unavailable` the provider did not answer · `oauth_email_unverified` the provider has not verified the address ·
 * `oauth_no_account` nobody has this address: register first · `oauth_connect_first` an account has the address but has not
 * proven it: sign in with the password, then connect · `oauth_taken` this identity is connected to another account ·
 * `tenant_suspended` the tenant is suspended · `ip_not_allowed` the tenant's list of allowed addresses binds the console and lacks
 * this one.
 */
export const OAUTH_ERRORS = [
  'oauth_denied',
  'oauth_failed',
  'oauth_unavailable',
  'oauth_email_unverified',
  'oauth_no_account',
  'oauth_connect_first',
  'oauth_taken',
  'tenant_suspended',
  'ip_not_allowed',
] as const;
export type OAuthError = (typeof OAUTH_ERRORS)[number];

const Params = z.strictObject({ provider: z.enum(OAUTH_PROVIDERS) });
/** A path of the console, such as `/security?tab=mfa`. Anything else counts as `/`. */
const Redirect = z.optional(text(0, 500));

export const oauthStart = endpoint({
  id: 'oauthStart',
  method: 'GET',
  path: `${OAUTH}/:provider`,
  summary: 'Send the browser to the provider to sign in; `redirect` is the path to end at',
  who: ['public'],
  params: Params,
  query: z.strictObject({ redirect: Redirect }),
  answers: { 302: null },
  errors: ['not_found'],
});

export const oauthCallback = endpoint({
  id: 'oauthCallback',
  method: 'GET',
  path: `${OAUTH}/:provider/callback`,
  summary:
    'Where the provider sends the browser back: to `redirect` with the refresh cookie, to `/login#mfa_token=…&methods=…&redirect=…` for the second step, or to `/login?error=…`',
  who: ['public'],
  params: Params,
  // Providers add members of their own (`scope`, `authuser`, `iss`).
  query: z.looseObject({
    code: z.optional(text(0, 4000)),
    state: z.optional(text(0, 500)),
    error: z.optional(text(0, 200)),
  }),
  answers: { 302: null },
  errors: ['not_found'],
});

export const connectOAuth = endpoint({
  id: 'connectOAuth',
  method: 'POST',
  path: `${OAUTH}/:provider/connect`,
  summary: "Begin to connect a provider to the caller's account: open `url` in this browser",
  who: ['console'],
  params: Params,
  body: z.strictObject({ redirect: Redirect }),
  answers: { 200: z.object({ url: z.string() }) },
  errors: ['not_found', 'step_up_required', 'unavailable'],
});

export const disconnectOAuth = endpoint({
  id: 'disconnectOAuth',
  method: 'DELETE',
  path: `${OAUTH}/:provider`,
  summary: "Take a provider off the caller's account",
  who: ['console'],
  params: Params,
  answers: { 204: null },
  errors: ['not_found', 'wrong_state', 'step_up_required'],
});
