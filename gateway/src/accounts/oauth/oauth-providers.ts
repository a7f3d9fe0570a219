import type { OAuthProvider } from '@caas/contract/oauth.js';
import * as z from 'zod/mini';
import {
  ClientSecretPost,
  Configuration,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  fetchProtectedResource,
} from 'openid-client';
import type { OAuthConfig } from '../../platform/oauth-config.js';
import type { Flow } from './oauth-flow.js';

const TIMEOUT_SECONDS = 5;

/** Who somebody is at a provider. */
export interface Identity {
  /** Stays the same for good, other than names and addresses. */
  readonly subject: string;
  /** Null: the provider tells none. */
  readonly email: string | null;
  /** Whether the provider itself has verified the address. */
  readonly verified: boolean;
}

type Secrets = Pick<Flow, 'state' | 'nonce' | 'verifier'>;

/** A provider: where to send the browser, and who it is when it comes back. */
export interface Provider {
  /** Where the browser goes. Fails when the provider can't be reached. */
  authorizeUrl(redirectUri: string, secrets: Secrets): Promise<string>;
  /** Who came back to `currentUrl`. Throws for whatever is not genuine, and when the provider can't be reached. */
  identify(currentUrl: URL, secrets: Secrets): Promise<Identity>;
}

async function challengeOf({ state, verifier }: Secrets): Promise<Record<string, string>> {
  return { state, code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
}

/** An OpenID provider. Its settings are read when they are first needed, so that the gateway starts without it. */
function openIdProvider({ clientId, clientSecret, url }: OAuthConfig): Provider {
  const issuer = new URL(url);
  let known: Promise<Configuration> | null = null;
  const settings = (): Promise<Configuration> => {
    const asked = (known ??= discovery(issuer, clientId, undefined, ClientSecretPost(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
    }));
    // A provider that was away must not be remembered so.
    asked.catch(() => {
      if (known === asked) known = null;
    });
    return asked;
  };
  return {
    authorizeUrl: async (redirectUri, secrets) =>
      buildAuthorizationUrl(await settings(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        nonce: secrets.nonce,
        ...(await challengeOf(secrets)),
      }).href,
    identify: async (currentUrl, { state, nonce, verifier }) => {
      const answer = await authorizationCodeGrant(await settings(), currentUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (!claims) throw new Error('The provider gave no id token');
      return {
        subject: claims.sub,
        email: typeof claims.email === 'string' ? claims.email : null,
        verified: claims.email_verified === true,
      };
    },
  };
}

const GitHubUser = z.object({ id: z.int() });
const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub: OAuth without OpenID. Who somebody is stands behind its API. */
function gitHubProvider({ clientId, clientSecret, url }: OAuthConfig): Provider {
  // GitHub's own API has a host of its own, that of an Enterprise server a path.
  const api = url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`;
  const settings = new Configuration(
    {
      issuer: url,
      authorization_endpoint: `${url}/login/oauth/authorize`,
      token_endpoint: `${url}/login/oauth/access_token`,
    },
    clientId,
    undefined,
    ClientSecretPost(clientSecret),
  );
  settings.timeout = TIMEOUT_SECONDS;
  if (url.startsWith('http:')) allowInsecureRequests(settings);
  const read = async <T extends z.ZodMiniType>(token: string, path: string, shape: T): Promise<z.output<T>> => {
    const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'CAAS-Console' });
    const answer = await fetchProtectedResource(settings, token, new URL(`${api}${path}`), 'GET', null, headers);
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`);
    return z.parse(shape, await answer.json());
  };
  return {
    authorizeUrl: async (redirectUri, secrets) =>
      buildAuthorizationUrl(settings, {
        redirect_uri: redirectUri,
        scope: 'read:user user:email',
        ...(await challengeOf(secrets)),
      }).href,
    identify: async (currentUrl, { state, verifier }) => {
      const { access_token: token } = await authorizationCodeGrant(settings, currentUrl, {
        expectedState: state,
        pkceCodeVerifier: verifier,
      });
      const { id } = await read(token, '/user', GitHubUser);
      const primary = (await read(token, '/user/emails', GitHubEmails)).find((one) => one.primary);
      return { subject: String(id), email: primary?.email ?? null, verified: primary?.verified ?? false };
    },
  };
}

/** The provider behind a name. */
export function openProvider(name: OAuthProvider, config: OAuthConfig): Provider {
  return name === 'google' ? openIdProvider(config) : gitHubProvider(config);
}

/** Whether a provider failed to answer, as opposed to having said something that is not genuine. */
export function isUnreachable(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code, name } = at as Error & { code?: string };
    if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError' || at.message === 'fetch failed') return true;
    if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && at.cause instanceof Response && at.cause.status >= 500) return true;
  }
  return false;
}
