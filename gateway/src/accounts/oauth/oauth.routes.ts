import type { FastifyInstance } from 'fastify';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { signInOptions } from '@caas/contract/accounts.js';
import {
  OAUTH_PROVIDERS,
  connectOAuth,
  disconnectOAuth,
  oauthCallback,
  oauthStart,
  type OAuthError,
  type OAuthProvider,
} from '@caas/contract/oauth.js';
import type { CookieChange, RequestInfo } from '../../platform/call.js';
import { passkeyHost } from '../../platform/passkey-host.js';
import { problem } from '../../platform/problem.js';
import { requireFresh } from '../../platform/step-up.js';
import { asMember, memberIds } from '../mfa/member-context.js';
import { sessionCookies } from '../sign-in.js';
import { DROP_FLOW, FLOW_COOKIE, flowCookie, ownPath, readFlow, withParameter, type Flow } from './oauth-flow.js';
import { isUnreachable, openProvider, type Provider } from './oauth-providers.js';
import type { Ended, OAuth } from './oauth.service.js';

const BASE = '/api/v1/auth/client/oauth';

interface Away {
  status: 302;
  headers: { location: string };
  cookies: CookieChange[];
}

function goTo(location: string, cookies: CookieChange[]): Away {
  return { status: 302, headers: { location }, cookies };
}

/** Signing in with Google and GitHub, where they are configured. */
export function oauthRoutes(app: FastifyInstance, { oauth }: { oauth: OAuth }): void {
  const { platform } = app;
  const { config, crypto, rates } = platform;
  const providers = new Map<OAuthProvider, Provider>();
  for (const name of OAUTH_PROVIDERS) {
    const settings = config.oauth[name];
    if (settings) providers.set(name, openProvider(name, settings));
  }
  const providerOf = (name: OAuthProvider): Provider => {
    const provider = providers.get(name);
    if (!provider) throw problem('not_found');
    return provider;
  };
  const callbackOf = (name: OAuthProvider, { ownOrigin }: RequestInfo): string =>
    `${ownOrigin}${BASE}/${name}/callback`;

  /** Why it failed, in the log without what was said, and for the person. */
  const failed = (name: OAuthProvider, error: unknown): OAuthError => {
    const { message, code } = error as Error & { code?: string };
    platform.log.warn({ provider: name, reason: message, reason_code: code }, 'a sign-in with a provider failed');
    return isUnreachable(error) ? 'oauth_unavailable' : 'oauth_failed';
  };

  const begin = async (
    name: OAuthProvider,
    request: RequestInfo,
    rest: Pick<Flow, 'redirect' | 'connects'>,
  ): Promise<{ url: string; cookie: CookieChange }> => {
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = await providerOf(name).authorizeUrl(callbackOf(name, request), secrets);
    return { url, cookie: flowCookie(crypto, { provider: name, ...secrets, ...rest }) };
  };

  app.mount(signInOptions, async ({ request }) => ({
    status: 200,
    body: {
      providers: [...providers.keys()],
      passkeys: passkeyHost(request) !== null,
      registration: config.registration,
      terms_url: config.termsUrl,
      dpa_url: config.dpaUrl,
      sales_email: config.salesEmail,
    },
  }));

  app.mount(oauthStart, async ({ params: { provider }, query, request }) => {
    providerOf(provider);
    rates.take('login', request.ip);
    const redirect = ownPath(query.redirect, request.ownOrigin);
    try {
      const { url, cookie } = await begin(provider, request, { redirect, connects: null });
      return goTo(url, [cookie]);
    } catch (error) {
      return goTo(withParameter('/login', 'error', failed(provider, error)), []);
    }
  });

  const finish = async (
    name: OAuthProvider,
    flow: Flow,
    query: URLSearchParams,
    request: RequestInfo,
  ): Promise<Ended> => {
    if (query.get('error') === 'access_denied') return { error: 'oauth_denied' };
    const url = new URL(callbackOf(name, request));
    url.search = query.toString();
    let identity;
    try {
      identity = await providerOf(name).identify(url, flow);
    } catch (error) {
      return { error: failed(name, error) };
    }
    return flow.connects
      ? oauth.connect(name, identity, flow.connects, request)
      : oauth.signIn(name, identity, request);
  };

  app.mount(oauthCallback, async ({ params: { provider }, query, request }) => {
    providerOf(provider);
    rates.take('login', request.ip);
    const flow = readFlow(crypto, request.cookies[FLOW_COOKIE], provider);
    if (!flow) return goTo('/login?error=oauth_failed', [DROP_FLOW]);
    const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    const ended = await finish(provider, flow, new URLSearchParams(given), request);
    if ('error' in ended)
      return goTo(withParameter(flow.connects ? flow.redirect : '/login', 'error', ended.error), [DROP_FLOW]);
    if ('connected' in ended) return goTo(flow.redirect, [DROP_FLOW]);
    if ('open' in ended) return goTo(flow.redirect, [DROP_FLOW, ...sessionCookies(ended.open)]);
    // Behind the #: it reaches neither a server's log nor another page.
    const { mfa_token, methods } = ended.needed;
    const next = new URLSearchParams({ mfa_token, methods: methods.join(','), redirect: flow.redirect });
    return goTo(`/login#${next}`, [DROP_FLOW]);
  });

  app.mount(connectOAuth, async (call) => {
    const { params, body, tenant, request } = call;
    providerOf(params.provider);
    requireFresh(call);
    const connects = { tenantId: tenant.id, ...memberIds(call) };
    const redirect = body.redirect === undefined ? '/profile' : ownPath(body.redirect, request.ownOrigin);
    try {
      const { url, cookie } = await begin(params.provider, request, { redirect, connects });
      return { status: 200, body: { url }, cookies: [cookie] };
    } catch (error) {
      failed(params.provider, error);
      throw problem('unavailable', { detail: 'The provider does not answer. Try again later.', retryAfter: 30 });
    }
  });

  app.mount(disconnectOAuth, async (call) => {
    await call.tenant.write(async (tx) => {
      const context = await asMember(tx, call);
      if (!(await oauth.disconnect(tx, context, context.user, call.params.provider))) throw problem('not_found');
      if (!call.actor.proof?.password)
        throw problem('wrong_state', { detail: 'This is your only way to sign in. Set a password first.' });
      requireFresh(call);
    });
    return { status: 204 };
  });
}
