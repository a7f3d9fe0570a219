import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '@caas/contract/endpoint.js';
import type { Permission } from '@caas/contract/permissions.js';
import { API_KEY_PREFIX } from './api-key-format.js';
import type { Actor } from './call.js';
import { sameSecret } from './crypto.js';
import type { Caller, Platform } from './platform.js';
import { ProblemError, problem } from './problem.js';
import { header, requestInfo } from './request-info.js';
import { requireEnrolled } from './step-up.js';

const NONE: ReadonlySet<Permission> = new Set();
const PUBLIC: Caller = { actor: { type: 'public', id: null, name: 'Anonymous', permissions: NONE }, tenantId: '' };
const INTERNAL: Caller = { actor: { type: 'internal', id: null, name: 'CAAS', permissions: NONE }, tenantId: '' };
/** Refusals of a bearer token that leave signing out by the cookie open. */
const BEFORE_SIGN_OUT: ReadonlySet<string> = new Set(['tenant_suspended', 'ip_not_allowed']);
const BEARER = /^Bearer +([\x21-\x7e]{1,8000})$/i;

function requirePermission(endpoint: Endpoint, actor: Actor): void {
  if (actor.type === 'api_key') {
    if (endpoint.keyScope && !actor.keyScopes?.has(endpoint.keyScope)) {
      throw problem('forbidden', {
        detail: `This key lacks the scope "${endpoint.keyScope}".`,
        needs: endpoint.keyScope,
      });
    }
  } else if (endpoint.permission && !actor.permissions.has(endpoint.permission)) {
    throw problem('forbidden', {
      detail: `This needs the permission "${endpoint.permission}".`,
      needs: endpoint.permission,
    });
  }
}

function wrongKind(endpoint: Endpoint): ProblemError {
  return problem('forbidden', {
    detail: 'This kind of credential is not accepted here.',
    needs: endpoint.who.join(' or '),
  });
}

async function byKey(endpoint: Endpoint, value: string, request: FastifyRequest, platform: Platform): Promise<Caller> {
  const info = requestInfo(request, platform);
  const resolved = await platform.credentials.resolveKey({ value, request: info });
  if (!resolved) throw problem('api_key_invalid');
  if (info.origin !== null && !platform.isOwnOrigin(info.origin)) {
    await platform.onKeyRefused(resolved, info, 'key_in_browser');
    throw problem('key_in_browser', {
      detail: 'Everybody who opens the page can read the key. Rotate it, and call the API from your server.',
    });
  }
  if (!endpoint.who.includes('key')) throw wrongKind(endpoint);
  return resolved;
}

async function byBearer(endpoint: Endpoint, request: FastifyRequest, platform: Platform): Promise<Caller> {
  const value = BEARER.exec(header(request, 'authorization') ?? '')?.[1];
  const resolved = value
    ? await platform.credentials.resolveBearer({ value, request: requestInfo(request, platform) })
    : null;
  if (!resolved)
    throw problem(
      'token_invalid',
      value?.startsWith(API_KEY_PREFIX)
        ? { detail: 'This is an API key: it is sent as x-api-key, not as a token.' }
        : {},
    );
  if (!endpoint.who.includes(resolved.kind)) throw wrongKind(endpoint);
  return resolved;
}

function byInternalSecret(request: FastifyRequest, platform: Platform): Caller {
  const { internalSecret } = platform.config;
  // Without a secret the route does not exist.
  if (!internalSecret) throw problem('not_found');
  if (!sameSecret(header(request, 'x-internal-secret') ?? '', internalSecret)) throw problem('token_invalid');
  return INTERNAL;
}

async function identify(endpoint: Endpoint, request: FastifyRequest, platform: Platform): Promise<Caller> {
  const { who } = endpoint;
  const apiKey = header(request, 'x-api-key');
  if (apiKey !== undefined) {
    // A public route needs no key, but one that shows up in a browser is refused all the same.
    const caller =
      who.includes('public') && requestInfo(request, platform).origin === null
        ? PUBLIC
        : await byKey(endpoint, apiKey, request, platform);
    return caller;
  }
  if (who.includes('public')) return PUBLIC;
  if (who.includes('internal')) return byInternalSecret(request, platform);
  if (who.includes('refresh')) {
    if (!who.includes('console') || header(request, 'authorization') === undefined) return PUBLIC;
    // An access token that ran out, a suspended tenant or another address must not keep anybody from signing out by the cookie.
    return byBearer(endpoint, request, platform).catch((error: unknown) => {
      if (error instanceof ProblemError && (error.status === 401 || BEFORE_SIGN_OUT.has(error.code))) return PUBLIC;
      throw error;
    });
  }
  return byBearer(endpoint, request, platform);
}

/** Finds out who calls and whether they may. Throws the refusal; the default is to refuse. */
export async function authenticate(endpoint: Endpoint, request: FastifyRequest, platform: Platform): Promise<Caller> {
  try {
    const caller = await identify(endpoint, request, platform);
    if (caller !== PUBLIC && caller !== INTERNAL) {
      requirePermission(endpoint, caller.actor);
      if (!endpoint.beforeEnrollment) requireEnrolled(caller.actor);
    }
    return caller;
  } catch (error) {
    // Guesses cost the guesser's address, also those with a different name each time.
    if (error instanceof ProblemError && error.status === 401)
      platform.rates.take('refused', requestInfo(request, platform).ip);
    throw error;
  }
}
